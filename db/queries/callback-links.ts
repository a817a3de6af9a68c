import 'server-only'
import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Mismatch } from '@/lib/wire/mismatch'
import type { Db } from '../client'
import { callbacks } from '../schema'
import { queriesOf, statementsOf } from '../statements'
import type { CallbackRow } from './callbacks'

export type Key = { kind: string; value: string }

/** In the order of the statement. */
const columns = [
  'id',
  'workspaceId',
  'inboxId',
  'receivedAt',
  'method',
  'path',
  'query',
  'headers',
  'body',
  'bodyBytes',
  'remoteAddress',
  'kind',
  'system',
  'sentence',
  'outcome',
  'code',
  'description',
  'receipt',
  'msisdn',
  'amountCents',
  'currency',
  'reference',
  'runId',
  'duplicateOf',
  'timing',
  'mismatch',
  'answerStatus',
  'answerHeaders',
  'answerBody',
  'answerMicros',
  'deliveryId',
] as const satisfies (keyof CallbackRow)[]

const table = getTableColumns(callbacks)

const statements = statementsOf((client) => ({
  insertKey: client.prepare(
    'insert into correlation_keys (workspace_id, kind, value, run_id) values (?, ?, ?, ?)',
  ),
  insertCallbackKey: client.prepare(
    'insert or ignore into callback_keys (workspace_id, value, callback_id) values (?, ?, ?)',
  ),
  link: client.prepare(
    `update callbacks set run_id = ?, duplicate_of = ?, timing = ?, reference = coalesce(reference, ?), mismatch = ?
     where id = ?`,
  ),
  mark: client.prepare('update callbacks set mismatch = ?, duplicate_of = null where id = ?'),
  removeKey: client.prepare('delete from correlation_keys where run_id = ? and value = ?'),
  heard: client.prepare(
    `select callbacks.id, callbacks.kind, callbacks.code, callbacks.receipt from (
       select callback_id from callback_keys where workspace_id = ? and value = ? order by callback_id limit 50
     ) join callbacks on callbacks.id = callback_id where callbacks.mismatch is null order by callbacks.id`,
  ),
  carrying: client
    .prepare(
      'select callback_id from callback_keys where workspace_id = ? and value = ? order by callback_id',
    )
    .pluck(),
  told: client
    .prepare(
      `select 1 from callback_keys join callbacks on callbacks.id = callback_id
       where callback_keys.workspace_id = ? and value = ? and callbacks.run_id = ? limit 1`,
    )
    .pluck(),
  last: client.prepare('select coalesce(max(id), 0) from callbacks').pluck(),
  // By place and not by name: binding thirty names costs as much as the row.
  insert: client.prepare(
    `insert into callbacks (${columns.map((name) => table[name].name).join(', ')})
     values (${columns.map(() => '?').join(', ')})`,
  ),
}))

/** More than these are repetitions that nobody will look through. */
const mostStrays = 500

const queries = queriesOf((db) => ({
  stray: db
    .select()
    .from(callbacks)
    .where(
      and(
        eq(callbacks.id, sql.placeholder('id')),
        // The plus keeps the query off the index of all that belong to no run.
        or(sql`+${callbacks.runId} is null`, isNotNull(callbacks.mismatch)),
      ),
    )
    .prepare(),
}))

export const lastCallbackNumber = (db: Db): number => statements(db).last.get() as number

/** Callbacks of these kinds that belong to no run, with ids above `after` up to `until`; the oldest first. */
export const straysOfKinds = (
  db: Db,
  kinds: readonly string[],
  after: number,
  until: number,
): CallbackRow[] =>
  db
    .select()
    .from(callbacks)
    .where(
      and(
        gt(callbacks.id, after),
        lte(callbacks.id, until),
        isNull(callbacks.runId),
        isNull(callbacks.mismatch),
        inArray(callbacks.kind, [...kinds]),
      ),
    )
    .orderBy(asc(callbacks.id))
    .all()

/** Ids that a run has from now on. */
export const insertKeys = (db: Db, workspaceId: string, keys: readonly Key[], runId: string): void => {
  const { insertKey } = statements(db)
  for (const { kind, value } of keys) insertKey.run(workspaceId, kind, value, runId)
}

/** Ids that a callback carries. */
export const insertCallbackKeys = (
  db: Db,
  workspaceId: string,
  keys: readonly Key[],
  callbackId: number,
): void => {
  const { insertCallbackKey } = statements(db)
  for (const { value } of keys) insertCallbackKey.run(workspaceId, value, callbackId)
}

export const linkCallback = (
  db: Db,
  id: number,
  link: {
    runId: string | null
    duplicateOf: number | null
    timing: CallbackRow['timing']
    /** The run's own, where the message has none: an STK result does not repeat it. */
    reference?: string | null
    mismatch?: Mismatch | null
  },
): void => {
  const { runId, duplicateOf, timing, reference = null, mismatch = null } = link
  statements(db).link.run(runId, duplicateOf, timing, reference, mismatch && JSON.stringify(mismatch), id)
}

/** It is not what it was taken for. */
export const setMismatch = (db: Db, id: number, mismatch: Mismatch): void => {
  statements(db).mark.run(JSON.stringify(mismatch), id)
}

/** Whether a message that was joined to this run carries the id. */
export const hasMessageWith = (db: Db, workspaceId: string, runId: string, value: string): boolean =>
  statements(db).told.get(workspaceId, value, runId) !== undefined

/** Ids that a run no longer has. */
export const removeKeys = (db: Db, runId: string, values: readonly string[]): void => {
  for (const value of values) statements(db).removeKey.run(runId, value)
}

/** Messages that this run was moved on by: the first ones. */
export const contestedCallbacks = (db: Db, runId: string): CallbackRow[] =>
  db
    .select()
    .from(callbacks)
    .where(and(eq(callbacks.runId, runId), isNull(callbacks.mismatch)))
    .orderBy(asc(callbacks.id))
    .limit(mostContested)
    .all()

const mostContested = 100

/** What a message says of itself before it is joined to anything. */
type Said = { id: number; kind: string; code: string | null; receipt: string | null }

/** The first callback that said the same: same kind and code, a shared id. Only the first ones with an id are looked at. */
export const earlierTwin = (
  db: Db,
  workspaceId: string,
  of: Said,
  values: readonly string[],
): number | undefined => {
  const { heard } = statements(db)
  const twins = values.flatMap((value) => {
    const rows = heard.all(workspaceId, value) as Said[]
    const isTwin = ({ id, kind, code, receipt }: Said) =>
      id < of.id && kind === of.kind && code === of.code && receipt === of.receipt
    return rows.find(isTwin)?.id ?? []
  })
  return twins.length === 0 ? undefined : Math.min(...twins)
}

const jsonOrNull = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))

export const insertCallback = (db: Db, row: CallbackRow): void => {
  statements(db).insert.run(
    columns.map((name) => {
      const value = row[name]
      return Array.isArray(value) || name === 'mismatch' ? jsonOrNull(value) : value
    }),
  )
}

/** Callbacks that carry one of these ids and belong to no run yet, or not to theirs: the first ones. */
export const strayCallbacks = (db: Db, workspaceId: string, values: readonly string[]): CallbackRow[] => {
  // Mostly there are none. One after the other: a list within a statement costs several times as much.
  const ids = values.flatMap((value) => statements(db).carrying.all(workspaceId, value) as number[])
  const found: CallbackRow[] = []
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const row = queries(db).stray.get({ id })
    if (row) found.push(row)
    if (found.length === mostStrays) break
  }
  return found
}
