CREATE TABLE `arrivals` (
	`id` integer PRIMARY KEY NOT NULL,
	`inbox_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`query` text NOT NULL,
	`headers` text NOT NULL,
	`body` blob NOT NULL,
	`remote_address` text NOT NULL,
	`answer_status` integer NOT NULL,
	`answer_headers` text NOT NULL,
	`answer_body` text NOT NULL,
	`delivery_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `arrivals_delivery` ON `arrivals` (`delivery_id`) WHERE delivery_id is not null;--> statement-breakpoint
CREATE TABLE `callback_keys` (
	`workspace_id` text NOT NULL,
	`value` text NOT NULL,
	`callback_id` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `value`, `callback_id`)
) WITHOUT ROWID;
--> statement-breakpoint
-- What callbacks carry has a table of its own, without rows beside its key: one write an id instead of four.
INSERT OR IGNORE INTO `callback_keys` SELECT `workspace_id`, `value`, `callback_id` FROM `correlation_keys` WHERE `callback_id` IS NOT NULL;--> statement-breakpoint
DELETE FROM `correlation_keys` WHERE `run_id` IS NULL;--> statement-breakpoint
DROP INDEX `callbacks_unlinked`;--> statement-breakpoint
DROP INDEX `callbacks_workspace_receipt`;--> statement-breakpoint
DROP INDEX `callbacks_workspace_msisdn`;--> statement-breakpoint
DROP INDEX `callbacks_run`;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `delivery_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `callbacks_delivery` ON `callbacks` (`delivery_id`) WHERE delivery_id is not null;--> statement-breakpoint
CREATE INDEX `callbacks_workspace_receipt` ON `callbacks` (`workspace_id`,`receipt`) WHERE receipt is not null;--> statement-breakpoint
CREATE INDEX `callbacks_workspace_msisdn` ON `callbacks` (`workspace_id`,`msisdn`) WHERE msisdn is not null;--> statement-breakpoint
CREATE INDEX `callbacks_run` ON `callbacks` (`run_id`) WHERE run_id is not null;--> statement-breakpoint
DROP INDEX `correlation_keys_callback`;--> statement-breakpoint
ALTER TABLE `correlation_keys` DROP COLUMN `callback_id`;
--> statement-breakpoint
-- A callback is inserted with its run from now on: what judges listens to that as well.
CREATE TRIGGER `go_live_callback_inserted` AFTER INSERT ON `callbacks`
WHEN new.`run_id` IS NOT NULL
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`)
  SELECT `runs`.`environment_id`, 'run:' || `runs`.`id`, 0 FROM `runs`
  WHERE `runs`.`id` = new.`run_id`
    AND EXISTS (SELECT 1 FROM `go_live_judging` WHERE `environment_id` = `runs`.`environment_id`)
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;--> statement-breakpoint
CREATE TRIGGER `go_live_notice_inserted` AFTER INSERT ON `callbacks`
WHEN new.`receipt` IS NOT NULL AND new.`kind` IN ('c2b-validation', 'c2b-confirmation', 'bill-payment')
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`)
  SELECT `environments`.`id`, 'receipt:' || new.`receipt`, 0
  FROM `environments` JOIN `go_live_judging` ON `go_live_judging`.`environment_id` = `environments`.`id`
  WHERE `environments`.`inbox_id` = new.`inbox_id` AND `environments`.`system` = new.`system`
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;--> statement-breakpoint
-- Captured by a process that did not live to link them: they go through the journal again, under their ids.
INSERT INTO `arrivals` (`id`, `inbox_id`, `workspace_id`, `received_at`, `method`, `path`, `query`, `headers`, `body`,
  `remote_address`, `answer_status`, `answer_headers`, `answer_body`)
SELECT `id`, `inbox_id`, `workspace_id`, `received_at`, `method`, `path`, `query`, `headers`, `body`,
  `remote_address`, `answer_status`, `answer_headers`, `answer_body` FROM `callbacks` WHERE `answer_micros` = 0;--> statement-breakpoint
DELETE FROM `callbacks` WHERE `answer_micros` = 0;
