CREATE TABLE `portal_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`side` text NOT NULL,
	`token_hash` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `portal_organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `portal_invitations_token_hash_unique` ON `portal_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `portal_invitations_organisation` ON `portal_invitations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `portal_members` (
	`organisation_id` text NOT NULL,
	`member_id` text NOT NULL,
	`side` text NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `member_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `portal_organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `portal_organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`shortcode` text NOT NULL,
	`market` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `portal_organisations_workspace` ON `portal_organisations` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `application_keys` (
	`workspace_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`environment_id` text NOT NULL,
	`system` text NOT NULL,
	`label` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `environment_id`, `fingerprint`)
);
--> statement-breakpoint
CREATE TABLE `run_rollups` (
	`workspace_id` text NOT NULL,
	`hour` integer NOT NULL,
	`environment_id` text NOT NULL,
	`system` text NOT NULL,
	`operation` text NOT NULL,
	`app_key` text NOT NULL,
	`verdict` text NOT NULL,
	`code` text NOT NULL,
	`currency` text NOT NULL,
	`runs` integer NOT NULL,
	`amount_cents` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hour`, `environment_id`, `system`, `operation`, `app_key`, `verdict`, `code`, `currency`)
);
--> statement-breakpoint
CREATE INDEX `run_rollups_operation` ON `run_rollups` (`workspace_id`,`operation`,`hour`);--> statement-breakpoint
CREATE TABLE `run_timings` (
	`workspace_id` text NOT NULL,
	`hour` integer NOT NULL,
	`environment_id` text NOT NULL,
	`system` text NOT NULL,
	`operation` text NOT NULL,
	`app_key` text NOT NULL,
	`measure` text NOT NULL,
	`ms` integer NOT NULL,
	`runs` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hour`, `environment_id`, `system`, `operation`, `app_key`, `measure`, `ms`)
);
--> statement-breakpoint
ALTER TABLE `environments` ADD `ca_certificate` text;--> statement-breakpoint
ALTER TABLE `environments` ADD `client_certificate` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `result_at` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `app_key` text DEFAULT '' NOT NULL;