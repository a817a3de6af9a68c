import 'server-only'
import { and, desc, eq, getTableColumns, gt, gte, type like, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { exchanges } from '../schema'

/** What a list shows of a row: long texts are cut where they are read. */
const short = (column: SQL.Aliased | Parameters<typeof like>[0], length: number) =>
  sql<string>`substr(${column}, 1, ${sql.raw(String(length))})`

const firstNote = sql<string | null>`substr(json_extract(${exchanges.notes}, '$[0]'), 1, 600)`

const isRefused = sql<boolean>`(
  coalesce(${exchanges.outcome}, 'unreadable') in ('refused', 'failed')
  or (coalesce(${exchanges.outcome}, 'unreadable') = 'unreadable' and ${exchanges.answerStatus} >= 400)
)`

const listed = () => {
  const { requestHeaders, requestBody, answerHeaders, answerBody, notes, path, userAgent, ...rest } =
    getTableColumns(exchanges)
  return {
    ...rest,
    path: short(path, 400).as('short_path'),
    userAgent: short(userAgent, 200).as('short_agent'),
    firstNote: firstNote.as('first_note'),
    isRefused: isRefused.mapWith(Boolean).as('is_refused'),
  }
}

export type ExchangeFilter = {
  system?: string | undefined
  operation?: string | undefined
  outcome?: 'accepted' | 'remarked' | 'refused' | undefined
  origin?: string | undefined
  client?: string | undefined
  phone?: string | undefined
  reference?: string | undefined
  q?: string | undefined
  since?: number | undefined
  until?: number | undefined
}

/** `%` and `_` of what was typed stand for themselves. */
const holding = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
const has = (column: Parameters<typeof like>[0], text: string) =>
  sql`${column} like ${holding(text)} escape '\\'`

const outcomes = {
  refused: isRefused,
  remarked: sql`not ${isRefused} and ${exchanges.notes} <> '[]'`,
  accepted: sql`not ${isRefused} and ${exchanges.notes} = '[]'`,
}

const conditionsOf = (filter: ExchangeFilter): (SQL | undefined)[] => {
  const { system, operation, outcome, origin, client, phone, reference, q, since, until } = filter
  return [
    system === undefined ? undefined : eq(exchanges.system, system),
    operation === undefined ? undefined : eq(exchanges.operation, operation),
    outcome === undefined ? undefined : outcomes[outcome],
    origin === undefined ? undefined : sql`${exchanges.origin} = ${origin}`,
    client === undefined
      ? undefined
      : or(has(exchanges.userAgent, client), eq(exchanges.remoteAddress, client)),
    phone === undefined ? undefined : eq(exchanges.msisdn, phone),
    reference === undefined ? undefined : eq(exchanges.reference, reference),
    since === undefined ? undefined : gte(exchanges.at, since),
    until === undefined ? undefined : lte(exchanges.at, until),
    q === undefined
      ? undefined
      : or(
          ...[
            exchanges.path,
            exchanges.reference,
            exchanges.msisdn,
            exchanges.notes,
            exchanges.requestBody,
            exchanges.answerBody,
            exchanges.query,
            exchanges.userAgent,
          ].map((column) => has(column, q)),
          eq(exchanges.id, q),
          eq(exchanges.runId, q),
        ),
  ]
}

/** Ids of one window of rows, and what of them fits: a list looks at a window at a time, so that no look takes long. */
type Window = { before?: string | undefined; after?: string | undefined; size: number; limit: number }

/**
 * What fits a filter among the next `size` rows from a cursor on, with the id of the last row looked at; undefined when
 * there are none. Newest first, or with `after` oldest first.
 */
export const exchangesInWindow = (
  db: Db,
  workspaceId: string,
  filter: ExchangeFilter,
  { before, after, size, limit }: Window,
) => {
  const own = and(
    eq(exchanges.workspaceId, workspaceId),
    before === undefined ? undefined : lt(exchanges.id, before),
    after === undefined ? undefined : gt(exchanges.id, after),
  )
  const order = after === undefined ? desc(exchanges.id) : exchanges.id
  const last = db
    .select({ id: exchanges.id })
    .from(exchanges)
    .where(own)
    .orderBy(order)
    .limit(1)
    .offset(size - 1)
    .get()?.id
  const bound =
    last === undefined ? undefined : after === undefined ? gte(exchanges.id, last) : lte(exchanges.id, last)
  const rows = db
    .select(listed())
    .from(exchanges)
    .where(and(own, bound, ...conditionsOf(filter)))
    .orderBy(order)
    .limit(limit)
    .all()
  return { rows, last }
}

export type ListedExchange = ReturnType<typeof exchangesInWindow>['rows'][number]

export const newestExchangeId = (db: Db, workspaceId: string): string | undefined =>
  db
    .select({ id: exchanges.id })
    .from(exchanges)
    .where(eq(exchanges.workspaceId, workspaceId))
    .orderBy(desc(exchanges.id))
    .limit(1)
    .get()?.id

export const deleteExchanges = (db: Db, workspaceId: string): number =>
  db.delete(exchanges).where(eq(exchanges.workspaceId, workspaceId)).run().changes
