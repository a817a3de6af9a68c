DROP INDEX `local_tokens_app`;--> statement-breakpoint
CREATE INDEX `local_tokens_app` ON `local_tokens` (`app_id`,`expires_at`);