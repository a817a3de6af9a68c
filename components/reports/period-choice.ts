import { isDay } from '@/components/address/address'
import type { Query } from './address'

export const periods = [
  { value: 'today', label: 'Today' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
  { value: 'month', label: 'This month' },
  { value: 'custom', label: 'Custom' },
] as const
export type PeriodName = (typeof periods)[number]['value']

const usual: PeriodName = '7d'
type Days = { from: string; to: string }

export const periodIn = (query: Pick<Query, 'period' | 'from' | 'to'>): PeriodName =>
  periods.find(({ value }) => value === query.period)?.value ?? (query.from || query.to ? 'custom' : usual)

/** What the address says of a period; a custom one begins with the days on screen. */
export const queryOfPeriod = (name: PeriodName, query: Days, onScreen: Days): Partial<Query> =>
  name === 'custom'
    ? { period: 'custom', from: query.from || onScreen.from, to: query.to || onScreen.to }
    : { period: name === usual ? '' : name, from: '', to: '' }

export const comparisonIn = ({ compare }: Pick<Query, 'compare'>): 'none' | 'previous' | 'other' => {
  if (compare === '') return 'none'
  return compare === 'previous' ? 'previous' : 'other'
}

/** What the address says of a comparison, other days being these. */
export const queryOfComparison = (name: string, { from, to }: Days): Partial<Query> => {
  if (name === 'none') return { compare: '' }
  return { compare: name === 'previous' ? 'previous' : `${from},${to}` }
}

/** The days that a comparison with other days names; empty where it names none. */
export const comparedDays = ({ compare }: Pick<Query, 'compare'>): Days => {
  const [from = '', to = ''] = compare.split(',').map((text) => (isDay(text) ? text : ''))
  return { from, to }
}
