DROP INDEX `world_transactions_receipt`;--> statement-breakpoint
DROP INDEX `world_transactions_conversation`;--> statement-breakpoint
DROP INDEX `world_transactions_originator`;--> statement-breakpoint
DROP INDEX `world_transactions_checkout`;--> statement-breakpoint
DROP INDEX `world_transactions_merchant_request`;--> statement-breakpoint
CREATE INDEX `world_transactions_receipt` ON `world_transactions` (`workspace_id`,`receipt`) WHERE receipt is not null;--> statement-breakpoint
CREATE INDEX `world_transactions_conversation` ON `world_transactions` (`workspace_id`,`conversation_id`) WHERE conversation_id is not null;--> statement-breakpoint
CREATE INDEX `world_transactions_originator` ON `world_transactions` (`workspace_id`,`originator_conversation_id`) WHERE originator_conversation_id is not null;--> statement-breakpoint
CREATE INDEX `world_transactions_checkout` ON `world_transactions` (`workspace_id`,`checkout_id`) WHERE checkout_id is not null;--> statement-breakpoint
CREATE INDEX `world_transactions_merchant_request` ON `world_transactions` (`workspace_id`,`merchant_request_id`) WHERE merchant_request_id is not null;--> statement-breakpoint
-- Without rows beside their keys: each call reads and writes several of these.
CREATE TABLE `world_due_keys_before` AS SELECT * FROM `world_due_keys`;--> statement-breakpoint
DROP TABLE `world_due_keys`;--> statement-breakpoint
CREATE TABLE `world_due_keys` (
	`workspace_id` text NOT NULL,
	`value` text NOT NULL,
	`due_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `value`, `due_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `world_due_keys` (`workspace_id`, `value`, `due_id`) SELECT `workspace_id`, `value`, `due_id` FROM `world_due_keys_before`;--> statement-breakpoint
DROP TABLE `world_due_keys_before`;--> statement-breakpoint
CREATE TABLE `world_accounts_before` AS SELECT * FROM `world_accounts`;--> statement-breakpoint
DROP TABLE `world_accounts`;--> statement-breakpoint
CREATE TABLE `world_accounts` (
	`workspace_id` text NOT NULL,
	`market` text NOT NULL,
	`owner` text NOT NULL,
	`kind` text NOT NULL,
	`balance_cents` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `market`, `owner`, `kind`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `world_accounts` (`workspace_id`, `market`, `owner`, `kind`, `balance_cents`) SELECT `workspace_id`, `market`, `owner`, `kind`, `balance_cents` FROM `world_accounts_before`;--> statement-breakpoint
DROP TABLE `world_accounts_before`;--> statement-breakpoint
CREATE TABLE `world_subscribers_before` AS SELECT * FROM `world_subscribers`;--> statement-breakpoint
DROP TABLE `world_subscribers`;--> statement-breakpoint
CREATE TABLE `world_subscribers` (
	`workspace_id` text NOT NULL,
	`market` text NOT NULL,
	`msisdn` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `market`, `msisdn`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `world_subscribers` (`workspace_id`, `market`, `msisdn`, `data`) SELECT `workspace_id`, `market`, `msisdn`, `data` FROM `world_subscribers_before`;--> statement-breakpoint
DROP TABLE `world_subscribers_before`;--> statement-breakpoint
CREATE TABLE `world_records_before` AS SELECT * FROM `world_records`;--> statement-breakpoint
DROP TABLE `world_records`;--> statement-breakpoint
CREATE TABLE `world_records` (
	`workspace_id` text NOT NULL,
	`collection` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `collection`, `key`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `world_records` (`workspace_id`, `collection`, `key`, `value`, `updated_at`) SELECT `workspace_id`, `collection`, `key`, `value`, `updated_at` FROM `world_records_before`;--> statement-breakpoint
DROP TABLE `world_records_before`;--> statement-breakpoint
CREATE TABLE `local_tokens_before` AS SELECT * FROM `local_tokens`;--> statement-breakpoint
DROP TABLE `local_tokens`;--> statement-breakpoint
CREATE TABLE `local_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`app_id` text NOT NULL,
	`system` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `local_tokens` (`token_hash`, `workspace_id`, `app_id`, `system`, `expires_at`) SELECT `token_hash`, `workspace_id`, `app_id`, `system`, `expires_at` FROM `local_tokens_before`;--> statement-breakpoint
DROP TABLE `local_tokens_before`;--> statement-breakpoint
CREATE INDEX `local_tokens_app` ON `local_tokens` (`app_id`,`expires_at`);--> statement-breakpoint
-- A row knows its own keys: looking them up by the row read all keys of the workspace.
DROP TRIGGER `go_live_delivered`;--> statement-breakpoint
CREATE TRIGGER `go_live_delivered` AFTER UPDATE OF `state` ON `world_dues`
WHEN new.`type` = 'callback' AND new.`state` IN ('delivered', 'failed')
  AND EXISTS (SELECT 1 FROM `go_live_judging` WHERE `workspace_id` = new.`workspace_id`)
  AND instr(coalesce(new.`request`, ''), '/hook/') = 0
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`)
  SELECT DISTINCT `runs`.`environment_id`, 'run:' || `runs`.`id`, 0
  FROM json_each(new.`keys`) AS each
    JOIN `correlation_keys` ON `correlation_keys`.`workspace_id` = new.`workspace_id`
      AND `correlation_keys`.`value` = each.value ->> 'value' AND `correlation_keys`.`run_id` IS NOT NULL
    JOIN `runs` ON `runs`.`id` = `correlation_keys`.`run_id`
    JOIN `go_live_judging` ON `go_live_judging`.`environment_id` = `runs`.`environment_id`
  WHERE true
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`)
  SELECT `environments`.`id`, 'receipt:' || (each.value ->> 'value'), 0
  FROM json_each(new.`keys`) AS each
    JOIN `environments` ON `environments`.`workspace_id` = new.`workspace_id`
      AND `environments`.`system` = new.`system` AND environments.kind = 'local'
    JOIN `go_live_judging` ON `go_live_judging`.`environment_id` = `environments`.`id`
  WHERE each.value ->> 'kind' = 'receipt'
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;
