CREATE TABLE `inbox_refusals` (
	`inbox_id` text NOT NULL,
	`reason` text NOT NULL,
	`remote_address` text NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`inbox_id`, `reason`, `remote_address`),
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `inbox_use` (
	`inbox_id` text PRIMARY KEY NOT NULL,
	`callbacks` integer NOT NULL,
	`bytes` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `inboxes_name_unique`;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `secret` blob;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `sources` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `public_url` text;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `keep_days` integer;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `keep_count` integer;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `keep_bytes` integer;--> statement-breakpoint
ALTER TABLE `inboxes` ADD `deleted_at` integer;--> statement-breakpoint
-- Their URLs stay: what was both name and address is both still.
UPDATE `inboxes` SET `address` = `name`;--> statement-breakpoint
CREATE UNIQUE INDEX `inboxes_address` ON `inboxes` (`address`);--> statement-breakpoint
CREATE UNIQUE INDEX `inboxes_workspace_name` ON `inboxes` (`workspace_id`,`name`) WHERE deleted_at is null;
--> statement-breakpoint
INSERT INTO `inbox_use` (`inbox_id`, `callbacks`, `bytes`)
SELECT `inbox_id`, count(*), sum(`body_bytes`) FROM `callbacks` GROUP BY `inbox_id`;--> statement-breakpoint
CREATE TRIGGER `inbox_use_more` AFTER INSERT ON `callbacks`
BEGIN
  INSERT INTO `inbox_use` (`inbox_id`, `callbacks`, `bytes`) VALUES (new.`inbox_id`, 1, new.`body_bytes`)
  ON CONFLICT (`inbox_id`) DO UPDATE SET `callbacks` = `callbacks` + 1, `bytes` = `bytes` + excluded.`bytes`;
END;--> statement-breakpoint
CREATE TRIGGER `inbox_use_less` AFTER DELETE ON `callbacks`
BEGIN
  UPDATE `inbox_use` SET `callbacks` = `callbacks` - 1, `bytes` = `bytes` - old.`body_bytes`
  WHERE `inbox_id` = old.`inbox_id`;
END;
