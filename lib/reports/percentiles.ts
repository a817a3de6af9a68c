import type { Percentiles, Timings } from './types'

/** How many runs took how many milliseconds. */
export type Histogram = Map<number, number>

export const addTo = (histogram: Histogram, ms: number, runs: number): void => {
  histogram.set(ms, (histogram.get(ms) ?? 0) + runs)
}

const noTimes: Percentiles = { runs: 0, p50: null, p90: null, p95: null, p99: null }

/** Nearest rank: the smallest time within which at least this share of the runs were over. A time that really occurred. */
export const percentilesOf = (histogram: Histogram): Percentiles => {
  const times = [...histogram].sort(([one], [other]) => one - other)
  const runs = times.reduce((sum, [, count]) => sum + count, 0)
  if (runs === 0) return noTimes
  const at = (percent: number) => {
    const rank = Math.ceil((runs * percent) / 100)
    let seen = 0
    for (const [ms, count] of times) {
      seen += count
      if (seen >= rank) return ms
    }
    return null
  }
  return { runs, p50: at(50), p90: at(90), p95: at(95), p99: at(99) }
}

export type Histograms = { answer: Histogram; result: Histogram }
export const noHistograms = (): Histograms => ({ answer: new Map(), result: new Map() })
export const timingsOf = ({ answer, result }: Histograms): Timings => ({
  answer: percentilesOf(answer),
  result: percentilesOf(result),
})
