CREATE TABLE `report_blocks` (
	`workspace_id` text NOT NULL,
	`hours` integer NOT NULL,
	`from` integer NOT NULL,
	`words` text NOT NULL,
	`numbers` blob NOT NULL,
	PRIMARY KEY(`workspace_id`, `hours`, `from`)
);
--> statement-breakpoint
-- WITHOUT ROWID: looked up and marked with every run.
CREATE TABLE `report_stale_hours` (
	`workspace_id` text NOT NULL,
	`hour` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hour`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Blocks take the place of the weeks.
DROP TRIGGER `runs_answer_week_insert`;
--> statement-breakpoint
DROP TRIGGER `runs_answer_week_delete`;
--> statement-breakpoint
DROP TRIGGER `runs_answer_week_update`;
--> statement-breakpoint
DROP TRIGGER `runs_result_week_insert`;
--> statement-breakpoint
DROP TRIGGER `runs_result_week_delete`;
--> statement-breakpoint
DROP TRIGGER `runs_result_week_update`;
--> statement-breakpoint
DROP TABLE `run_timing_weeks`;
--> statement-breakpoint
-- The sums tell who started a run, and are made again of the runs that are there.
DROP TRIGGER `runs_rollup_insert`;
--> statement-breakpoint
DROP TRIGGER `runs_rollup_delete`;
--> statement-breakpoint
DROP TRIGGER `runs_rollup_update`;
--> statement-breakpoint
DROP TRIGGER `runs_answer_insert`;
--> statement-breakpoint
DROP TRIGGER `runs_answer_delete`;
--> statement-breakpoint
DROP TRIGGER `runs_answer_update`;
--> statement-breakpoint
DROP TRIGGER `runs_result_insert`;
--> statement-breakpoint
DROP TRIGGER `runs_result_delete`;
--> statement-breakpoint
DROP TRIGGER `runs_result_update`;
--> statement-breakpoint
DROP TABLE `run_rollups`;
--> statement-breakpoint
CREATE TABLE `run_rollups` (
	`workspace_id` text NOT NULL,
	`hour` integer NOT NULL,
	`environment_id` text NOT NULL,
	`environment_kind` text NOT NULL,
	`system` text NOT NULL,
	`operation` text NOT NULL,
	`app_key` text NOT NULL,
	`origin` text NOT NULL,
	`verdict` text NOT NULL,
	`code` text NOT NULL,
	`currency` text NOT NULL,
	`runs` integer NOT NULL,
	`amount_cents` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hour`, `environment_id`, `environment_kind`, `system`, `operation`, `app_key`, `origin`, `verdict`, `code`, `currency`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `run_timings`;
--> statement-breakpoint
CREATE TABLE `run_timings` (
	`workspace_id` text NOT NULL,
	`hour` integer NOT NULL,
	`environment_id` text NOT NULL,
	`environment_kind` text NOT NULL,
	`system` text NOT NULL,
	`operation` text NOT NULL,
	`app_key` text NOT NULL,
	`origin` text NOT NULL,
	`measure` text NOT NULL,
	`ms` integer NOT NULL,
	`runs` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hour`, `environment_id`, `environment_kind`, `system`, `operation`, `app_key`, `origin`, `measure`, `ms`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `run_rollups`
SELECT workspace_id, created_at - created_at % 3600000, environment_id, environment_kind, system, operation, app_key, origin, verdict, coalesce(code, ''), coalesce(currency, ''), count(*), sum(coalesce(amount_cents, 0))
FROM `runs` GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
--> statement-breakpoint
INSERT INTO `run_timings`
SELECT workspace_id, created_at - created_at % 3600000, environment_id, environment_kind, system, operation, app_key, origin, 'answer',
  CASE WHEN answer_ms < 0 THEN 0 WHEN answer_ms < 1000 THEN answer_ms WHEN answer_ms < 9995 THEN (answer_ms + 5) / 10 * 10
    WHEN answer_ms < 99950 THEN (answer_ms + 50) / 100 * 100 WHEN answer_ms < 999500 THEN (answer_ms + 500) / 1000 * 1000
    WHEN answer_ms < 9995000 THEN (answer_ms + 5000) / 10000 * 10000 ELSE (answer_ms + 50000) / 100000 * 100000 END, count(*)
FROM `runs` WHERE answer_ms IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
--> statement-breakpoint
INSERT INTO `run_timings`
SELECT workspace_id, created_at - created_at % 3600000, environment_id, environment_kind, system, operation, app_key, origin, 'result',
  CASE WHEN (result_at - created_at) < 0 THEN 0 WHEN (result_at - created_at) < 1000 THEN (result_at - created_at) WHEN (result_at - created_at) < 9995 THEN ((result_at - created_at) + 5) / 10 * 10
    WHEN (result_at - created_at) < 99950 THEN ((result_at - created_at) + 50) / 100 * 100 WHEN (result_at - created_at) < 999500 THEN ((result_at - created_at) + 500) / 1000 * 1000
    WHEN (result_at - created_at) < 9995000 THEN ((result_at - created_at) + 5000) / 10000 * 10000 ELSE ((result_at - created_at) + 50000) / 100000 * 100000 END, count(*)
FROM `runs` WHERE (result_at - created_at) IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
--> statement-breakpoint
-- The blocks of the hours that are there are made in the background.
INSERT INTO `report_stale_hours` SELECT DISTINCT workspace_id, hour FROM `run_rollups`;
--> statement-breakpoint
CREATE TRIGGER `runs_rollup_insert` AFTER INSERT ON `runs`
BEGIN
  INSERT INTO run_rollups
  VALUES (NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key, NEW.origin,
    NEW.verdict, coalesce(NEW.code, ''), coalesce(NEW.currency, ''), 1, coalesce(NEW.amount_cents, 0))
  ON CONFLICT DO UPDATE SET runs = runs + 1, amount_cents = amount_cents + excluded.amount_cents;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_rollup_delete` AFTER DELETE ON `runs`
BEGIN
  UPDATE run_rollups SET runs = runs - 1, amount_cents = amount_cents - coalesce(OLD.amount_cents, 0)
  WHERE workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND verdict = OLD.verdict AND code = coalesce(OLD.code, '') AND currency = coalesce(OLD.currency, '');
  DELETE FROM run_rollups
  WHERE workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND verdict = OLD.verdict AND code = coalesce(OLD.code, '') AND currency = coalesce(OLD.currency, '') AND runs = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_rollup_update` AFTER UPDATE OF workspace_id, created_at, environment_id, environment_kind, system, operation, app_key, origin, verdict, code, currency, amount_cents ON `runs`
WHEN OLD.workspace_id IS NOT NEW.workspace_id
  OR OLD.created_at IS NOT NEW.created_at
  OR OLD.environment_id IS NOT NEW.environment_id
  OR OLD.environment_kind IS NOT NEW.environment_kind
  OR OLD.system IS NOT NEW.system
  OR OLD.operation IS NOT NEW.operation
  OR OLD.app_key IS NOT NEW.app_key
  OR OLD.origin IS NOT NEW.origin
  OR OLD.verdict IS NOT NEW.verdict
  OR OLD.code IS NOT NEW.code
  OR OLD.currency IS NOT NEW.currency
  OR OLD.amount_cents IS NOT NEW.amount_cents
BEGIN
  UPDATE run_rollups SET runs = runs - 1, amount_cents = amount_cents - coalesce(OLD.amount_cents, 0)
  WHERE workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND verdict = OLD.verdict AND code = coalesce(OLD.code, '') AND currency = coalesce(OLD.currency, '');
  DELETE FROM run_rollups
  WHERE workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND verdict = OLD.verdict AND code = coalesce(OLD.code, '') AND currency = coalesce(OLD.currency, '') AND runs = 0;
  INSERT INTO run_rollups
  VALUES (NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key, NEW.origin,
    NEW.verdict, coalesce(NEW.code, ''), coalesce(NEW.currency, ''), 1, coalesce(NEW.amount_cents, 0))
  ON CONFLICT DO UPDATE SET runs = runs + 1, amount_cents = amount_cents + excluded.amount_cents;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_answer_insert` AFTER INSERT ON `runs` WHEN NEW.answer_ms IS NOT NULL
BEGIN
  INSERT INTO run_timings
  SELECT NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key, NEW.origin,
    'answer', CASE WHEN NEW.answer_ms < 0 THEN 0 WHEN NEW.answer_ms < 1000 THEN NEW.answer_ms WHEN NEW.answer_ms < 9995 THEN (NEW.answer_ms + 5) / 10 * 10
    WHEN NEW.answer_ms < 99950 THEN (NEW.answer_ms + 50) / 100 * 100 WHEN NEW.answer_ms < 999500 THEN (NEW.answer_ms + 500) / 1000 * 1000
    WHEN NEW.answer_ms < 9995000 THEN (NEW.answer_ms + 5000) / 10000 * 10000 ELSE (NEW.answer_ms + 50000) / 100000 * 100000 END, 1
  WHERE NEW.answer_ms IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_answer_delete` AFTER DELETE ON `runs` WHEN OLD.answer_ms IS NOT NULL
BEGIN
  UPDATE run_timings SET runs = runs - 1
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END;
  DELETE FROM run_timings
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END AND runs = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_answer_update` AFTER UPDATE OF workspace_id, created_at, environment_id, environment_kind, system, operation, app_key, origin, answer_ms ON `runs`
WHEN OLD.workspace_id IS NOT NEW.workspace_id
  OR OLD.created_at IS NOT NEW.created_at
  OR OLD.environment_id IS NOT NEW.environment_id
  OR OLD.environment_kind IS NOT NEW.environment_kind
  OR OLD.system IS NOT NEW.system
  OR OLD.operation IS NOT NEW.operation
  OR OLD.app_key IS NOT NEW.app_key
  OR OLD.origin IS NOT NEW.origin
  OR OLD.answer_ms IS NOT NEW.answer_ms
BEGIN
  UPDATE run_timings SET runs = runs - 1
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END;
  DELETE FROM run_timings
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END AND runs = 0;
  INSERT INTO run_timings
  SELECT NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key, NEW.origin,
    'answer', CASE WHEN NEW.answer_ms < 0 THEN 0 WHEN NEW.answer_ms < 1000 THEN NEW.answer_ms WHEN NEW.answer_ms < 9995 THEN (NEW.answer_ms + 5) / 10 * 10
    WHEN NEW.answer_ms < 99950 THEN (NEW.answer_ms + 50) / 100 * 100 WHEN NEW.answer_ms < 999500 THEN (NEW.answer_ms + 500) / 1000 * 1000
    WHEN NEW.answer_ms < 9995000 THEN (NEW.answer_ms + 5000) / 10000 * 10000 ELSE (NEW.answer_ms + 50000) / 100000 * 100000 END, 1
  WHERE NEW.answer_ms IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_result_insert` AFTER INSERT ON `runs` WHEN NEW.result_at IS NOT NULL
BEGIN
  INSERT INTO run_timings
  SELECT NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key, NEW.origin,
    'result', CASE WHEN (NEW.result_at - NEW.created_at) < 0 THEN 0 WHEN (NEW.result_at - NEW.created_at) < 1000 THEN (NEW.result_at - NEW.created_at) WHEN (NEW.result_at - NEW.created_at) < 9995 THEN ((NEW.result_at - NEW.created_at) + 5) / 10 * 10
    WHEN (NEW.result_at - NEW.created_at) < 99950 THEN ((NEW.result_at - NEW.created_at) + 50) / 100 * 100 WHEN (NEW.result_at - NEW.created_at) < 999500 THEN ((NEW.result_at - NEW.created_at) + 500) / 1000 * 1000
    WHEN (NEW.result_at - NEW.created_at) < 9995000 THEN ((NEW.result_at - NEW.created_at) + 5000) / 10000 * 10000 ELSE ((NEW.result_at - NEW.created_at) + 50000) / 100000 * 100000 END, 1
  WHERE NEW.result_at IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_result_delete` AFTER DELETE ON `runs` WHEN OLD.result_at IS NOT NULL
BEGIN
  UPDATE run_timings SET runs = runs - 1
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END;
  DELETE FROM run_timings
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END AND runs = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_result_update` AFTER UPDATE OF workspace_id, created_at, environment_id, environment_kind, system, operation, app_key, origin, result_at ON `runs`
WHEN OLD.workspace_id IS NOT NEW.workspace_id
  OR OLD.created_at IS NOT NEW.created_at
  OR OLD.environment_id IS NOT NEW.environment_id
  OR OLD.environment_kind IS NOT NEW.environment_kind
  OR OLD.system IS NOT NEW.system
  OR OLD.operation IS NOT NEW.operation
  OR OLD.app_key IS NOT NEW.app_key
  OR OLD.origin IS NOT NEW.origin
  OR OLD.result_at IS NOT NEW.result_at
BEGIN
  UPDATE run_timings SET runs = runs - 1
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END;
  DELETE FROM run_timings
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND hour = OLD.created_at - OLD.created_at % 3600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key AND origin = OLD.origin
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END AND runs = 0;
  INSERT INTO run_timings
  SELECT NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key, NEW.origin,
    'result', CASE WHEN (NEW.result_at - NEW.created_at) < 0 THEN 0 WHEN (NEW.result_at - NEW.created_at) < 1000 THEN (NEW.result_at - NEW.created_at) WHEN (NEW.result_at - NEW.created_at) < 9995 THEN ((NEW.result_at - NEW.created_at) + 5) / 10 * 10
    WHEN (NEW.result_at - NEW.created_at) < 99950 THEN ((NEW.result_at - NEW.created_at) + 50) / 100 * 100 WHEN (NEW.result_at - NEW.created_at) < 999500 THEN ((NEW.result_at - NEW.created_at) + 500) / 1000 * 1000
    WHEN (NEW.result_at - NEW.created_at) < 9995000 THEN ((NEW.result_at - NEW.created_at) + 5000) / 10000 * 10000 ELSE ((NEW.result_at - NEW.created_at) + 50000) / 100000 * 100000 END, 1
  WHERE NEW.result_at IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_stale_insert` AFTER INSERT ON `runs`
BEGIN
  INSERT INTO report_stale_hours VALUES (NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_stale_delete` AFTER DELETE ON `runs`
BEGIN
  INSERT INTO report_stale_hours VALUES (OLD.workspace_id, OLD.created_at - OLD.created_at % 3600000) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_stale_update` AFTER UPDATE OF workspace_id, created_at, environment_id, environment_kind, system, operation, app_key, origin, verdict, code, currency, amount_cents, answer_ms, result_at ON `runs`
WHEN OLD.workspace_id IS NOT NEW.workspace_id
  OR OLD.created_at IS NOT NEW.created_at
  OR OLD.environment_id IS NOT NEW.environment_id
  OR OLD.environment_kind IS NOT NEW.environment_kind
  OR OLD.system IS NOT NEW.system
  OR OLD.operation IS NOT NEW.operation
  OR OLD.app_key IS NOT NEW.app_key
  OR OLD.origin IS NOT NEW.origin
  OR OLD.verdict IS NOT NEW.verdict
  OR OLD.code IS NOT NEW.code
  OR OLD.currency IS NOT NEW.currency
  OR OLD.amount_cents IS NOT NEW.amount_cents
  OR OLD.answer_ms IS NOT NEW.answer_ms
  OR OLD.result_at IS NOT NEW.result_at
BEGIN
  INSERT INTO report_stale_hours VALUES (OLD.workspace_id, OLD.created_at - OLD.created_at % 3600000), (NEW.workspace_id, NEW.created_at - NEW.created_at % 3600000)
  ON CONFLICT DO NOTHING;
END;
