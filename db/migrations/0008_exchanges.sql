CREATE TABLE `exchanges` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`is_nobodys` integer NOT NULL,
	`at` integer NOT NULL,
	`system` text NOT NULL,
	`operation` text,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`query` text NOT NULL,
	`request_headers` text NOT NULL,
	`request_body` text NOT NULL,
	`body_encoding` text NOT NULL,
	`body_bytes` integer NOT NULL,
	`answer_status` integer NOT NULL,
	`answer_headers` text NOT NULL,
	`answer_body` text NOT NULL,
	`answer_micros` integer NOT NULL,
	`remote_address` text NOT NULL,
	`user_agent` text NOT NULL,
	`app_key` text NOT NULL,
	`app_label` text NOT NULL,
	`ended` text,
	`notes` text NOT NULL,
	`fault` text,
	`outcome` text,
	`code` text,
	`description` text,
	`msisdn` text,
	`amount_cents` integer,
	`currency` text,
	`reference` text,
	`origin` text NOT NULL,
	`run_id` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exchanges_workspace_id` ON `exchanges` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `exchanges_run` ON `exchanges` (`run_id`) WHERE run_id is not null;--> statement-breakpoint
ALTER TABLE `runs` ADD `origin` text DEFAULT 'form' NOT NULL;--> statement-breakpoint
-- What was recorded before: a token's name begins so, and what a case sent is tied to it.
UPDATE `runs` SET `origin` = 'script' WHERE `sent_by` LIKE 'token %';--> statement-breakpoint
UPDATE `runs` SET `origin` = 'case' WHERE `id` IN (SELECT `run_id` FROM `go_live_runs` WHERE `tie` = 'played');--> statement-breakpoint
CREATE INDEX `runs_workspace_origin` ON `runs` (`workspace_id`,`origin`,`id`);