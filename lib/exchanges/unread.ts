import { distance } from '@/lib/systems/shared/nearest'

const plain = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** The last part of a dotted name, and what a provider puts before all of its names, say little. */
const core = (name: string) => plain((name.split('.').at(-1) ?? name).replace(/^(in|out)put_/i, ''))

const sharedStart = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

/** The real name that was most probably meant by one that nobody knows. */
export const nearestName = (typed: string, known: readonly string[]): string | undefined => {
  const exact =
    known.find((name) => plain(name) === plain(typed)) ?? known.find((name) => core(name) === core(typed))
  if (exact !== undefined) return exact
  const wanted = core(typed)
  if (wanted.length < 3) return undefined
  const begun = known.find(
    (name) =>
      sharedStart(wanted, core(name)) >= Math.max(5, 0.8 * Math.min(wanted.length, core(name).length)),
  )
  if (begun !== undefined) return begun
  const [best] = known
    .map((name) => ({ name, change: distance(wanted.slice(0, 60), core(name)) / Math.max(wanted.length, 4) }))
    .sort((a, b) => a.change - b.change)
  return best && best.change <= 0.34 ? best.name : undefined
}
