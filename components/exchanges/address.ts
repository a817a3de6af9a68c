import { anyText, choiceOf, isSaid, oneOf, type Values } from '@/components/address/address'
import type { ApiCall } from '@/lib/api/client'

const outcomes = ['accepted', 'remarked', 'refused'] as const

/** What narrows the exchanges. Empty text means no limit. */
export const filterNames = {
  /** Text in the request, the answer or what was remarked; a phone number or reference as well. */
  q: anyText,
  system: anyText,
  operation: anyText,
  outcome: oneOf(outcomes),
  client: anyText,
  /** What Jaribu's own form sends to the local sandbox is an exchange too. */
  from: choiceOf(['software', 'all'], 'software'),
}
export type ExchangeFilters = Values<typeof filterNames>

/** All that the address says. */
export const exchangeNames = {
  ...filterNames,
  /** The chosen exchange. */
  c: anyText,
}

export const outcomeChoices = [
  { value: 'refused', label: 'Refused' },
  { value: 'remarked', label: 'Accepted with remarks' },
  { value: 'accepted', label: 'Accepted' },
] as const

export const isFiltered = (filters: ExchangeFilters): boolean => isSaid(filterNames, filters)

/** The question for our API: what looks like a phone number finds the phone. */
export const requestOf = (
  { q, from, ...filters }: ExchangeFilters,
  page: { before?: string; limit: number },
): ApiCall<'GET /sandbox/exchanges'>['query'] => {
  const text = q.trim()
  const digits = text.replace(/[\s+-]/g, '')
  return {
    ...page,
    ...(from === 'software' && { origin: from }),
    ...(/^\d{11,14}$/.test(digits) ? { phone: digits } : text && { q: text }),
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value.trim() !== '')),
  }
}
