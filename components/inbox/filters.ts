/** What narrows the inbox. Names are those of the address bar. Empty text means no limit. */
export type InboxFilters = {
  /** Part of a body. */
  q: string
  receipt: string
  msisdn: string
  /** The callback's own number. */
  id: string
  kind: string
  code: string
  inbox: string
  /** As a date-time field has it, in the reader's time zone: `2026-01-31T14:05`. */
  from: string
  to: string
}

export const filterNames = ['q', 'receipt', 'msisdn', 'id', 'kind', 'code', 'inbox', 'from', 'to'] as const

export const noFilters: InboxFilters = {
  q: '',
  receipt: '',
  msisdn: '',
  id: '',
  kind: '',
  code: '',
  inbox: '',
  from: '',
  to: '',
}

export const filtersIn = (query: URLSearchParams): InboxFilters => {
  const filters = { ...noFilters }
  for (const name of filterNames) filters[name] = query.get(name) ?? ''
  return filters
}

export const isFiltered = (filters: InboxFilters): boolean => filterNames.some((name) => filters[name] !== '')

/** The address with other filters; whatever else it says stays. */
export const withFilters = (query: URLSearchParams, filters: Partial<InboxFilters>): URLSearchParams => {
  const next = new URLSearchParams(query)
  for (const name of filterNames) {
    const value = filters[name]
    if (value === undefined) continue
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** The question for our API. A minute named as the end counts whole. */
export const apiQuery = (filters: InboxFilters, page: { before?: number; limit: number }): string => {
  const query = new URLSearchParams({ view: 'summary', limit: String(page.limit) })
  for (const name of ['q', 'receipt', 'msisdn', 'kind', 'code', 'inbox'] as const) {
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
export const searchOf = (typed: string): Pick<InboxFilters, 'q' | 'msisdn'> => {
  const text = typed.trim()
  const digits = text.replace(/[\s+-]/g, '')
  return /^254\d{9}$/.test(digits) ? { q: '', msisdn: digits } : { q: text, msisdn: '' }
}
