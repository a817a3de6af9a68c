CREATE TABLE `relays` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`inbox_id` text NOT NULL,
	`remote_url` text NOT NULL,
	`remote_inbox` text NOT NULL,
	`token` blob NOT NULL,
	`cursor` integer NOT NULL,
	`copied` integer DEFAULT 0 NOT NULL,
	`last_copied_at` integer,
	`failure` text,
	`paused_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `relays_inbox` ON `relays` (`inbox_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `relays_of` ON `relays` (`inbox_id`,`remote_url`,`remote_inbox`);