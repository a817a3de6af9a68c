CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`callback_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`target_id` text,
	`target_name` text NOT NULL,
	`replay_id` text,
	`delivery_id` text NOT NULL,
	`try_number` integer NOT NULL,
	`url` text NOT NULL,
	`timeout_ms` integer NOT NULL,
	`lane` text NOT NULL,
	`order_key` text NOT NULL,
	`body` blob,
	`headers` text,
	`changes` text DEFAULT '' NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`started_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`answer_status` integer,
	`answer_headers` text,
	`answer_body` text,
	`answer_ms` integer,
	`cause` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `attempts_due` ON `attempts` (`due_at`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `attempts_order` ON `attempts` (`lane`,`order_key`,`callback_id`) WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `attempts_callback` ON `attempts` (`callback_id`);--> statement-breakpoint
CREATE INDEX `attempts_target` ON `attempts` (`target_id`,`id`) WHERE target_id is not null;--> statement-breakpoint
CREATE INDEX `attempts_replay` ON `attempts` (`replay_id`,`state`) WHERE replay_id is not null;--> statement-breakpoint
CREATE INDEX `attempts_dead` ON `attempts` (`workspace_id`,`id`) WHERE state = 'dead';--> statement-breakpoint
CREATE TABLE `forward_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`inbox_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`is_on` integer NOT NULL,
	`conditions` text NOT NULL,
	`retries` integer NOT NULL,
	`timeout_ms` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `forward_targets_inbox` ON `forward_targets` (`inbox_id`);--> statement-breakpoint
CREATE TABLE `replays` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`filter` text NOT NULL,
	`url` text NOT NULL,
	`total` integer NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `replays_workspace` ON `replays` (`workspace_id`,`id`);
--> statement-breakpoint
CREATE TRIGGER `callback_trail_goes` AFTER DELETE ON `callbacks` BEGIN
  DELETE FROM `rule_answers` WHERE `callback_id` = old.`id`;
  DELETE FROM `attempts` WHERE `callback_id` = old.`id`;
END;
