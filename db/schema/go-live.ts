import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { workspaces } from './people'

/** A Go-Live test case sheet of one environment. Kept when the environment is gone, hence its name and kind. */
export const goLiveSheets = sqliteTable(
  'go_live_sheets',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    environmentId: text('environment_id').notNull(),
    environmentName: text('environment_name').notNull(),
    environmentKind: text('environment_kind').$type<EnvironmentKind>().notNull(),
    system: text('system').notNull(),
    name: text('name').notNull(),
    /** Groups of cases that were chosen. */
    apis: text('apis', { mode: 'json' }).$type<string[]>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    /** What was sent from a form does not fill it. */
    requiresSoftware: integer('requires_software', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('go_live_sheets_workspace').on(table.workspaceId, table.createdAt),
    index('go_live_sheets_environment').on(table.environmentId),
  ],
)

const sheetId = () =>
  text('sheet_id')
    .notNull()
    .references(() => goLiveSheets.id, { onDelete: 'cascade' })

/**
 * Environments whose runs are judged, because a sheet speaks of them. Triggers queue runs and notices only for these.
 * What was recorded before is judged from the newest down: the cursors say how far.
 */
export const goLiveJudging = sqliteTable('go_live_judging', {
  environmentId: text('environment_id').primaryKey(),
  workspaceId: text('workspace_id').notNull(),
  /** Fingerprint of the cases judged by: others begin again. */
  rules: text('rules').notNull(),
  /** Runs below this id are still to be judged; empty when all were. */
  runsBefore: text('runs_before').notNull(),
  /** The same for notices that belong to a receipt, by the callback's id; 0 when all were. */
  noticesBefore: integer('notices_before').notNull(),
  done: integer('done').notNull().default(0),
  total: integer('total').notNull().default(0),
})

/** Runs (`run:<id>`) and receipts (`receipt:<receipt>`) to be judged again, at once or when a waiting time is over. */
export const goLiveQueue = sqliteTable(
  'go_live_queue',
  {
    environmentId: text('environment_id').notNull(),
    subject: text('subject').notNull(),
    dueAt: integer('due_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.subject] }),
    index('go_live_queue_due').on(table.dueAt),
  ],
)

/** What a run or a receipt says to a case. Of many that say the same, the newest are kept. */
export const goLiveEvidence = sqliteTable(
  'go_live_evidence',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    environmentId: text('environment_id').notNull(),
    /** Set where it was sent or attached for that sheet's case; else empty, and true for every sheet. */
    sheetId: text('sheet_id').notNull(),
    caseId: text('case_id').notNull(),
    says: text('says', { enum: ['proves', 'contradicts', 'part'] }).notNull(),
    way: integer('way').notNull(),
    place: integer('place').notNull(),
    subject: text('subject').notNull(),
    runIds: text('run_ids', { mode: 'json' }).$type<string[]>().notNull(),
    callbackIds: text('callback_ids', { mode: 'json' }).$type<number[]>().notNull(),
    at: integer('at').notNull(),
    confidence: text('confidence', { enum: ['certain', 'likely'] }).notNull(),
    isSimulated: integer('is_simulated', { mode: 'boolean' }).notNull(),
    /** All of it was the team's own software's doing. */
    isBySoftware: integer('is_by_software', { mode: 'boolean' }).notNull().default(false),
    /** Their own server answered the callbacks that it rests on. */
    isOwnAnswer: integer('is_own_answer', { mode: 'boolean' }).notNull().default(false),
    sentence: text('sentence').notNull(),
    missing: text('missing'),
  },
  (table) => [
    uniqueIndex('go_live_evidence_of').on(
      table.environmentId,
      table.sheetId,
      table.caseId,
      table.subject,
      table.says,
      table.way,
      table.place,
    ),
    index('go_live_evidence_subject').on(table.environmentId, table.subject),
  ],
)

/** What people say of a case. */
export const goLiveMarks = sqliteTable(
  'go_live_marks',
  {
    sheetId: sheetId(),
    caseId: text('case_id').notNull(),
    state: text('state', { enum: ['success', 'fail', 'empty', 'not-applicable'] }),
    reason: text('reason'),
    stateBy: text('state_by'),
    stateAt: integer('state_at'),
    note: text('note'),
    noteBy: text('note_by'),
    noteAt: integer('note_at'),
  },
  (table) => [primaryKey({ columns: [table.sheetId, table.caseId] })],
)

/** Runs that were sent for a case (`played`), added to it by hand (`attached`) or taken from it (`detached`). */
export const goLiveRuns = sqliteTable(
  'go_live_runs',
  {
    sheetId: sheetId(),
    caseId: text('case_id').notNull(),
    runId: text('run_id').notNull(),
    tie: text('tie', { enum: ['played', 'attached', 'detached'] }).notNull(),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sheetId, table.caseId, table.runId] }),
    index('go_live_runs_run').on(table.runId),
  ],
)

/** Things of the checklist that were seen to. */
export const goLiveTicks = sqliteTable(
  'go_live_ticks',
  {
    sheetId: sheetId(),
    itemId: text('item_id').notNull(),
    isDone: integer('is_done', { mode: 'boolean' }).notNull(),
    note: text('note').notNull().default(''),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sheetId, table.itemId] })],
)

/** A workbook that somebody uploaded to be filled, and which of its rows are which cases. */
export const goLiveTemplates = sqliteTable('go_live_templates', {
  sheetId: sheetId().primaryKey(),
  name: text('name').notNull(),
  file: blob('file', { mode: 'buffer' }).notNull(),
  rows: text('rows', { mode: 'json' }).$type<unknown[]>().notNull(),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: integer('uploaded_at').notNull(),
})

/** Cases being run one after the other. */
export const goLiveJobs = sqliteTable(
  'go_live_jobs',
  {
    id: text('id').primaryKey(),
    sheetId: sheetId(),
    state: text('state', { enum: ['running', 'paused', 'done', 'stopped', 'interrupted'] }).notNull(),
    caseIds: text('case_ids', { mode: 'json' }).$type<string[]>().notNull(),
    done: integer('done').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    currentCase: text('current_case'),
    startedBy: text('started_by').notNull(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [index('go_live_jobs_sheet').on(table.sheetId, table.startedAt)],
)

export const goLiveJobLines = sqliteTable(
  'go_live_job_lines',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    jobId: text('job_id')
      .notNull()
      .references(() => goLiveJobs.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    caseId: text('case_id'),
    text: text('text').notNull(),
    tone: text('tone', { enum: ['neutral', 'good', 'bad'] }).notNull(),
  },
  (table) => [index('go_live_job_lines_job').on(table.jobId, table.id)],
)

/** A sheet that waits for the team's own software to do a case. One at a time; it stays when it is over. */
export const goLiveSessions = sqliteTable('go_live_sessions', {
  sheetId: sheetId().primaryKey(),
  state: text('state', { enum: ['waiting', 'running', 'proven', 'paused', 'stopped', 'complete'] }).notNull(),
  caseId: text('case_id').notNull(),
  /** Goes on with the next case that is missing as soon as one is proven. */
  goesOn: integer('goes_on', { mode: 'boolean' }).notNull(),
  /** Calls before this do not count. */
  waitingSince: integer('waiting_since').notNull(),
  /** The call that began the case. */
  runId: text('run_id'),
  proven: text('proven', { mode: 'json' }).$type<{ caseId: string; at: number }[]>().notNull(),
  startedBy: text('started_by').notNull(),
  startedAt: integer('started_at').notNull(),
  endsAt: integer('ends_at').notNull(),
})
