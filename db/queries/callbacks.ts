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
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Db } from '../client'
import { callbacks, correlationKeys, inboxes } from '../schema'
import { statementsOf } from '../statements'

export type CallbackRow = typeof callbacks.$inferSelect
type NewCallbackRow = typeof callbacks.$inferInsert
export type CallbackSummaryRow = Omit<
  CallbackRow,
  'body' | 'answerHeaders' | 'answerBody' | 'remoteAddress'
> & {
  inbox: string
}
export type CallbackWithInbox = CallbackRow & { inbox: string }
export type InboxTarget = { id: string; workspaceId: string; name: string; validation: string }
export type Key = { kind: string; value: string }

const statements = statementsOf((client) => ({
  inbox: client.prepare(
    'select id, workspace_id as workspaceId, name, validation from inboxes where name = ?',
  ),
  insert: client.prepare(`insert into callbacks (
      workspace_id, inbox_id, received_at, method, path, query, headers, body, body_bytes, remote_address, kind, system,
      sentence, outcome, code, description, receipt, msisdn, amount_cents, currency, reference,
      answer_status, answer_headers, answer_body, answer_micros
    ) values (
      @workspaceId, @inboxId, @receivedAt, @method, @path, @query, @headers, @body, @bodyBytes, @remoteAddress, @kind,
      @system, @sentence, @outcome, @code, @description, @receipt, @msisdn, @amountCents, @currency, @reference,
      @answerStatus, @answerHeaders, @answerBody, @answerMicros
    )`),
  insertKey: client.prepare(
    'insert into correlation_keys (workspace_id, kind, value, run_id, callback_id) values (?, ?, ?, ?, ?)',
  ),
  link: client.prepare(
    `update callbacks set run_id = ?, duplicate_of = ?, timing = ?, answer_micros = coalesce(?, answer_micros),
       reference = coalesce(reference, ?) where id = ?`,
  ),
  twin: client.prepare(
    `select callbacks.id from correlation_keys join callbacks on callbacks.id = correlation_keys.callback_id
     where correlation_keys.workspace_id = ? and correlation_keys.value in (select value from json_each(?))
       and callbacks.kind = ? and callbacks.code is ? and callbacks.id < ?
     order by callbacks.id limit 1`,
  ),
  strays: client
    .prepare(
      `select distinct callback_id from correlation_keys
       where workspace_id = ? and value in (select value from json_each(?))
         and run_id is null and callback_id is not null`,
    )
    .pluck(),
  lastSearched: client.prepare('select rowid as id from callbacks_search order by rowid desc limit 1'),
  unsearched: client.prepare(
    `select id, path, query, kind, sentence, code, receipt, msisdn, reference, substr(body, 1, ?) as body
     from callbacks where id > ? order by id limit ?`,
  ),
  searchedTexts: client.prepare(
    `select id, path, query, kind, sentence, code, receipt, msisdn, reference, substr(body, 1, ?) as body
     from callbacks where id in (select value from json_each(?))`,
  ),
  search: client
    .prepare(
      'select rowid from callbacks_search where callbacks_search match ? and rowid < ? order by rowid desc limit ?',
    )
    .pluck(),
  atOrAfter: client.prepare('select id, received_at as at from callbacks where id >= ? order by id limit 1'),
  lastId: client.prepare('select max(id) from callbacks').pluck(),
  insertSearch: client.prepare('insert into callbacks_search (rowid, text) values (?, ?)'),
}))

export const findInbox = (db: Db, name: string): InboxTarget | undefined =>
  statements(db).inbox.get(name) as InboxTarget | undefined

type Inserted = Omit<NewCallbackRow, 'id' | 'body'> & { body: Uint8Array }

/** All rows in one commit; returns their ids in order. */
export const insertCallbacks = (db: Db, rows: readonly Inserted[]): number[] => {
  const { insert } = statements(db)
  return db.$client.transaction(() =>
    rows.map((row) =>
      Number(
        insert.run({
          system: null,
          outcome: null,
          code: null,
          description: null,
          receipt: null,
          msisdn: null,
          amountCents: null,
          currency: null,
          reference: null,
          ...row,
          headers: JSON.stringify(row.headers),
          answerHeaders: JSON.stringify(row.answerHeaders),
        }).lastInsertRowid,
      ),
    ),
  )()
}

export const insertKeys = (
  db: Db,
  workspaceId: string,
  keys: readonly Key[],
  owner: { runId?: string; callbackId?: number },
): void => {
  const { insertKey } = statements(db)
  for (const { kind, value } of keys) {
    insertKey.run(workspaceId, kind, value, owner.runId ?? null, owner.callbackId ?? null)
  }
}

export const linkCallback = (
  db: Db,
  id: number,
  link: {
    runId: string | null
    duplicateOf: number | null
    timing: CallbackRow['timing']
    answerMicros?: number
    /** The run's own, where the message has none: an STK result does not repeat it. */
    reference?: string | null
  },
): void => {
  statements(db).link.run(
    link.runId,
    link.duplicateOf,
    link.timing,
    link.answerMicros ?? null,
    link.reference ?? null,
    id,
  )
}

