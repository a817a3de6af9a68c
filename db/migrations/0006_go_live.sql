CREATE TABLE `go_live_evidence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`environment_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`case_id` text NOT NULL,
	`says` text NOT NULL,
	`way` integer NOT NULL,
	`place` integer NOT NULL,
	`subject` text NOT NULL,
	`run_ids` text NOT NULL,
	`callback_ids` text NOT NULL,
	`at` integer NOT NULL,
	`confidence` text NOT NULL,
	`is_simulated` integer NOT NULL,
	`sentence` text NOT NULL,
	`missing` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `go_live_evidence_of` ON `go_live_evidence` (`environment_id`,`sheet_id`,`case_id`,`subject`,`says`,`way`,`place`);--> statement-breakpoint
CREATE INDEX `go_live_evidence_subject` ON `go_live_evidence` (`environment_id`,`subject`);--> statement-breakpoint
CREATE TABLE `go_live_job_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`job_id` text NOT NULL,
	`at` integer NOT NULL,
	`case_id` text,
	`text` text NOT NULL,
	`tone` text NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `go_live_jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `go_live_job_lines_job` ON `go_live_job_lines` (`job_id`,`id`);--> statement-breakpoint
CREATE TABLE `go_live_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`sheet_id` text NOT NULL,
	`state` text NOT NULL,
	`case_ids` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`current_case` text,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`sheet_id`) REFERENCES `go_live_sheets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `go_live_jobs_sheet` ON `go_live_jobs` (`sheet_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `go_live_judging` (
	`environment_id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`rules` text NOT NULL,
	`runs_before` text NOT NULL,
	`notices_before` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `go_live_marks` (
	`sheet_id` text NOT NULL,
	`case_id` text NOT NULL,
	`state` text,
	`reason` text,
	`state_by` text,
	`state_at` integer,
	`note` text,
	`note_by` text,
	`note_at` integer,
	PRIMARY KEY(`sheet_id`, `case_id`),
	FOREIGN KEY (`sheet_id`) REFERENCES `go_live_sheets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `go_live_queue` (
	`environment_id` text NOT NULL,
	`subject` text NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `go_live_queue_due` ON `go_live_queue` (`due_at`);--> statement-breakpoint
CREATE TABLE `go_live_runs` (
	`sheet_id` text NOT NULL,
	`case_id` text NOT NULL,
	`run_id` text NOT NULL,
	`tie` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sheet_id`, `case_id`, `run_id`),
	FOREIGN KEY (`sheet_id`) REFERENCES `go_live_sheets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `go_live_runs_run` ON `go_live_runs` (`run_id`);--> statement-breakpoint
CREATE TABLE `go_live_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`environment_id` text NOT NULL,
	`environment_name` text NOT NULL,
	`environment_kind` text NOT NULL,
	`system` text NOT NULL,
	`name` text NOT NULL,
	`apis` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `go_live_sheets_workspace` ON `go_live_sheets` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `go_live_sheets_environment` ON `go_live_sheets` (`environment_id`);--> statement-breakpoint
CREATE TABLE `go_live_templates` (
	`sheet_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`file` blob NOT NULL,
	`rows` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `go_live_sheets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `go_live_ticks` (
	`sheet_id` text NOT NULL,
	`item_id` text NOT NULL,
	`is_done` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sheet_id`, `item_id`),
	FOREIGN KEY (`sheet_id`) REFERENCES `go_live_sheets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TRIGGER `go_live_run_added` AFTER INSERT ON `runs`
WHEN EXISTS (SELECT 1 FROM `go_live_judging` WHERE `environment_id` = new.`environment_id`)
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`) VALUES (new.`environment_id`, 'run:' || new.`id`, 0)
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;--> statement-breakpoint
CREATE TRIGGER `go_live_run_changed` AFTER UPDATE ON `runs`
WHEN EXISTS (SELECT 1 FROM `go_live_judging` WHERE `environment_id` = new.`environment_id`)
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`) VALUES (new.`environment_id`, 'run:' || new.`id`, 0)
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;--> statement-breakpoint
CREATE TRIGGER `go_live_run_removed` AFTER DELETE ON `runs`
WHEN EXISTS (SELECT 1 FROM `go_live_judging` WHERE `environment_id` = old.`environment_id`)
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`) VALUES (old.`environment_id`, 'gone:' || old.`id`, 0)
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;--> statement-breakpoint
CREATE TRIGGER `go_live_callback_linked` AFTER UPDATE OF `run_id` ON `callbacks`
WHEN new.`run_id` IS NOT NULL
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`)
  SELECT `runs`.`environment_id`, 'run:' || `runs`.`id`, 0 FROM `runs`
  WHERE `runs`.`id` = new.`run_id`
    AND EXISTS (SELECT 1 FROM `go_live_judging` WHERE `environment_id` = `runs`.`environment_id`)
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;--> statement-breakpoint
CREATE TRIGGER `go_live_notice_linked` AFTER UPDATE OF `run_id` ON `callbacks`
WHEN new.`receipt` IS NOT NULL AND new.`kind` IN ('c2b-validation', 'c2b-confirmation', 'bill-payment')
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`)
  SELECT `environments`.`id`, 'receipt:' || new.`receipt`, 0
  FROM `environments` JOIN `go_live_judging` ON `go_live_judging`.`environment_id` = `environments`.`id`
  WHERE `environments`.`inbox_id` = new.`inbox_id` AND `environments`.`system` = new.`system`
  ON CONFLICT (`environment_id`, `subject`) DO UPDATE SET `due_at` = 0;
END;
