import 'server-only'
import { type Db, withoutWaiting } from '../client'
import { statementsOf } from '../statements'
import type { CallbackRow } from './callbacks'

type Unsearched = Pick<
  CallbackRow,
  'id' | 'path' | 'query' | 'kind' | 'sentence' | 'code' | 'receipt' | 'msisdn' | 'reference'
> & { body: Uint8Array | string | null; headers: string }

/** Undoes packing and script; `guesses` where the body is whole. */
export type ReadContent = (
  message: { headers: [string, string][]; body: Uint8Array },
  guesses: boolean,
) => { body: Uint8Array }

/** Bodies are searchable up to here. */
const searchedBytes = 64 * 1024

/** Of what is packed the beginning alone cannot be unpacked. */
const searchedColumns = `id, path, query, kind, sentence, code, receipt, msisdn, reference, headers,
  case when substr(body, 1, 2) = x'1f8b' or headers like '%content-encoding%' then body else substr(body, 1, ?) end as body`

const statements = statementsOf((client) => ({
  lastSearched: client.prepare('select rowid as id from callbacks_search order by rowid desc limit 1'),
  unsearched: client.prepare(`select ${searchedColumns} from callbacks where id > ? order by id limit ? + 0`),
  searchedTexts: client.prepare(
    `select ${searchedColumns} from callbacks where id in (select value from json_each(?))`,
  ),
  bodyLengths: client.prepare(
    `select id, length(body) as length from callbacks where id in (select value from json_each(?)) order by id desc`,
  ),
  search: client
    .prepare(
      'select rowid from callbacks_search where callbacks_search match ? and rowid < ? order by rowid desc limit ? + 0',
    )
    .pluck(),
  insertSearch: client.prepare('insert into callbacks_search (rowid, text) values (?, ?)'),
}))

/** Where a filter beside the words drops nearly everything, the search ends here instead of reading all. */
const mostFound = 20_000
/** The same where each message is read to see whether it holds the very characters. */
const mostRead = 5000
const searchPage = 400

/** Reads what the words find, page by page from the newest down, until enough of it passes the other filters. */
export const searchPages = <Row>(
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
export const wordsOf = (text: string): string[] => (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12)

/** Parts of a query whose punctuation matters: `"Amount":1.00`. A plus in front of a phone number does not. */
export const literalsOf = (text: string): string[] =>
  plain(text)
    .split(/\s+/)
    .map((part) => part.replace(/^\+(?=\d+$)/, ''))
    .filter((part) => /[^\p{L}\p{N}]/u.test(part))

/** Texts of one page that are read at most: of long ones, the newest. */
const mostCompared = 4 * 1024 * 1024

const textsOf = (db: Db, ids: readonly number[]): Unsearched[] => {
  const { bodyLengths, searchedTexts } = statements(db)
  let sum = 0
  const lengths = bodyLengths.all(JSON.stringify(ids)) as { id: number; length: number }[]
  const end = lengths.findIndex(({ length }) => {
    sum += Math.min(length, searchedBytes)
    return sum > mostCompared
  })
  const read = lengths.slice(0, end < 0 ? lengths.length : end).map(({ id }) => id)
  return searchedTexts.all(searchedBytes, JSON.stringify(read)) as Unsearched[]
}

/** Those that hold all of these very characters; spaces between them do not matter. */
export const idsHolding = (
  db: Db,
  ids: readonly number[],
  literals: readonly string[],
  contentOf: ReadContent,
): number[] =>
  textsOf(db, ids)
    .filter((row) => {
      const text = plain(searchTextOf(row, contentOf))
      const dense = text.replace(/\s+/g, '')
      return literals.every((literal) => text.includes(literal) || dense.includes(literal))
    })
    .map(({ id }) => id)

/** Text of one commit: more would hold the process up. */
const indexedAtOnce = 512 * 1024
const rowsAtOnce = 16

/** Indexes captured messages that are not searchable yet, up to `limit` of them; returns how many, 0 for none left. */
export const indexPending = (db: Db, limit: number, contentOf: ReadContent): number => {
  const { lastSearched, unsearched, insertSearch } = statements(db)
  const index = db.$client.transaction(() => {
    let last = (lastSearched.get() as { id: number } | undefined)?.id ?? 0
    let count = 0
    let size = 0
    while (count < limit && size < indexedAtOnce) {
      const rows = unsearched.all(searchedBytes, last, Math.min(rowsAtOnce, limit - count)) as Unsearched[]
      for (const row of rows) {
        const text = searchTextOf(row, contentOf)
        insertSearch.run(row.id, text)
        size += text.length
      }
      count += rows.length
      last = rows.at(-1)?.id ?? last
      if (rows.length === 0) break
    }
    return count
  })
  return withoutWaiting(db, index)
}

/** What the body says, without its packing and in whatever script it came. */
const readableBody = ({ body, headers }: Unsearched, contentOf: ReadContent): string => {
  if (body === null || typeof body === 'string') return body ?? ''
  // Most say nothing of it.
  const named = /encoding|charset/i.test(headers) ? (JSON.parse(headers) as [string, string][]) : []
  const { body: read } = contentOf({ headers: named, body }, body.length < searchedBytes)
  return Buffer.from(read.subarray(0, searchedBytes)).toString('utf8')
}

const searchTextOf = (row: Unsearched, contentOf: ReadContent): string => {
  const body = readableBody(row, contentOf)
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