/** The first callback that said the same: same kind and code, a shared id. */
export const earlierTwin = (
  db: Db,
  workspaceId: string,
  of: { id: number; kind: string; code: string | null },
  values: readonly string[],
): number | undefined =>
  values.length === 0
    ? undefined
    : ((
        statements(db).twin.get(workspaceId, JSON.stringify(values), of.kind, of.code, of.id) as
          | { id: number }
          | undefined
      )?.id ?? undefined)

export const keysOfCallback = (db: Db, id: number): Key[] =>
  db
    .select({ kind: correlationKeys.kind, value: correlationKeys.value })
    .from(correlationKeys)
    .where(eq(correlationKeys.callbackId, id))
    .all()

/** Captured by a process that did not live to link them. */
export const unlinkedCallbacks = (db: Db, after: number, limit: number): CallbackRow[] =>
  db
    .select()
    .from(callbacks)
    .where(and(sql`answer_micros = 0`, gt(callbacks.id, after)))
    .orderBy(asc(callbacks.id))
    .limit(limit)
    .all()

/** Callbacks that carry one of these ids and belong to no run yet. */
export const strayCallbacks = (db: Db, workspaceId: string, values: readonly string[]): CallbackRow[] => {
  if (values.length === 0) return []
  // Mostly there are none.
  const ids = statements(db).strays.all(workspaceId, JSON.stringify(values)) as number[]
  if (ids.length === 0) return []
  return db
    .select()
    .from(callbacks)
    .where(and(inArray(callbacks.id, ids), isNull(callbacks.runId)))
    .orderBy(asc(callbacks.id))
    .all()
}

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
const { body, answerHeaders, answerBody, remoteAddress, ...light } = getTableColumns(callbacks)

export type CallbackFilter = {
  inbox?: string
  system?: string
  kind?: string
  code?: string
  receipt?: string
  msisdn?: string
  from?: number
  to?: number
  /** Words that the message has; where none has them all, the last may be the beginning of one. */
  q?: string
  before?: number
}

