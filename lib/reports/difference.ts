/** How one number stands against another. `ratio` is null where there was nothing before. */
export type Difference = {
  now: number | null
  before: number | null
  change: number | null
  ratio: number | null
}

export const differenceOf = (now: number | null, before: number | null): Difference => ({
  now,
  before,
  change: now === null || before === null ? null : now - before,
  ratio: now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before),
})

const percent = (ratio: number) => {
  const rounded = Math.round(Math.abs(ratio) * 100)
  return rounded === 0 ? 'less than 1 %' : `${rounded.toLocaleString('en')} %`
}

/** `12 more (20 %)`, `the same`, `none before`. `words` says what more and less are called, `show` writes the amount. */
export const differenceText = (
  { now, before, change, ratio }: Difference,
  show: (amount: number) => string = (amount) => amount.toLocaleString('en'),
  words: { more: string; less: string } = { more: 'more', less: 'less' },
): string => {
  if (now === null && before === null) return 'nothing to compare'
  if (before === null) return 'nothing before'
  if (now === null) return 'nothing now'
  if (change === null || change === 0) return 'the same'
  const amount = `${show(Math.abs(change))} ${change > 0 ? words.more : words.less}`
  if (ratio === null) return `${amount}, none before`
  return `${amount} (${percent(ratio)})`
}

/** Points, not per cent of per cent: 80 % after 75 % is `5.0 points more`. */
export const rateDifferenceText = ({ now, before, change }: Difference): string => {
  if (now === null && before === null) return 'nothing to compare'
  if (before === null) return 'nothing before'
  if (now === null) return 'nothing now'
  const points = Math.abs((change ?? 0) * 100)
  if (points < 0.05) return 'the same'
  return `${points.toFixed(1)} points ${(change ?? 0) > 0 ? 'more' : 'less'}`
}
