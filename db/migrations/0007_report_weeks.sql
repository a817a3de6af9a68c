-- Weeks of UTC, from Monday: a year is read from these and the hours at its edges. WITHOUT ROWID, as the hours.
CREATE TABLE `run_timing_weeks` (
	`workspace_id` text NOT NULL,
	`week` integer NOT NULL,
	`environment_id` text NOT NULL,
	`environment_kind` text NOT NULL,
	`system` text NOT NULL,
	`operation` text NOT NULL,
	`app_key` text NOT NULL,
	`measure` text NOT NULL,
	`ms` integer NOT NULL,
	`runs` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `week`, `environment_id`, `environment_kind`, `system`, `operation`, `app_key`, `measure`, `ms`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `run_timing_weeks`
SELECT workspace_id, (hour - 345600000) / 604800000 * 604800000 + 345600000, environment_id, environment_kind, system, operation, app_key, measure, ms, sum(runs)
FROM `run_timings` GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
--> statement-breakpoint
CREATE TRIGGER `runs_answer_week_insert` AFTER INSERT ON `runs` WHEN NEW.answer_ms IS NOT NULL
BEGIN
  INSERT INTO run_timing_weeks
  SELECT NEW.workspace_id, (NEW.created_at - 345600000) / 604800000 * 604800000 + 345600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key,
    'answer', CASE WHEN NEW.answer_ms < 0 THEN 0 WHEN NEW.answer_ms < 1000 THEN NEW.answer_ms WHEN NEW.answer_ms < 9995 THEN (NEW.answer_ms + 5) / 10 * 10
    WHEN NEW.answer_ms < 99950 THEN (NEW.answer_ms + 50) / 100 * 100 WHEN NEW.answer_ms < 999500 THEN (NEW.answer_ms + 500) / 1000 * 1000
    WHEN NEW.answer_ms < 9995000 THEN (NEW.answer_ms + 5000) / 10000 * 10000 ELSE (NEW.answer_ms + 50000) / 100000 * 100000 END, 1
  WHERE NEW.answer_ms IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_answer_week_delete` AFTER DELETE ON `runs` WHEN OLD.answer_ms IS NOT NULL
BEGIN
  UPDATE run_timing_weeks SET runs = runs - 1
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END;
  DELETE FROM run_timing_weeks
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END AND runs = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_answer_week_update` AFTER UPDATE OF workspace_id, created_at, environment_id, environment_kind, system, operation, app_key, answer_ms ON `runs`
WHEN OLD.workspace_id IS NOT NEW.workspace_id
  OR OLD.created_at IS NOT NEW.created_at
  OR OLD.environment_id IS NOT NEW.environment_id
  OR OLD.environment_kind IS NOT NEW.environment_kind
  OR OLD.system IS NOT NEW.system
  OR OLD.operation IS NOT NEW.operation
  OR OLD.app_key IS NOT NEW.app_key
  OR OLD.answer_ms IS NOT NEW.answer_ms
BEGIN
  UPDATE run_timing_weeks SET runs = runs - 1
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END;
  DELETE FROM run_timing_weeks
  WHERE OLD.answer_ms IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'answer' AND ms = CASE WHEN OLD.answer_ms < 0 THEN 0 WHEN OLD.answer_ms < 1000 THEN OLD.answer_ms WHEN OLD.answer_ms < 9995 THEN (OLD.answer_ms + 5) / 10 * 10
    WHEN OLD.answer_ms < 99950 THEN (OLD.answer_ms + 50) / 100 * 100 WHEN OLD.answer_ms < 999500 THEN (OLD.answer_ms + 500) / 1000 * 1000
    WHEN OLD.answer_ms < 9995000 THEN (OLD.answer_ms + 5000) / 10000 * 10000 ELSE (OLD.answer_ms + 50000) / 100000 * 100000 END AND runs = 0;
  INSERT INTO run_timing_weeks
  SELECT NEW.workspace_id, (NEW.created_at - 345600000) / 604800000 * 604800000 + 345600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key,
    'answer', CASE WHEN NEW.answer_ms < 0 THEN 0 WHEN NEW.answer_ms < 1000 THEN NEW.answer_ms WHEN NEW.answer_ms < 9995 THEN (NEW.answer_ms + 5) / 10 * 10
    WHEN NEW.answer_ms < 99950 THEN (NEW.answer_ms + 50) / 100 * 100 WHEN NEW.answer_ms < 999500 THEN (NEW.answer_ms + 500) / 1000 * 1000
    WHEN NEW.answer_ms < 9995000 THEN (NEW.answer_ms + 5000) / 10000 * 10000 ELSE (NEW.answer_ms + 50000) / 100000 * 100000 END, 1
  WHERE NEW.answer_ms IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_result_week_insert` AFTER INSERT ON `runs` WHEN NEW.result_at IS NOT NULL
BEGIN
  INSERT INTO run_timing_weeks
  SELECT NEW.workspace_id, (NEW.created_at - 345600000) / 604800000 * 604800000 + 345600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key,
    'result', CASE WHEN (NEW.result_at - NEW.created_at) < 0 THEN 0 WHEN (NEW.result_at - NEW.created_at) < 1000 THEN (NEW.result_at - NEW.created_at) WHEN (NEW.result_at - NEW.created_at) < 9995 THEN ((NEW.result_at - NEW.created_at) + 5) / 10 * 10
    WHEN (NEW.result_at - NEW.created_at) < 99950 THEN ((NEW.result_at - NEW.created_at) + 50) / 100 * 100 WHEN (NEW.result_at - NEW.created_at) < 999500 THEN ((NEW.result_at - NEW.created_at) + 500) / 1000 * 1000
    WHEN (NEW.result_at - NEW.created_at) < 9995000 THEN ((NEW.result_at - NEW.created_at) + 5000) / 10000 * 10000 ELSE ((NEW.result_at - NEW.created_at) + 50000) / 100000 * 100000 END, 1
  WHERE NEW.result_at IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_result_week_delete` AFTER DELETE ON `runs` WHEN OLD.result_at IS NOT NULL
BEGIN
  UPDATE run_timing_weeks SET runs = runs - 1
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END;
  DELETE FROM run_timing_weeks
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END AND runs = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_result_week_update` AFTER UPDATE OF workspace_id, created_at, environment_id, environment_kind, system, operation, app_key, result_at ON `runs`
WHEN OLD.workspace_id IS NOT NEW.workspace_id
  OR OLD.created_at IS NOT NEW.created_at
  OR OLD.environment_id IS NOT NEW.environment_id
  OR OLD.environment_kind IS NOT NEW.environment_kind
  OR OLD.system IS NOT NEW.system
  OR OLD.operation IS NOT NEW.operation
  OR OLD.app_key IS NOT NEW.app_key
  OR OLD.result_at IS NOT NEW.result_at
BEGIN
  UPDATE run_timing_weeks SET runs = runs - 1
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END;
  DELETE FROM run_timing_weeks
  WHERE OLD.result_at IS NOT NULL AND workspace_id = OLD.workspace_id AND week = (OLD.created_at - 345600000) / 604800000 * 604800000 + 345600000 AND environment_id = OLD.environment_id
    AND environment_kind = OLD.environment_kind AND system = OLD.system AND operation = OLD.operation AND app_key = OLD.app_key
    AND measure = 'result' AND ms = CASE WHEN (OLD.result_at - OLD.created_at) < 0 THEN 0 WHEN (OLD.result_at - OLD.created_at) < 1000 THEN (OLD.result_at - OLD.created_at) WHEN (OLD.result_at - OLD.created_at) < 9995 THEN ((OLD.result_at - OLD.created_at) + 5) / 10 * 10
    WHEN (OLD.result_at - OLD.created_at) < 99950 THEN ((OLD.result_at - OLD.created_at) + 50) / 100 * 100 WHEN (OLD.result_at - OLD.created_at) < 999500 THEN ((OLD.result_at - OLD.created_at) + 500) / 1000 * 1000
    WHEN (OLD.result_at - OLD.created_at) < 9995000 THEN ((OLD.result_at - OLD.created_at) + 5000) / 10000 * 10000 ELSE ((OLD.result_at - OLD.created_at) + 50000) / 100000 * 100000 END AND runs = 0;
  INSERT INTO run_timing_weeks
  SELECT NEW.workspace_id, (NEW.created_at - 345600000) / 604800000 * 604800000 + 345600000, NEW.environment_id, NEW.environment_kind, NEW.system, NEW.operation, NEW.app_key,
    'result', CASE WHEN (NEW.result_at - NEW.created_at) < 0 THEN 0 WHEN (NEW.result_at - NEW.created_at) < 1000 THEN (NEW.result_at - NEW.created_at) WHEN (NEW.result_at - NEW.created_at) < 9995 THEN ((NEW.result_at - NEW.created_at) + 5) / 10 * 10
    WHEN (NEW.result_at - NEW.created_at) < 99950 THEN ((NEW.result_at - NEW.created_at) + 50) / 100 * 100 WHEN (NEW.result_at - NEW.created_at) < 999500 THEN ((NEW.result_at - NEW.created_at) + 500) / 1000 * 1000
    WHEN (NEW.result_at - NEW.created_at) < 9995000 THEN ((NEW.result_at - NEW.created_at) + 5000) / 10000 * 10000 ELSE ((NEW.result_at - NEW.created_at) + 50000) / 100000 * 100000 END, 1
  WHERE NEW.result_at IS NOT NULL
  ON CONFLICT DO UPDATE SET runs = runs + 1;
END;