/** Newest first. */
export const callbackSummaries = (
  db: Db,
  workspaceId: string,
  filter: CallbackFilter,
  limit: number,
): CallbackSummaryRow[] => {
  const inboxId = filter.inbox === undefined ? undefined : (findInbox(db, filter.inbox)?.id ?? '')
  const where: (SQL | undefined)[] = [
    eq(callbacks.workspaceId, workspaceId),
    inboxId === undefined ? undefined : eq(callbacks.inboxId, inboxId),
    filter.kind ? eq(callbacks.kind, filter.kind) : undefined,
    filter.system ? eq(callbacks.system, filter.system) : undefined,
    filter.code ? eq(callbacks.code, filter.code) : undefined,
    filter.receipt ? eq(callbacks.receipt, filter.receipt) : undefined,
    filter.msisdn ? eq(callbacks.msisdn, filter.msisdn) : undefined,
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
        const holding = literal.length === 0 ? ids : idsHolding(db, ids, literal)
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
export const summariesOf = (db: Db, ids: readonly number[]): CallbackSummaryRow[] => {
  const rows: CallbackSummaryRow[] = []
  for (let at = 0; at < ids.length; at += 400) {
    const some = ids.slice(at, at + 400)
    rows.push(...selectLight(db, inArray(callbacks.id, some), some.length))
  }
  return rows.sort((a, b) => a.id - b.id)
}

const selectLight = (db: Db, where: SQL | undefined, limit: number): CallbackSummaryRow[] =>
  db
    .select({ ...light, inbox: inboxes.name })
    .from(callbacks)
    .innerJoin(inboxes, eq(inboxes.id, callbacks.inboxId))
    .where(where)
    .orderBy(desc(callbacks.id))
    .limit(limit)
    .all()

/** Where a filter beside the words drops nearly everything, the search ends here instead of reading all. */
const mostFound = 20_000
/** The same where each message is read to see whether it holds the very characters. */
const mostRead = 5000
const searchPage = 400

/** Reads what the words find, page by page from the newest down, until enough of it passes the other filters. */
const searchPages = <Row>(
  db: Db,
  words: readonly string[],
  { before, limit, isLiteral }: { before: number | undefined; limit: number; isLiteral: boolean },
  read: (ids: number[], left: number) => Row[],
): Row[] => {
  const { search } = statements(db)
  const most = isLiteral ? mostRead : mostFound
  const whole = words.map((word) => `"${word}"`).join(' AND ')
  // Whole words are read lazily. All that begins with a word is merged before the first row, so that is looked for only
  // where whole words find nothing, for the last word, in one go, and not for one or two characters.
  const isWhole = search.get(whole, Number.MAX_SAFE_INTEGER, 1) !== undefined
  const match = isWhole ? whole : `${whole}${(words.at(-1) ?? '').length < 3 ? '' : '*'}`
  const rows: Row[] = []
  let last = before ?? Number.MAX_SAFE_INTEGER
  for (let found = 0; found < most && rows.length < limit; found += searchPage) {
    const ids = search.all(match, last, isWhole ? searchPage : most) as number[]
    for (let at = 0; at < ids.length && rows.length < limit; at += searchPage) {
      rows.push(...read(ids.slice(at, at + searchPage), limit - rows.length))
    }
    if (!isWhole || ids.length < searchPage) break
    last = ids.at(-1) ?? last
  }
  return rows
}

/** Without accents and case: `Ação` is found as `acao`. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’ʼ]/g, "'").toLowerCase()

/** As the tokenizer sees them: letters and digits. */
const wordsOf = (text: string): string[] => (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12)

/** Parts of a query whose punctuation matters: `"Amount":1.00`. A plus in front of a phone number does not. */
const literalsOf = (text: string): string[] =>
  plain(text)
    .split(/\s+/)
    .map((part) => part.replace(/^\+(?=\d+$)/, ''))
    .filter((part) => /[^\p{L}\p{N}]/u.test(part))

/** Those that hold all of these very characters; spaces between them do not matter. */
const idsHolding = (db: Db, ids: readonly number[], literals: readonly string[]): number[] =>
  (statements(db).searchedTexts.all(searchedBytes, JSON.stringify(ids)) as Unsearched[])
    .filter((row) => {
      const text = plain(searchTextOf(row))
      const dense = text.replace(/\s+/g, '')
      return literals.every((literal) => text.includes(literal) || dense.includes(literal))
    })
    .map(({ id }) => id)

/** Oldest first after a cursor: what scripts read. */
export const callbacksAfter = (
  db: Db,
  workspaceId: string,
  inboxId: string | undefined,
  after: number,
  limit: number,
): CallbackWithInbox[] =>
  fullRows(db, workspaceId, inboxId, gt(callbacks.id, after), asc(callbacks.id), limit)

/** The newest ones, oldest of them first. */
export const newestCallbacks = (
  db: Db,
  workspaceId: string,
  inboxId: string | undefined,
  limit: number,
): CallbackWithInbox[] => fullRows(db, workspaceId, inboxId, undefined, desc(callbacks.id), limit).reverse()

const fullRows = (
  db: Db,
  workspaceId: string,
  inboxId: string | undefined,
  where: SQL | undefined,
  order: SQL,
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
        where,
      ),
    )
    .orderBy(order)
    .limit(limit)
    .all()
    .map(({ row, inbox }) => ({ ...row, inbox }))

export const lastCallbackId = (db: Db, workspaceId: string): number =>
  db
    .select({ id: callbacks.id })
    .from(callbacks)
    .where(eq(callbacks.workspaceId, workspaceId))
    .orderBy(desc(callbacks.id))
    .limit(1)
    .get()?.id ?? 0

export const callbacksOfRun = (db: Db, runId: string): CallbackWithInbox[] =>
  db
    .select({ row: callbacks, inbox: inboxes.name })
    .from(callbacks)
    .innerJoin(inboxes, eq(inboxes.id, callbacks.inboxId))
    .where(eq(callbacks.runId, runId))
    .orderBy(asc(callbacks.id))
    .limit(500)
    .all()
    .map(({ row, inbox }) => ({ ...row, inbox }))

type Unsearched = Pick<
  CallbackRow,
  'id' | 'path' | 'query' | 'kind' | 'sentence' | 'code' | 'receipt' | 'msisdn' | 'reference'
> & { body: Uint8Array | string | null }

/** Bodies are searchable up to here. */
const searchedBytes = 64 * 1024

/** Indexes captured messages that are not searchable yet; returns how many it took. */
export const indexPending = (db: Db, limit: number): number => {
  const { lastSearched, unsearched, insertSearch } = statements(db)
  return db.$client.transaction(() => {
    const last = (lastSearched.get() as { id: number } | undefined)?.id ?? 0
    const rows = unsearched.all(searchedBytes, last, limit) as Unsearched[]
    for (const row of rows) insertSearch.run(row.id, searchTextOf(row))
    return rows.length
  })()
}

const searchTextOf = (row: Unsearched): string => {
  const body =
    row.body === null ? '' : typeof row.body === 'string' ? row.body : Buffer.from(row.body).toString('utf8')
  const phone = row.msisdn ?? ''
  // A phone is also looked for by its national form and by its last four digits.
  const shorter = /^\d{9,15}$/.test(phone) ? `0${phone.slice(-9)} ${phone.slice(-9)} ${phone.slice(-4)}` : ''
  return [
    row.path,
    row.query,
    row.kind,
    row.sentence,
    row.code,
    row.receipt,
    phone,
    shorter,
    row.reference,
    body,
  ]
    .filter(Boolean)
    .join(' ')
}
