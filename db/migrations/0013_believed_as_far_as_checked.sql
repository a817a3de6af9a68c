ALTER TABLE `callbacks` ADD `mismatch` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `decided_by` text;