import 'server-only'
import type { Db } from '../client'
import { statementsOf } from '../statements'

export type JudgingRow = {
  environmentId: string
  workspaceId: string
  rules: string
  runsBefore: string
  noticesBefore: number
  done: number
  total: number
}

export type EvidenceRow = {
  id: number
  sheetId: string
  caseId: string
  says: 'proves' | 'contradicts' | 'part'
  way: number
  place: number
  subject: string
  runIds: string[]
  callbackIds: number[]
  at: number
  confidence: 'certain' | 'likely'
  isSimulated: boolean
  isBySoftware: boolean
  isOwnAnswer: boolean
  sentence: string
  missing: string | null
}

export type NewEvidence = Omit<EvidenceRow, 'id'> & { environmentId: string }

export type Bucket = {
  caseId: string
  says: EvidenceRow['says']
  way: number
  place: number
  isBySoftware: boolean
}

const evidenceColumns = `id, sheet_id as sheetId, case_id as caseId, says, way, place, subject, run_ids as runIds,
  callback_ids as callbackIds, at, confidence, is_simulated as isSimulated, is_by_software as isBySoftware,
  is_own_answer as isOwnAnswer, sentence, missing`

const judgingColumns = `environment_id as environmentId, workspace_id as workspaceId, rules, runs_before as runsBefore,
  notices_before as noticesBefore, done, total`

const statements = statementsOf((client) => ({
  judging: client.prepare(`select ${judgingColumns} from go_live_judging where environment_id = ?`),
  judgings: client.prepare(`select ${judgingColumns} from go_live_judging order by environment_id`),
  putJudging: client.prepare(
    `insert into go_live_judging (environment_id, workspace_id, rules, runs_before, notices_before, done, total)
     values (@environmentId, @workspaceId, @rules, @runsBefore, @noticesBefore, @done, @total)
     on conflict (environment_id) do update set rules = excluded.rules, runs_before = excluded.runs_before,
       notices_before = excluded.notices_before, done = excluded.done, total = excluded.total`,
  ),
  dropJudging: client.prepare('delete from go_live_judging where environment_id = ?'),
  dropQueue: client.prepare('delete from go_live_queue where environment_id = ?'),
  dropEvidence: client.prepare('delete from go_live_evidence where environment_id = ?'),
  due: client
    .prepare(
      `select subject from go_live_queue where environment_id = ? and due_at <= ? order by due_at, subject limit ? + 0`,
    )
    .pluck(),
  unqueue: client.prepare('delete from go_live_queue where environment_id = ? and subject = ?'),
  enqueue: client.prepare(
    `insert into go_live_queue (environment_id, subject, due_at) values (?, ?, ?)
     on conflict (environment_id, subject) do update set due_at = min(due_at, excluded.due_at)`,
  ),
  nextDue: client.prepare('select min(due_at) from go_live_queue').pluck(),
  ofSubject: client.prepare(
    `select ${evidenceColumns} from go_live_evidence where environment_id = ? and subject = ?`,
  ),
  ofSheet: client.prepare(
    `select ${evidenceColumns} from go_live_evidence where environment_id = ? and sheet_id in ('', ?) order by at desc, id desc`,
  ),
  parts: client
    .prepare(
      `select distinct subject from go_live_evidence
       where environment_id = ? and sheet_id = '' and case_id = ? and says = 'part' and way = ? and place = ?
       order by at desc limit ? + 0`,
    )
    .pluck(),
  mentioning: client.prepare(
    `select ${evidenceColumns} from go_live_evidence
     where environment_id = ? and exists (select 1 from json_each(run_ids) where value = ?)`,
  ),
  removeEvidence: client.prepare('delete from go_live_evidence where id = ?'),
  putEvidence: client.prepare(
    `insert into go_live_evidence (environment_id, sheet_id, case_id, says, way, place, subject, run_ids, callback_ids,
       at, confidence, is_simulated, is_by_software, is_own_answer, sentence, missing)
     values (@environmentId, @sheetId, @caseId, @says, @way, @place, @subject, @runIds, @callbackIds, @at, @confidence,
       @isSimulated, @isBySoftware, @isOwnAnswer, @sentence, @missing)
     on conflict (environment_id, sheet_id, case_id, subject, says, way, place) do update set
       run_ids = excluded.run_ids, callback_ids = excluded.callback_ids, at = excluded.at,
       confidence = excluded.confidence, is_by_software = excluded.is_by_software,
       is_own_answer = excluded.is_own_answer, sentence = excluded.sentence, missing = excluded.missing`,
  ),
  buckets: client.prepare(
    `select case_id as caseId, says, way, place, is_by_software as isBySoftware, count(*) as count, min(at) as oldest
     from go_live_evidence where environment_id = ? and sheet_id = ''
     group by case_id, says, way, place, is_by_software`,
  ),
  trim: client.prepare(
    `delete from go_live_evidence where environment_id = @environmentId and sheet_id = '' and case_id = @caseId
       and says = @says and way = @way and place = @place and is_by_software = @isBySoftware and id not in (
         select id from go_live_evidence where environment_id = @environmentId and sheet_id = '' and case_id = @caseId
           and says = @says and way = @way and place = @place and is_by_software = @isBySoftware order by at desc, id desc limit @keep + 0)`,
  ),
  counted: client
    .prepare('select coalesce(sum(runs), 0) from run_rollups where workspace_id = ? and environment_id = ?')
    .pluck(),
  tiesOfRuns: client.prepare(
    `select go_live_runs.sheet_id as sheetId, case_id as caseId, run_id as runId, tie
     from go_live_runs join go_live_sheets on go_live_sheets.id = go_live_runs.sheet_id
     where go_live_sheets.environment_id = ? and run_id in (select value from json_each(?))`,
  ),
}))

