/** Lists that grow at their top while they are read downwards: rows newest first, ids rising with time. */
export type Id = string | number
export type Row = { id: Id }
/** `cursor`: the next page holds what is older than this; null on the last page. */
export type ListPage<Item extends Row> = { rows: Item[]; cursor: Item['id'] | null }

const isNewer = (a: Id, b: Id): boolean =>
  typeof a === 'number' && typeof b === 'number' ? a > b : String(a) > String(b)
const newestFirst = (a: Row, b: Row): number => (isNewer(a.id, b.id) ? -1 : isNewer(b.id, a.id) ? 1 : 0)

/** Puts rows where they belong; one that is there already is replaced by its newer reading. */
export const mergeNewest = <Item extends Row>(list: readonly Item[], arrived: readonly Item[]): Item[] => {
  const newer = new Map(arrived.map((row) => [row.id, row]))
  const kept = list.map((row) => {
    const reading = newer.get(row.id)
    newer.delete(row.id)
    return reading ?? row
  })
  return newer.size === 0 ? kept : [...newer.values(), ...kept].sort(newestFirst)
}

export const rowsOf = <Item extends Row>(pages: readonly ListPage<Item>[]): Item[] =>
  pages.flatMap(({ rows }) => rows)

/** Which of the rows that arrived are listed already, and which are new to a list that reaches down so far. */
export const sortArrivals = <Item extends Row>(
  pages: readonly ListPage<Item>[],
  arrived: readonly Item[],
): { known: Item[]; news: Item[] } => {
  const listed = new Set(rowsOf(pages).map(({ id }) => id))
  const cursor = pages.at(-1)?.cursor ?? null
  return {
    known: arrived.filter(({ id }) => listed.has(id)),
    // What is older than the lowest row comes with its own page.
    news: arrived.filter(({ id }) => !listed.has(id) && (cursor === null || isNewer(id, cursor))),
  }
}

/** Pages with rows put in: each into the first page that reaches down to it. */
export const withRows = <Item extends Row>(
  pages: readonly ListPage<Item>[],
  rows: readonly Item[],
): ListPage<Item>[] => {
  let left = rows
  return pages.map((page, index) => {
    const { cursor } = page
    const isLast = index === pages.length - 1
    const mine = left.filter(({ id }) => isLast || cursor === null || !isNewer(cursor, id))
    left = left.filter((row) => !mine.includes(row))
    return mine.length === 0 ? page : { ...page, rows: mergeNewest(page.rows, mine) }
  })
}

export const withoutRow = <Item extends Row>(pages: readonly ListPage<Item>[], id: Id): ListPage<Item>[] =>
  pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== id) }))

/** At most so many rows: what is cut off below can be read again from the cursor. */
export const cutTo = <Item extends Row>(most: number, pages: readonly ListPage<Item>[]): ListPage<Item>[] => {
  const kept: ListPage<Item>[] = []
  let room = most
  for (const page of pages) {
    if (room <= 0) return kept
    const rows = page.rows.slice(0, room)
    kept.push(rows.length === page.rows.length ? page : { rows, cursor: rows.at(-1)?.id ?? null })
    room -= rows.length
  }
  return kept
}

/** Rows that wait above the list until somebody wants them. When there were too many, only the newest are known. */
export type Waiting<Item extends Row> = { rows: Item[]; isCut: boolean }

export const holdBack = <Item extends Row>(
  most: number,
  waiting: Waiting<Item>,
  news: readonly Item[],
): Waiting<Item> => {
  const rows = mergeNewest(waiting.rows, news)
  return { rows: rows.slice(0, most), isCut: waiting.isCut || rows.length > most }
}

/** What the pill says; undefined where nothing waits. */
export const pillText = ({ rows, isCut }: Waiting<Row>): string | undefined =>
  rows.length === 0 ? undefined : `${rows.length}${isCut ? '+' : ''} new`
