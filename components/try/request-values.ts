import type { Json, Operation } from '@/lib/catalogue/types'
import { textOf, type ValueIssue } from '@/lib/derive'
import type { Values } from '@/lib/wire/types'
import { slotOf } from './draft'
import type { Start } from './origins'

export const startValues = (start: Record<string, Start>): Values =>
  Object.fromEntries(Object.entries(start).map(([name, { value }]) => [name, value]))

/** Without what is absent. */
export const present = (values: Values): { [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** `: KES 150, 254…`: what a person confirms. */
export const subjectOf = (operation: Operation, values: Values, currency: string): string => {
  const first = (kind: string) =>
    textOf(values[operation.fields.find((field) => field.kind === kind)?.name ?? ''])
  const amount = first('amount')
  const parts = [amount && `${currency} ${amount}`, first('msisdn')].filter(Boolean)
  return parts.length > 0 ? `: ${parts.join(', ')}` : ''
}

/** Checks that no row of the form shows. */
export const generalIssues = (
  issues: readonly ValueIssue[],
  operation: Operation,
  values: Values,
): ValueIssue[] => {
  const drawn = new Set(operation.fields.map((field) => field.name))
  return issues.filter((issue) => {
    const [first = ''] = issue.field.split('.')
    return !drawn.has(issue.field) && !drawn.has(first) && !(first in values && issue.field !== first)
  })
}

/** What the checks find, by slot of the form. */
export const wrongSlots = (operation: Operation, issues: readonly ValueIssue[]): Record<string, string[]> => {
  const wrong: Record<string, string[]> = {}
  for (const { field, message } of issues) {
    const drawn = operation.fields.find(({ name }) => field === name || field.startsWith(`${name}.`))
    const slot = `v.${slotOf(drawn?.name ?? field)}`
    wrong[slot] = [...(wrong[slot] ?? []), message]
  }
  return wrong
}

/** The server names a field of the request as `values.<name>`. */
export const withoutPrefix = (fields: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, messages]) => [name.replace(/^values\./, ''), messages]),
  )

/** Why nothing can be sent at all, as far as the form shows it beside its button; null when it can. */
export const whyBlocked = ({
  isAllowed,
  isInbound,
  isCredentialMissing,
  isTextUnread,
}: {
  /** The reader may send. */
  isAllowed: boolean
  isInbound: boolean
  isCredentialMissing: boolean
  /** The body is being written and cannot be read yet. */
  isTextUnread: boolean
}): string | null => {
  if (!isAllowed) return 'Viewers can look at everything, but cannot send. Ask an owner to make you a member.'
  if (isInbound) return 'M-Pesa makes this call.'
  // Which one stands above the button.
  if (isCredentialMissing) return 'A credential is missing.'
  return isTextUnread ? 'The text of the body cannot be read yet.' : null
}
