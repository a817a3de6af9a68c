import { describe, expect, test } from 'vitest'
import { overLimit, overweight } from '../scripts/steps/weights.mjs'
import limits from './weight-limits.json'
import saved from './weights.json'

describe('the budget of the pages', () => {
  const budget = { '/inbox': 100_000, '/try': 200_000 }
  const weighing = (inbox: number, ...others: { page: string; bytes: number }[]) =>
    overweight([{ page: '/inbox', bytes: inbox }, { page: '/try', bytes: 150_000 }, ...others], budget)

  test('a page may grow by a tenth', () => {
    expect(weighing(110_000)).toEqual([])
  })

  test('one that grows by more is named, with its weight, its budget and the fix', () => {
    expect(weighing(110_001)).toEqual([
      expect.stringMatching(/^\/inbox weighs 110 kB, .* budget of 100 kB\. .*npm run weights/),
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

describe('the limits of the pages', () => {
  const set = { every: 170_000, pages: { '/try': 220_000 } }

  test('hold every page, and a page with its own to that', () => {
    const pages = [
      { page: '/inbox', bytes: 170_000 },
      { page: '/try', bytes: 220_000 },
    ]
    expect(overLimit(pages, set)).toEqual([])
    expect(
      overLimit(
        pages.map(({ page, bytes }) => ({ page, bytes: bytes + 1000 })),
        set,
      ),
    ).toEqual([
      expect.stringMatching(/^\/inbox weighs 171 kB, and 170 kB is the most/),
      expect.stringMatching(/^\/try weighs 221 kB, and 220 kB is the most/),
    ])
  })

  test('of no page are named', () => {
    expect(overLimit([], set)).toEqual([expect.stringMatching(/^\/try has a limit .* is no page/)])
  })

  test('hold for the budget that is saved', () => {
    expect(
      overLimit(
        Object.entries(saved).map(([page, bytes]) => ({ page, bytes })),
        limits,
      ),
    ).toEqual([])
  })

  test('are 170 kB for a page and 220 kB for the one that sends requests', () => {
    expect(limits.every).toBe(170_000)
    expect(limits.pages['/try/[system]/[operation]']).toBe(220_000)
  })
})
