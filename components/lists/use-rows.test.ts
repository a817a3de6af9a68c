import { describe, expect, test } from 'vitest'
import { rowsInSight, scrollTo } from './use-rows'

describe('the rows in sight', () => {
  const list = { count: 1000, rowHeight: 20 }

  test.each([
    ['at the top', { top: 0, height: 100 }, 0, 20],
    ['in the middle', { top: 5000, height: 100 }, 234, 270],
    ['at the end', { top: 19_900, height: 100 }, 979, 999],
    ['before anything was measured', { top: 0, height: 0 }, 0, 15],
  ])('are drawn with some beyond them: %s', (_, sight, first, last) => {
    const rows = rowsInSight(sight, list)
    expect([rows[0], rows.at(-1)]).toEqual([first, last])
    expect(rows).toHaveLength(last - first + 1)
  })

  test('are no more than there are', () => {
    expect(rowsInSight({ top: 0, height: 100 }, { count: 2, rowHeight: 20 })).toEqual([0, 1])
    expect(rowsInSight({ top: 5000, height: 100 }, { count: 2, rowHeight: 20 })).toEqual([])
  })
})

test.each([
  ['above comes to the top', 2, 40],
  ['below comes to the bottom', 30, 520],
  ['in sight stays where it is', 7, undefined],
])('a row %s', (_, row, expected) => {
  expect(scrollTo(row, { top: 100, height: 100 }, 20)).toBe(expected)
})
