import { describe, expect, test } from 'vitest'
import type { JobView, SheetCounts } from '@/lib/workspace/go-live/views'
import { aCase, someEvidence } from '@/tests/go-live-views'
import { countWords, evidenceMark, jobWords, originWords } from './words'

const counts = (some: Partial<SheetCounts>): SheetCounts => ({
  cases: 0,
  success: 0,
  fail: 0,
  empty: 0,
  notApplicable: 0,
  conflicts: 0,
  playable: 0,
  bySoftware: 0,
  formOnly: 0,
  ...some,
})

describe('the counts of a sheet in words', () => {
  test.each([
    [counts({ cases: 61, success: 41, fail: 3, empty: 17 }), '41 of 61 filled, 3 contradict, 17 to do'],
    [counts({ cases: 5, success: 5 }), '5 of 5 filled'],
    [
      counts({ cases: 10, success: 2, empty: 5, notApplicable: 3 }),
      '2 of 7 filled, 5 to do, 3 not applicable',
    ],
    [
      counts({ cases: 4, success: 1, empty: 3, formOnly: 2, bySoftware: 1 }),
      '1 of 4 filled, 3 to do, 2 of them by form only, 1 by your software',
    ],
  ])('%j', (given, words) => expect(countWords(given)).toBe(words))
})

describe('the evidence column', () => {
  test('a case proved by runs has a tick with the time of the run that proves it', () => {
    const each = aCase({
      state: 'success',
      decidedBy: 'runs',
      confidence: 'certain',
      by: 'software',
      evidence: [someEvidence({ says: 'part', at: 9 }), someEvidence({ says: 'proves', at: 7 })],
    })
    expect(evidenceMark(each)).toEqual({ kind: 'tick', text: '', at: 7, by: 'software' })
  })
  test('a person who decided is named', () => {
    const override = { state: 'success', reason: 'seen', by: 'Wanjiru', at: 5 } as const
    expect(evidenceMark(aCase({ state: 'success', decidedBy: 'person', override }))).toEqual({
      kind: 'tick',
      text: 'by Wanjiru',
      at: 5,
    })
  })
  test('an empty negative case waits for a negative run', () => {
    expect(evidenceMark(aCase({ kind: 'negative' }))).toEqual({
      kind: 'dash',
      text: 'needs a negative run',
      at: null,
    })
  })
  test('what only a person can do says so', () => {
    const play = { isPossible: false, why: 'Only a person can tell.' }
    expect(evidenceMark(aCase({ kind: 'negative', play })).text).toBe('by hand')
  })
  test('a part of the evidence is no tick', () => {
    expect(evidenceMark(aCase({ evidence: [someEvidence({ says: 'part' })] })).kind).toBe('dash')
  })
})

describe('a job in words', () => {
  const job: JobView = {
    id: 'j',
    state: 'running',
    total: 17,
    done: 4,
    failed: 0,
    currentCase: null,
    startedBy: 'Wanjiru',
    startedAt: 0,
    endedAt: null,
    log: [],
  }
  test.each([
    [job, 'Running 5 of 17'],
    [{ ...job, done: 17 }, 'Running 17 of 17'],
    [{ ...job, state: 'paused', failed: 2 } as const, 'Paused after 4 of 17, 2 without evidence'],
    [{ ...job, state: 'done', done: 17 } as const, 'Ran 17 cases'],
    [{ ...job, state: 'done', total: 1, done: 1 } as const, 'Ran 1 case'],
  ])('%#', (given, words) => expect(jobWords(given)).toBe(words))
})

test('a case says which row of the workbook it is', () => {
  expect(originWords(aCase({ source: 'sheet', sheet: 'B2C', row: 8 }))).toBe(
    'Row 8 of “B2C” in the provider’s workbook',
  )
})
