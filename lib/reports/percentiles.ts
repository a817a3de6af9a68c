import type { Measure, Percentiles, Timings } from './types'

/**
 * How many runs took how long, by bin: to the millisecond below a second, three significant digits above, as the
 * roll-ups keep them. `low` and `high` are the first and the last bin with runs.
 */
export type Histogram = { counts: Float64Array; low: number; high: number }
export type Histograms = Record<Measure, Histogram>
/** Bins and their runs in turn, in order of the bins: what is stored of a histogram. */
export type Pairs = Uint32Array

const perDecade = 900
const decades = [1_000, 10_000, 100_000, 1_000_000] as const
const lastBin = 1_000 + decades.length * perDecade
const lastMs = 10_000_000
const lastStep = 100_000

export const binOf = (ms: number): number => {
  if (ms < 1_000) return Math.max(0, ms)
  for (const [index, begin] of decades.entries()) {
    if (ms < begin * 10) return 1_000 + index * perDecade + Math.floor(((ms - begin) * 100) / begin)
  }
  return lastBin + Math.floor((ms - lastMs) / lastStep)
}

export const msOf = (bin: number): number => {
  if (bin < 1_000) return bin
  if (bin >= lastBin) return lastMs + (bin - lastBin) * lastStep
  const begin = decades[Math.floor((bin - 1_000) / perDecade)] ?? 0
  return begin + (((bin - 1_000) % perDecade) * begin) / 100
}

export const noTimes = (): Histogram => ({
  counts: new Float64Array(lastBin),
  low: Number.POSITIVE_INFINITY,
  high: -1,
})
export const noHistograms = (): Histograms => ({ answer: noTimes(), result: noTimes() })

const hold = (histogram: Histogram, bin: number): Float64Array => {
  if (bin >= histogram.counts.length) {
    const wider = new Float64Array(Math.max(bin + 1, histogram.counts.length * 2))
    wider.set(histogram.counts)
    histogram.counts = wider
  }
  if (bin < histogram.low) histogram.low = bin
  if (bin > histogram.high) histogram.high = bin
  return histogram.counts
}

export const addPairs = (histogram: Histogram, pairs: Pairs): void => {
  if (pairs.length === 0) return
  hold(histogram, pairs[0] ?? 0)
  const counts = hold(histogram, pairs[pairs.length - 2] ?? 0)
  for (let at = 0; at < pairs.length; at += 2) {
    const bin = pairs[at] ?? 0
    counts[bin] = (counts[bin] ?? 0) + (pairs[at + 1] ?? 0)
  }
}

export const addHistogram = (histogram: Histogram, other: Histogram): void => {
  if (other.high < 0) return
  hold(histogram, other.low)
  const counts = hold(histogram, other.high)
  for (let bin = other.low; bin <= other.high; bin += 1)
    counts[bin] = (counts[bin] ?? 0) + (other.counts[bin] ?? 0)
}

export const pairsOf = ({ counts, low, high }: Histogram): Pairs => {
  const pairs: number[] = []
  for (let bin = low; bin <= high; bin += 1) {
    const runs = counts[bin] ?? 0
    if (runs > 0) pairs.push(bin, runs)
  }
  return Uint32Array.from(pairs)
}

/** Made ready for the next step of a series: one histogram serves them all. */
export const emptied = (histogram: Histogram): Histogram => {
  if (histogram.high >= 0) histogram.counts.fill(0, histogram.low, histogram.high + 1)
  histogram.low = Number.POSITIVE_INFINITY
  histogram.high = -1
  return histogram
}

const percents = { p50: 50, p90: 90, p95: 95, p99: 99 } as const

/** Nearest rank: the smallest time within which at least this share of the runs were over. A time that really occurred. */
export const percentilesOf = ({ counts, low, high }: Histogram): Percentiles => {
  let runs = 0
  for (let bin = low; bin <= high; bin += 1) runs += counts[bin] ?? 0
  const found: Percentiles = { runs, p50: null, p90: null, p95: null, p99: null }
  if (runs === 0) return found
  let bin = low
  let seen = counts[bin] ?? 0
  for (const [name, percent] of Object.entries(percents) as [keyof typeof percents, number][]) {
    const rank = Math.ceil((runs * percent) / 100)
    while (seen < rank) {
      bin += 1
      seen += counts[bin] ?? 0
    }
    found[name] = msOf(bin)
  }
  return found
}

export const timingsOf = ({ answer, result }: Histograms): Timings => ({
  answer: percentilesOf(answer),
  result: percentilesOf(result),
})
