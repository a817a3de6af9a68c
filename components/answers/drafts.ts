import type { MessageConditions, RuleConditions } from '@/lib/workspace/answers/conditions'
import type { RuleAction, RuleInput, RuleView } from '@/lib/workspace/answers/rules'

/** Conditions as they are typed; empty where nothing is said. */
export type ConditionDraft = {
  kind: string
  shortcode: string
  amountFrom: string
  amountTo: string
  reference: string
  phone: string
  path: string
  header: { name: string; value: string }
  body: { path: string; value: string }
}

/** A rule as it is typed; the delay in seconds, headers a line each. */
export type RuleDraft = {
  name: string
  conditions: ConditionDraft & { first: string; oneIn: string }
  action: {
    do: RuleAction['do']
    code: string
    status: string
    headers: string
    body: string
    times: string
    delayMs: string
  }
}

const shown = (value: number | string | undefined) => (value === undefined ? '' : String(value))

export const conditionDraft = (conditions: MessageConditions): ConditionDraft => ({
  kind: shown(conditions.kind),
  shortcode: shown(conditions.shortcode),
  amountFrom: shown(conditions.amountFrom),
  amountTo: shown(conditions.amountTo),
  reference: shown(conditions.reference),
  phone: shown(conditions.phone),
  path: shown(conditions.path),
  header: conditions.header ?? { name: '', value: '' },
  body: conditions.body ?? { path: '', value: '' },
})

export const ruleDraft = ({
  name,
  conditions,
  action,
}: Pick<RuleView, 'name' | 'conditions' | 'action'>): RuleDraft => ({
  name,
  conditions: {
    ...conditionDraft(conditions),
    first: shown(conditions.first),
    oneIn: shown(conditions.oneIn),
  },
  action: {
    do: action.do,
    code: action.do === 'reject' ? action.code : 'C2B00012',
    status: 'status' in action ? String(action.status) : '500',
    headers:
      action.do === 'answer' ? action.headers.map(([key, value]) => `${key}: ${value}`).join('\n') : '',
    body: action.do === 'answer' ? action.body : '',
    times: action.do === 'fail' ? String(action.times) : '2',
    delayMs: action.delayMs === 0 ? '' : String(action.delayMs / 1000),
  },
})

const said = <Name extends string>(name: Name, typed: string): { [N in Name]?: string } =>
  typed.trim() === '' ? {} : ({ [name]: typed.trim() } as { [N in Name]?: string })
const counted = <Name extends string>(name: Name, typed: string): { [N in Name]?: number } =>
  typed.trim() === '' ? {} : ({ [name]: Number(typed.trim().replace(',', '.')) } as { [N in Name]?: number })

export const conditionsOf = (draft: ConditionDraft): MessageConditions => ({
  ...said('kind', draft.kind),
  ...said('shortcode', draft.shortcode),
  ...counted('amountFrom', draft.amountFrom),
  ...counted('amountTo', draft.amountTo),
  ...said('reference', draft.reference),
  ...said('phone', draft.phone),
  ...said('path', draft.path),
  // A name without a value asks whether it is there at all.
  ...(draft.header.name.trim() !== '' && {
    header: { name: draft.header.name, value: draft.header.value.trim() || '*' },
  }),
  ...(draft.body.path.trim() !== '' && {
    body: { path: draft.body.path, value: draft.body.value.trim() || '*' },
  }),
})

const headersOf = (text: string): [string, string][] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(':')
      return [name.trim(), rest.join(':').trim()]
    })

const actionOf = (draft: RuleDraft['action']): RuleAction => {
  const delayMs = Math.round(Number(draft.delayMs.replace(',', '.')) * 1000)
  switch (draft.do) {
    case 'reject':
      return { do: 'reject', code: draft.code, delayMs }
    case 'answer':
      return {
        do: 'answer',
        status: Number(draft.status),
        headers: headersOf(draft.headers),
        body: draft.body,
        delayMs,
      }
    case 'fail':
      return { do: 'fail', times: Number(draft.times), status: Number(draft.status), delayMs }
    case 'accept':
      return { do: 'accept', delayMs }
    case 'drop':
      return { do: 'drop', delayMs }
  }
}

export const ruleOfDraft = ({
  name,
  conditions,
  action,
}: RuleDraft): Pick<RuleInput, 'name' | 'action'> & {
  conditions: RuleConditions
} => ({
  name,
  conditions: {
    ...conditionsOf(conditions),
    ...counted('first', conditions.first),
    ...counted('oneIn', conditions.oneIn),
  },
  action: actionOf(action),
})
