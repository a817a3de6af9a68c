import { expect, test } from 'vitest'
import { labelStep, piecesOf, ticksOf } from './scale'

test.each([
  [0, true, [0, 1]],
  [1, true, [0, 1]],
  [3, true, [0, 1, 2, 3]],
  [4, true, [0, 1, 2, 3, 4]],
  [7, true, [0, 2, 4, 6, 8]],
  [1234, true, [0, 500, 1000, 1500]],
  [0.5, false, [0, 0.2, 0.4, 0.6]],
])('ticks up to %s are round', (largest, isWhole, ticks) => {
  expect(ticksOf(largest, isWhole)).toEqual(ticks)
})

test('labels are as many as fit', () => {
  expect(labelStep(7, 700, 60)).toBe(1)
  expect(labelStep(24, 300, 60)).toBe(5)
})

test('a line has a gap where there is no number', () => {
  expect(piecesOf([1, null, 2, 3])).toEqual([
    [{ index: 0, value: 1 }],
    [
      { index: 2, value: 2 },
      { index: 3, value: 3 },
    ],
  ])
})
