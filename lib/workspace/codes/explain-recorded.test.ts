import { describe, expect, test } from 'vitest'
import type { CallbackRow } from '@/db/queries/callbacks'
import { explainCallback, explainOurAnswer } from './explain-recorded'

const row = (cells: Partial<CallbackRow>) => ({ description: null, answerBody: '', ...cells }) as CallbackRow

describe('a code of a captured message goes by what the message is', () => {
  test.each([
    ['daraja', 'stk-result', '1032', 'stk-1032'],
    ['daraja', 'ratiba-result', '1032', 'ratiba-1032'],
    ['g2', 'result', '36', 'g2-core-36'],
    ['g2', 'checkout-result', '36', 'g2-checkout-36'],
    ['g2', 'c2b-validation', '0', 'g2-validation-0'],
  ])('%s %s %s', (system, kind, code, id) =>
    expect(explainCallback(row({ system, kind, code }))?.id).toContain(id),
  )

  test('one that no system understands has none', () => {
    expect(explainCallback(row({ system: null, kind: 'unknown', code: '1032' }))).toBeNull()
  })
})

test.each([
  ['daraja', '{"ResultCode":"C2B00012","ResultDesc":"Rejected"}', 'C2B00012'],
  ['g2', '<a:ResultCode>0</a:ResultCode>', 'g2-validation-0'],
])('our answer to a question of %s is explained as that: %s', (system, answerBody, id) => {
  expect(explainOurAnswer(row({ system, kind: 'c2b-validation', answerBody }))?.id.toUpperCase()).toContain(
    id.toUpperCase(),
  )
})
