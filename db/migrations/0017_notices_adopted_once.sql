ALTER TABLE `workspaces` ADD `has_adopted_notices` integer DEFAULT true NOT NULL;--> statement-breakpoint
-- Those that were here before look once more, at their next start.
UPDATE `workspaces` SET `has_adopted_notices` = false;
