import { expect, test } from 'vitest'
import { rulePresets } from '@/lib/workspace/answers/presets'
import { type RuleInput, ruleInput } from '@/lib/workspace/answers/rules'
import { ruleDraft, ruleOfDraft } from './drafts'

const rules: RuleInput[] = [
  ...rulePresets.map(({ rule }) => rule),
  ruleInput.parse({
    name: 'All of it',
    conditions: {
      kind: 'daraja.*',
      shortcode: '600000',
      amountFrom: 10.5,
      amountTo: 20,
      reference: 'INV-*',
      phone: '2547*',
      path: '*/validation',
      header: { name: 'X-A', value: 'b' },
      body: { path: 'Body.Code', value: '0' },
      first: 3,
      oneIn: 2,
    },
    action: { do: 'answer', status: 418, headers: [['X-B', 'c: d']], body: '{receipt}', delayMs: 1500 },
  }),
]

test.each(rules)('what is typed of “$name” is that rule again', (rule) => {
  const { isOn, ...typed } = rule
  expect(isOn).toBe(true)
  expect(ruleOfDraft(ruleDraft(rule))).toEqual(typed)
})

test('a header or a value without anything to compare with has to be there', () => {
  const [rule] = rules
  if (!rule) throw new Error('no preset')
  const draft = ruleDraft(rule)
  const typed = { ...draft, conditions: { ...draft.conditions, header: { name: 'X-A', value: '' } } }
  expect(ruleOfDraft(typed).conditions.header).toEqual({ name: 'X-A', value: '*' })
})
