import { describe, expect, test } from 'vitest'
import { overweight } from '../scripts/steps/weights.mjs'

describe('the budget of the pages', () => {
  const budget = { '/inbox': 100_000, '/try': 200_000 }
  const weighing = (inbox: number, ...others: { page: string; bytes: number }[]) =>
    overweight([{ page: '/inbox', bytes: inbox }, { page: '/try', bytes: 150_000 }, ...others], budget)

  test('a page may grow by a tenth', () => {
    expect(weighing(110_000)).toEqual([])
  })

  test('one that grows by more is named, with its weight, its budget and the fix', () => {
    expect(weighing(110_001)).toEqual([
      expect.stringMatching(/^\/inbox weighs 107 kB, .* budget of 98 kB\. .*npm run weights/),
    ])
  })

  test('a page without a budget is named', () => {
    expect(weighing(100_000, { page: '/new', bytes: 1 })).toEqual([
      expect.stringMatching(/^\/new .*has no budget.*npm run weights/),
    ])
  })

  test('a budget without a page is named', () => {
    expect(overweight([{ page: '/inbox', bytes: 1 }], budget)).toEqual([
      expect.stringMatching(/^\/try has a budget .* is no page/),
    ])
  })
})
