CREATE TABLE `access_tokens` (
	`environment_id` text PRIMARY KEY NOT NULL,
	`ciphertext` blob NOT NULL,
	`obtained_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `environment_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`name` text NOT NULL,
	`ciphertext` blob NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `environment_secrets_name` ON `environment_secrets` (`environment_id`,`name`);--> statement-breakpoint
CREATE TABLE `environments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`system` text NOT NULL,
	`kind` text NOT NULL,
	`market` text NOT NULL,
	`base_url` text NOT NULL,
	`inbox_id` text NOT NULL,
	`settings` text NOT NULL,
	`certificate` text,
	`timeout_ms` integer DEFAULT 30000 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `environments_workspace_slug` ON `environments` (`workspace_id`,`slug`);--> statement-breakpoint
CREATE TABLE `inboxes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inboxes_name_unique` ON `inboxes` (`name`);--> statement-breakpoint
CREATE INDEX `inboxes_workspace` ON `inboxes` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `last_values` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`environment_id` text NOT NULL,
	`operation` text NOT NULL,
	`values` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `last_values_of` ON `last_values` (`member_id`,`environment_id`,`operation`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`last_four` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_token_hash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_workspace` ON `api_tokens` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_entries_workspace_at` ON `audit_entries` (`workspace_id`,`at`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_workspace_user` ON `members` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer
);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`workspace_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_links_token_hash_unique` ON `sign_in_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`password_hash` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `callbacks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`inbox_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`query` text NOT NULL,
	`headers` text NOT NULL,
	`body` blob NOT NULL,
	`body_bytes` integer NOT NULL,
	`remote_address` text NOT NULL,
	`kind` text DEFAULT 'unknown' NOT NULL,
	`system` text,
	`sentence` text DEFAULT '' NOT NULL,
	`outcome` text,
	`code` text,
	`description` text,
	`receipt` text,
	`msisdn` text,
	`amount_cents` integer,
	`currency` text,
	`reference` text,
	`run_id` text,
	`duplicate_of` integer,
	`timing` text DEFAULT 'usual' NOT NULL,
	`answer_status` integer NOT NULL,
	`answer_headers` text NOT NULL,
	`answer_body` text NOT NULL,
	`answer_micros` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `callbacks_workspace_id` ON `callbacks` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_inbox_id` ON `callbacks` (`inbox_id`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_workspace_kind` ON `callbacks` (`workspace_id`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_workspace_code` ON `callbacks` (`workspace_id`,`code`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_workspace_receipt` ON `callbacks` (`workspace_id`,`receipt`);--> statement-breakpoint
CREATE INDEX `callbacks_workspace_msisdn` ON `callbacks` (`workspace_id`,`msisdn`);--> statement-breakpoint
CREATE INDEX `callbacks_run` ON `callbacks` (`run_id`);--> statement-breakpoint
CREATE TABLE `correlation_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`run_id` text,
	`callback_id` integer
);
--> statement-breakpoint
CREATE INDEX `correlation_keys_value` ON `correlation_keys` (`workspace_id`,`value`,`kind`);--> statement-breakpoint
CREATE INDEX `correlation_keys_run` ON `correlation_keys` (`run_id`);--> statement-breakpoint
CREATE INDEX `correlation_keys_callback` ON `correlation_keys` (`callback_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_workspace_id` ON `events` (`workspace_id`,`id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`environment_id` text NOT NULL,
	`environment_name` text NOT NULL,
	`environment_kind` text NOT NULL,
	`system` text NOT NULL,
	`operation` text NOT NULL,
	`sent_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`values` text NOT NULL,
	`sent_anyway` integer DEFAULT false NOT NULL,
	`request_method` text NOT NULL,
	`request_url` text NOT NULL,
	`request_headers` text NOT NULL,
	`request_body` text NOT NULL,
	`answer_status` integer,
	`answer_headers` text,
	`answer_body` text,
	`answer_ms` integer,
	`answered_at` integer,
	`unreachable_cause` text,
	`unreachable_detail` text,
	`verdict` text NOT NULL,
	`code` text,
	`description` text,
	`verdict_at` integer,
	`receipt` text,
	`amount_cents` integer,
	`currency` text,
	`msisdn` text,
	`reference` text,
	`notes` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `runs_workspace_id` ON `runs` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `runs_workspace_operation` ON `runs` (`workspace_id`,`operation`,`id`);--> statement-breakpoint
CREATE INDEX `runs_workspace_verdict` ON `runs` (`workspace_id`,`verdict`,`id`);--> statement-breakpoint
CREATE INDEX `runs_workspace_receipt` ON `runs` (`workspace_id`,`receipt`);--> statement-breakpoint
CREATE TABLE `local_apps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`system` text NOT NULL,
	`key` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `local_apps_key` ON `local_apps` (`system`,`key`);--> statement-breakpoint
CREATE TABLE `local_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`app_id` text NOT NULL,
	`system` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `local_tokens_app` ON `local_tokens` (`app_id`);--> statement-breakpoint
CREATE TABLE `world_accounts` (
	`workspace_id` text NOT NULL,
	`market` text NOT NULL,
	`owner` text NOT NULL,
	`kind` text NOT NULL,
	`balance_cents` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `market`, `owner`, `kind`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `world_due_keys` (
	`workspace_id` text NOT NULL,
	`value` text NOT NULL,
	`due_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `value`, `due_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `world_dues` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`system` text NOT NULL,
	`type` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`request` text,
	`context` text,
	`keys` text NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`answer_status` integer,
	`answer_body` text,
	`answer_ms` integer,
	`failure` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `world_dues_state_due` ON `world_dues` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `world_dues_workspace` ON `world_dues` (`workspace_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `world_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`transaction_id` text NOT NULL,
	`market` text NOT NULL,
	`owner` text NOT NULL,
	`kind` text NOT NULL,
	`cents` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `world_entries_owner` ON `world_entries` (`workspace_id`,`market`,`owner`,`id`);--> statement-breakpoint
CREATE INDEX `world_entries_transaction` ON `world_entries` (`workspace_id`,`transaction_id`);--> statement-breakpoint
CREATE TABLE `world_organisations` (
	`workspace_id` text NOT NULL,
	`market` text NOT NULL,
	`shortcode` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `market`, `shortcode`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `world_prompts` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`msisdn` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `world_prompts_state` ON `world_prompts` (`workspace_id`,`state`,`msisdn`);--> statement-breakpoint
CREATE INDEX `world_prompts_msisdn` ON `world_prompts` (`workspace_id`,`msisdn`,`opened_at`);--> statement-breakpoint
CREATE TABLE `world_records` (
	`workspace_id` text NOT NULL,
	`collection` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `collection`, `key`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `world_settings` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`id_seed` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `world_subscribers` (
	`workspace_id` text NOT NULL,
	`market` text NOT NULL,
	`msisdn` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `market`, `msisdn`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `world_transactions` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`receipt` text,
	`payer` text NOT NULL,
	`payee` text NOT NULL,
	`state` text NOT NULL,
	`conversation_id` text,
	`originator_conversation_id` text,
	`checkout_id` text,
	`merchant_request_id` text,
	`created_at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `world_transactions_receipt` ON `world_transactions` (`workspace_id`,`receipt`);--> statement-breakpoint
CREATE INDEX `world_transactions_conversation` ON `world_transactions` (`workspace_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `world_transactions_originator` ON `world_transactions` (`workspace_id`,`originator_conversation_id`);--> statement-breakpoint
CREATE INDEX `world_transactions_checkout` ON `world_transactions` (`workspace_id`,`checkout_id`);--> statement-breakpoint
CREATE INDEX `world_transactions_merchant_request` ON `world_transactions` (`workspace_id`,`merchant_request_id`);--> statement-breakpoint
CREATE INDEX `world_transactions_payer` ON `world_transactions` (`workspace_id`,`payer`,`created_at`);--> statement-breakpoint
CREATE INDEX `world_transactions_payee` ON `world_transactions` (`workspace_id`,`payee`,`created_at`);--> statement-breakpoint
CREATE INDEX `world_transactions_at` ON `world_transactions` (`workspace_id`,`created_at`);