type StoredEvidence = Omit<
  EvidenceRow,
  'runIds' | 'callbackIds' | 'isSimulated' | 'isBySoftware' | 'isOwnAnswer'
> & {
  runIds: string
  callbackIds: string
  isSimulated: number
  isBySoftware: number
  isOwnAnswer: number
}

const read = (row: StoredEvidence): EvidenceRow => ({
  ...row,
  runIds: JSON.parse(row.runIds) as string[],
  callbackIds: JSON.parse(row.callbackIds) as number[],
  isSimulated: row.isSimulated === 1,
  isBySoftware: row.isBySoftware === 1,
  isOwnAnswer: row.isOwnAnswer === 1,
})

export const judgingOf = (db: Db, environmentId: string): JudgingRow | undefined =>
  statements(db).judging.get(environmentId) as JudgingRow | undefined

export const judgings = (db: Db): JudgingRow[] => statements(db).judgings.all() as JudgingRow[]

export const putJudging = (db: Db, row: JudgingRow): void => {
  statements(db).putJudging.run(row)
}

/** Nothing of this environment is judged any more. */
export const dropJudging = (db: Db, environmentId: string): void => {
  const { dropJudging: drop, dropQueue, dropEvidence } = statements(db)
  drop.run(environmentId)
  dropQueue.run(environmentId)
  dropEvidence.run(environmentId)
}

/** All that was said so far, so that it can be said again. */
export const clearEvidence = (db: Db, environmentId: string): void => {
  statements(db).dropQueue.run(environmentId)
  statements(db).dropEvidence.run(environmentId)
}

export const dueSubjects = (db: Db, environmentId: string, now: number, limit: number): string[] =>
  statements(db).due.all(environmentId, now, limit) as string[]

export const unqueue = (db: Db, environmentId: string, subjects: readonly string[]): void => {
  for (const subject of subjects) statements(db).unqueue.run(environmentId, subject)
}

export const enqueue = (db: Db, environmentId: string, subject: string, dueAt = 0): void => {
  statements(db).enqueue.run(environmentId, subject, dueAt)
}

/** When something has to be judged again, of whichever environment; undefined when nothing waits. */
export const nextDueAt = (db: Db): number | undefined =>
  (statements(db).nextDue.get() as number | null) ?? undefined

export const evidenceOfSubject = (db: Db, environmentId: string, subject: string): EvidenceRow[] =>
  (statements(db).ofSubject.all(environmentId, subject) as StoredEvidence[]).map(read)

/** Newest first: what is true for every sheet, and what is for this one. */
export const evidenceForSheet = (db: Db, environmentId: string, sheetId: string): EvidenceRow[] =>
  (statements(db).ofSheet.all(environmentId, sheetId) as StoredEvidence[]).map(read)

export const evidenceMentioning = (db: Db, environmentId: string, runId: string): EvidenceRow[] =>
  (statements(db).mentioning.all(environmentId, runId) as StoredEvidence[]).map(read)

export const partSubjects = (
  db: Db,
  environmentId: string,
  of: { caseId: string; way: number; place: number; limit: number },
): string[] => statements(db).parts.all(environmentId, of.caseId, of.way, of.place, of.limit) as string[]

export const removeEvidence = (db: Db, id: number): void => {
  statements(db).removeEvidence.run(id)
}

export const putEvidence = (db: Db, row: NewEvidence): void => {
  statements(db).putEvidence.run({
    ...row,
    runIds: JSON.stringify(row.runIds),
    callbackIds: JSON.stringify(row.callbackIds),
    isSimulated: row.isSimulated ? 1 : 0,
    isBySoftware: row.isBySoftware ? 1 : 0,
    isOwnAnswer: row.isOwnAnswer ? 1 : 0,
  })
}

export const evidenceBuckets = (
  db: Db,
  environmentId: string,
): (Bucket & { count: number; oldest: number })[] =>
  (
    statements(db).buckets.all(environmentId) as (Omit<Bucket, 'isBySoftware'> & {
      isBySoftware: number
      count: number
      oldest: number
    })[]
  ).map((row) => ({ ...row, isBySoftware: row.isBySoftware === 1 }))

export const trimEvidence = (db: Db, environmentId: string, bucket: Bucket, keep: number): void => {
  statements(db).trim.run({ environmentId, ...bucket, isBySoftware: bucket.isBySoftware ? 1 : 0, keep })
}

export const countRunsOf = (db: Db, workspaceId: string, environmentId: string): number =>
  statements(db).counted.get(workspaceId, environmentId) as number

export type RunTie = {
  sheetId: string
  caseId: string
  runId: string
  tie: 'played' | 'attached' | 'detached'
}

export const tiesOfRuns = (db: Db, environmentId: string, runIds: readonly string[]): RunTie[] =>
  runIds.length === 0
    ? []
    : (statements(db).tiesOfRuns.all(environmentId, JSON.stringify(runIds)) as RunTie[])
