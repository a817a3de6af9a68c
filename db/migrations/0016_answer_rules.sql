CREATE TABLE `answer_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`inbox_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`is_on` integer NOT NULL,
	`conditions` text NOT NULL,
	`action` text NOT NULL,
	`seen` integer DEFAULT 0 NOT NULL,
	`used` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answer_rules_inbox` ON `answer_rules` (`inbox_id`,`position`);--> statement-breakpoint
CREATE TABLE `rule_answers` (
	`callback_id` integer PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`rule_name` text NOT NULL,
	`action` text NOT NULL,
	`delay_ms` integer NOT NULL,
	`end` text,
	`took_ms` integer
);
