import 'server-only'
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Db } from '../client'
import { callbacks, inboxes, runs } from '../schema'
import { queriesOf, statementsOf } from '../statements'
import { idsHolding, literalsOf, type ReadContent, searchPages, wordsOf } from './callback-search'
import { inboxByName } from './inboxes'

export type CallbackRow = typeof callbacks.$inferSelect
export type CallbackSummaryRow = Omit<CallbackRow, 'body' | 'answerHeaders' | 'answerBody'> & {
  inbox: string
  /** Where the run was sent that it belongs to. */
  runKind: (typeof runs.$inferSelect)['environmentKind'] | null
  /** Who started the run that it belongs to. */
  runOrigin: (typeof runs.$inferSelect)['origin'] | null
}
export type CallbackWithInbox = CallbackRow & { inbox: string }

const statements = statementsOf((client) => ({
  inboxName: client.prepare('select name from inboxes where id = ?').pluck(),
  atOrAfter: client.prepare('select id, received_at as at from callbacks where id >= ? order by id limit 1'),
  lastId: client.prepare('select max(id) from callbacks').pluck(),
}))

/** Empty for one that is gone. */
export const inboxName = (db: Db, id: string): string => (statements(db).inboxName.get(id) ?? '') as string

export const callbackOf = (db: Db, workspaceId: string, id: number): CallbackWithInbox | undefined => {
  const found = db
    .select({ row: callbacks, inbox: inboxes.name })
    .from(callbacks)
    .innerJoin(inboxes, eq(inboxes.id, callbacks.inboxId))
    .where(and(eq(callbacks.id, id), eq(callbacks.workspaceId, workspaceId)))
    .get()
  return found && { ...found.row, inbox: found.inbox }
}

/** What a list shows: without the bytes. */
const { body, answerHeaders, answerBody, ...light } = getTableColumns(callbacks)

export type CallbackFilter = {
  inbox?: string
  system?: string
  kind?: string
  code?: string
  receipt?: string
  msisdn?: string
  /** Only those that do not match what they claim to be of, or only the others. */
  match?: 'yes' | 'no'
  from?: number
  to?: number
  /** Words that the message has; where none has them all, the last may be the beginning of one. */
  q?: string
  before?: number
}

/** Newest first. `contentOf`: for what is searched, so that packed bodies are compared as what they hold. */
export const callbackSummaries = (
  db: Db,
  workspaceId: string,
  filter: CallbackFilter,
  limit: number,
  contentOf: ReadContent = (message) => message,
): CallbackSummaryRow[] => {
  const inboxId =
    filter.inbox === undefined ? undefined : (inboxByName(db, workspaceId, filter.inbox)?.id ?? '')
  const where: (SQL | undefined)[] = [
    eq(callbacks.workspaceId, workspaceId),
    inboxId === undefined ? undefined : eq(callbacks.inboxId, inboxId),
    filter.kind ? eq(callbacks.kind, filter.kind) : undefined,
    filter.system ? eq(callbacks.system, filter.system) : undefined,
    filter.code ? eq(callbacks.code, filter.code) : undefined,
    filter.receipt ? eq(callbacks.receipt, filter.receipt) : undefined,
    filter.msisdn ? eq(callbacks.msisdn, filter.msisdn) : undefined,
    filter.match === 'no' ? isNotNull(callbacks.mismatch) : undefined,
    filter.match === 'yes' ? isNull(callbacks.mismatch) : undefined,
    ...timeConditions(db, filter),
    filter.before === undefined ? undefined : lt(callbacks.id, filter.before),
  ]
  const words = filter.q === undefined ? undefined : wordsOf(filter.q)
  if (words !== undefined) {
    if (words.length === 0) return []
    const literal = literalsOf(filter.q ?? '')
    const options = { before: filter.before, limit, isLiteral: literal.length > 0 }
    const pages = (sought: readonly string[]) =>
      searchPages(db, sought, options, (ids, left) => {
        const holding = literal.length === 0 ? ids : idsHolding(db, ids, literal, contentOf)
        if (holding.length === 0) return []
        return selectLight(db, and(...where, inArray(callbacks.id, holding)), left)
      })
    const rows = pages(words)
    // `1.0` is the beginning of `1.00`: the characters are compared anyway, so the last word may be left open.
    const mayBeOpen = rows.length === 0 && literal.length > 0 && words.length > 1
    return mayBeOpen ? pages(words.slice(0, -1)) : rows
  }
  return selectLight(db, and(...where), limit)
}

/** Clocks are set back a little now and then: this many neighbours are looked at beyond the bound. */
const clockSlack = 500

/** Ids rise with time, so a time is found by halving, without an index of its own. */
const timeConditions = (db: Db, { from, to }: CallbackFilter): SQL[] => [
  ...(from === undefined
    ? []
    : [gte(callbacks.receivedAt, from), gte(callbacks.id, firstIdAt(db, from) - clockSlack)]),
  ...(to === undefined
    ? []
    : [lte(callbacks.receivedAt, to), lt(callbacks.id, firstIdAt(db, to + 1) + clockSlack)]),
]

const firstIdAt = (db: Db, time: number): number => {
  const { atOrAfter, lastId } = statements(db)
  let low = 1
  let high = ((lastId.get() as number | null) ?? 0) + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = atOrAfter.get(middle) as { id: number; at: number } | undefined
    if (!row || row.at >= time) high = middle
    else low = row.id + 1
  }
  return low
}

