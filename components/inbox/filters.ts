import { anyText, isSaid, type Values } from '@/components/address/address'
import { parseAnyMsisdn } from '@/lib/msisdn'

/** What narrows the inbox. Empty text means no limit. */
export const filterNames = {
  /** Part of a body. */
  q: anyText,
  receipt: anyText,
  msisdn: anyText,
  /** The callback's own number. */
  id: anyText,
  kind: anyText,
  code: anyText,
  /** `no`: only what does not match its run. */
  match: anyText,
  inbox: anyText,
  /** As a date-time field has it, in the reader's time zone: `2026-01-31T14:05`. */
  from: anyText,
  to: anyText,
}
export type InboxFilters = Values<typeof filterNames>

/** All that the address of the inbox says. */
export const inboxNames = {
  ...filterNames,
  /** The chosen callback. */
  c: anyText,
}

export const isFiltered = (filters: InboxFilters): boolean => isSaid(filterNames, filters)

/** The question for our API. A minute named as the end counts whole. */
export const apiQuery = (filters: InboxFilters, page: { before?: number; limit: number }): string => {
  const query = new URLSearchParams({ view: 'summary', limit: String(page.limit) })
  for (const name of ['q', 'receipt', 'msisdn', 'kind', 'code', 'match', 'inbox'] as const) {
    const value = filters[name].trim()
    if (value !== '') query.set(name, value)
  }
  const from = Date.parse(filters.from)
  if (!Number.isNaN(from)) query.set('from', String(from))
  const to = Date.parse(filters.to)
  if (!Number.isNaN(to)) query.set('to', String(to + 59_999))
  if (page.before !== undefined) query.set('before', String(page.before))
  return query.toString()
}

/** What somebody typed or pasted into the search box: a number of a phone finds the phone, the rest finds bodies. */
export const searchFor = (typed: string): Pick<InboxFilters, 'q' | 'msisdn'> => {
  const text = typed.trim()
  const msisdn = text.length < 60 ? parseAnyMsisdn(text) : undefined
  return msisdn === undefined ? { q: text, msisdn: '' } : { q: '', msisdn }
}

/** Filters without the named ones. */
export const cleared = (names: readonly Exclude<keyof InboxFilters, 'inbox'>[]): Partial<InboxFilters> =>
  Object.fromEntries(names.map((name) => [name, '']))

export const matchWords: Record<string, string> = { yes: 'Nothing speaks against it', no: 'Does not match' }
