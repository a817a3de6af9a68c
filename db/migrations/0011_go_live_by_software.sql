CREATE TABLE `go_live_sessions` (
	`sheet_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`case_id` text NOT NULL,
	`goes_on` integer NOT NULL,
	`waiting_since` integer NOT NULL,
	`run_id` text,
	`proven` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `go_live_sheets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `go_live_evidence` ADD `is_by_software` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `go_live_evidence` ADD `is_own_answer` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `go_live_sheets` ADD `requires_software` integer DEFAULT false NOT NULL;
--> statement-breakpoint
-- What the local sandbox delivered is evidence, whoever's server took it. What went to an inbox is there as a callback.
CREATE TRIGGER `go_live_delivered` AFTER UPDATE OF `state` ON `world_dues`
WHEN new.`type` = 'callback' AND new.`state` IN ('delivered', 'failed')
  AND EXISTS (SELECT 1 FROM `go_live_judging` WHERE `workspace_id` = new.`workspace_id`)
  AND instr(coalesce(new.`request`, ''), '/hook/') = 0
BEGIN
  INSERT INTO `go_live_queue` (`environment_id`, `subject`, `due_at`)
  SELECT DISTINCT `runs`.`environment_id`, 'run:' || `runs`.`id`, 0
  FROM `world_due_keys`
    JOIN `correlation_keys` ON `correlation_keys`.`workspace_id` = new.`workspace_id`
      AND `correlation_keys`.`value` = `world_due_keys`.`value` AND `correlation_keys`.`run_id` IS NOT NULL
    JOIN `runs` ON `runs`.`id` = `correlation_keys`.`run_id`
    JOIN `go_live_judging` ON `go_live_judging`.`environment_id` = `runs`.`environment_id`
  WHERE `world_due_keys`.`workspace_id` = new.`workspace_id` AND `world_due_keys`.`due_id` = new.`id`
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