/** These ones, in order of arrival. */
export const summariesOf = (db: Db, ids: readonly number[]): CallbackSummaryRow[] =>
  [...ids].sort((a, b) => a - b).flatMap((id) => queries(db).summary.get({ id }) ?? [])

const joinedLight = (db: Db) =>
  db
    .select({ ...light, inbox: inboxes.name, runOrigin: runs.origin, runKind: runs.environmentKind })
    .from(callbacks)
    .innerJoin(inboxes, eq(inboxes.id, callbacks.inboxId))
    .leftJoin(runs, eq(runs.id, callbacks.runId))

const queries = queriesOf((db) => ({
  summary: joinedLight(db)
    .where(eq(callbacks.id, sql.placeholder('id')))
    .prepare(),
}))

const selectLight = (db: Db, where: SQL | undefined, limit: number): CallbackSummaryRow[] =>
  joinedLight(db).where(where).orderBy(desc(callbacks.id)).limit(limit).all()

/** Oldest first after a cursor, whole. */
export const callbacksAfter = (
  db: Db,
  workspaceId: string,
  inboxId: string | undefined,
  after: number,
  limit: number,
): CallbackWithInbox[] =>
  db
    .select({ row: callbacks, inbox: inboxes.name })
    .from(callbacks)
    .innerJoin(inboxes, eq(inboxes.id, callbacks.inboxId))
    .where(
      and(
        // An inbox belongs to one workspace: asking for both would take the query off the inbox's index.
        inboxId === undefined ? eq(callbacks.workspaceId, workspaceId) : eq(callbacks.inboxId, inboxId),
        gt(callbacks.id, after),
      ),
    )
    .orderBy(asc(callbacks.id))
    .limit(limit)
    .all()
    .map(({ row, inbox }) => ({ ...row, inbox }))

/** A body longer than this is left out of a page. */
const longestInPage = 64 * 1024
/** A page ends before it holds more than this, however few rows it has by then. */
const mostInPage = 2 * 1024 * 1024
/** What reaching past a long body costs, in bytes that are read of others. */
const costOfLong = 32 * 1024

/** A row without its body. */
export type CallbackHead = Omit<CallbackWithInbox, 'body'>
/** A row whose body is null where it is too long for a page. */
export type PagedCallback = CallbackHead & { body: Buffer | null }

type Weighed = { id: number; body: number; rest: number }

const weightOf = ({ body, rest }: Weighed) => rest + (body > longestInPage ? costOfLong : body)

/** The rows from the first on that one page holds; one at least. */
const fitting = (rows: readonly Weighed[]): number[] => {
  let sum = 0
  const end = rows.findIndex((row) => {
    sum += weightOf(row)
    return sum > mostInPage
  })
  return rows.slice(0, end < 0 ? rows.length : Math.max(1, end)).map(({ id }) => id)
}

/**
 * A page of callbacks by id, bounded by rows and by bytes: what does not fit is on the next page. Without `after` the
 * newest, oldest of them first.
 */
export const callbackPage = (
  db: Db,
  workspaceId: string,
  inboxId: string | undefined,
  after: number | undefined,
  limit: number,
): PagedCallback[] => {
  const weighed = db
    .select({
      id: callbacks.id,
      // The lengths stand before the bytes: none of a long body is read for this.
      body: sql<number>`length(${callbacks.body})`,
      rest: sql<number>`length(${callbacks.headers}) + length(${callbacks.path}) + length(${callbacks.query})`,
    })
    .from(callbacks)
    .where(
      and(
        inboxId === undefined ? eq(callbacks.workspaceId, workspaceId) : eq(callbacks.inboxId, inboxId),
        after === undefined ? undefined : gt(callbacks.id, after),
      ),
    )
    .orderBy(after === undefined ? desc(callbacks.id) : asc(callbacks.id))
    .limit(limit)
    .all()
  return readPage(db, fitting(weighed))
}

const head = { ...light, answerHeaders, answerBody, inbox: inboxes.name }
const shortBody = sql<Buffer | null>`case when length(${callbacks.body}) > ${longestInPage} then null else ${callbacks.body} end`

const readPage = (db: Db, ids: readonly number[]): PagedCallback[] =>
  db
    .select({ ...head, body: shortBody })
    .from(callbacks)
    .innerJoin(inboxes, eq(inboxes.id, callbacks.inboxId))
    .where(inArray(callbacks.id, [...ids]))
    .orderBy(asc(callbacks.id))
    .all()

export const lastCallbackId = (db: Db, workspaceId: string): number =>
  db
    .select({ id: callbacks.id })
    .from(callbacks)
    .where(eq(callbacks.workspaceId, workspaceId))
    .orderBy(desc(callbacks.id))
    .limit(1)
    .get()?.id ?? 0

/** The first ones of a run, as many as a page holds, without their bodies. */
export const callbacksOfRun = (db: Db, runId: string): CallbackHead[] => {
  const weighed = db
    .select({
      id: callbacks.id,
      body: sql<number>`length(${callbacks.body})`,
      rest: sql<number>`length(${callbacks.headers}) + length(${callbacks.path}) + length(${callbacks.query})`,
    })
    .from(callbacks)
    .where(eq(callbacks.runId, runId))
    .orderBy(asc(callbacks.id))
    .limit(500)
    .all()
  return readPage(db, fitting(weighed))
}
