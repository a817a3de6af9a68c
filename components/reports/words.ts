import { moneyText } from '@/components/payments/money'
import type { Amount, Measure } from '@/lib/reports/types'

export const measureWords: Record<Measure, string> = {
  answer: 'Time to acknowledgement',
  result: 'Time to result',
}

export const countText = (count: number): string => count.toLocaleString('en')
export const rateText = (rate: number | null): string =>
  rate === null ? '–' : `${(rate * 100).toFixed(1)} %`

/** Three significant digits, as times are kept: `340 ms`, `6.23 s`, `3 min 05 s`. */
export const msText = (ms: number | null): string => {
  if (ms === null) return '–'
  if (ms < 1_000) return `${ms} ms`
  if (ms < 10_000) return `${(ms / 1_000).toFixed(2)} s`
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

export const paidText = (amount: Amount): string => moneyText(amount.paidCents, amount.currency)

/** `1 run`, `2 runs`. */
export const runsText = (count: number): string => `${countText(count)} ${count === 1 ? 'run' : 'runs'}`
