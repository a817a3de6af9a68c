import { describe, expect, test } from 'vitest'
import {
  cutTo,
  holdBack,
  type ListPage,
  mergeNewest,
  pillText,
  rowsOf,
  sortArrivals,
  type Waiting,
  withoutRow,
  withRows,
} from './live-list'

type Item = { id: number; words?: string }
const row = (id: number, words?: string): Item => (words ? { id, words } : { id })
const ids = (rows: readonly Item[]) => rows.map(({ id }) => id)
const pageOf = (rows: number[], isLast = false): ListPage<Item> => ({
  rows: rows.map((id) => row(id)),
  cursor: isLast ? null : (rows.at(-1) ?? null),
})

describe('rows that arrive', () => {
  const list = [9, 7, 5].map((id) => row(id))
  test.each([
    ['go to the top when they are new', [row(10)], [10, 9, 7, 5]],
    ['stand newest first among themselves', [row(10), row(12)], [12, 10, 9, 7, 5]],
    ['find their place when they come late', [row(8)], [9, 8, 7, 5]],
    ['stay one when they are known', [row(7)], [9, 7, 5]],
  ])('%s', (_, arrived, expected) => expect(ids(mergeNewest(list, arrived))).toEqual(expected))

  test('replace an older reading of the same', () => {
    expect(mergeNewest(list, [row(7, 'Paid')])[1]).toEqual(row(7, 'Paid'))
  })

  test('are ordered by text where ids are text', () => {
    expect(mergeNewest([{ id: '01K2' }], [{ id: '01K9' }, { id: '01K10' }]).map(({ id }) => id)).toEqual([
      '01K9',
      '01K2',
      '01K10',
    ])
  })
})

describe('of rows that arrive', () => {
  test.each([
    ['a listed one is known', [pageOf([9, 7])], [9], [9], []],
    ['a newer one is news', [pageOf([9, 7])], [10], [], [10]],
    ['a late one within reach is news', [pageOf([9, 7])], [8], [], [8]],
    ['one below the lowest row comes with its own page', [pageOf([9, 7])], [5], [], []],
    ['one below the end of a whole list is news', [pageOf([9, 7], true)], [5], [], [5]],
    ['any is news to an empty list', [pageOf([], true)], [5], [], [5]],
  ])('%s', (_, pages, arrived, known, news) => {
    const sorted = sortArrivals(
      pages,
      arrived.map((id) => row(id)),
    )
    expect([ids(sorted.known), ids(sorted.news)]).toEqual([known, news])
  })
})

describe('pages', () => {
  const pages = [pageOf([9, 7]), pageOf([5, 3], true)]

  test('take each row where it belongs and keep their cursors', () => {
    const next = withRows(pages, [row(10), row(6), row(1)])
    expect(next.map(({ rows }) => ids(rows))).toEqual([
      [10, 9, 7],
      [6, 5, 3, 1],
    ])
    expect(next.map(({ cursor }) => cursor)).toEqual([7, null])
  })

  test('that nothing is put into stay the same', () => {
    expect(withRows(pages, [row(10)])[1]).toBe(pages[1])
  })

  test('lose a row that is gone', () => {
    expect(ids(rowsOf(withoutRow(pages, 7)))).toEqual([9, 5, 3])
  })

  test.each([
    [
      10,
      [
        [9, 7],
        [5, 3],
      ],
      [7, null],
    ],
    [
      4,
      [
        [9, 7],
        [5, 3],
      ],
      [7, null],
    ],
    [3, [[9, 7], [5]], [7, 5]],
    [2, [[9, 7]], [7]],
    [1, [[9]], [9]],
  ])('cut to %i rows can be read on from the cut', (most, rows, cursors) => {
    const kept = cutTo(most, pages)
    expect(kept.map((page) => ids(page.rows))).toEqual(rows)
    expect(kept.map(({ cursor }) => cursor)).toEqual(cursors)
  })

  test('stay one empty page where nothing is listed', () => {
    expect(cutTo(5, [pageOf([], true)])).toEqual([pageOf([], true)])
  })
})

describe('the pill', () => {
  const nothing: Waiting<Item> = { rows: [], isCut: false }
  test.each([
    [[], undefined],
    [[1], '1 new'],
    [[1, 2, 2], '2 new'],
    [[1, 2, 3], '3 new'],
    [[1, 2, 3, 4], '3+ new'],
  ])('for %j says %s', (arrived, text) => {
    const waiting = arrived.reduce((held, id) => holdBack(3, held, [row(id)]), nothing)
    expect(pillText(waiting)).toBe(text)
  })

  test('keeps the newest of too many', () => {
    expect(ids(holdBack(2, nothing, [row(1), row(2), row(3)]).rows)).toEqual([3, 2])
  })
})
