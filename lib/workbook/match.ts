import { negatives, qualifiers, tabOf, tokens } from './words'

/** What a row of somebody's workbook and a test case have in common to compare. */
export type Wording = {
  /** Tab and row, as hints. */
  sheet: string
  row: number | undefined
  subject: string
  title: string
  objective: string
  expected: string
}

export type Candidate = Wording & { id: string; group: string }

export type Match = {
  id: string | undefined
  /** 0 to 1. */
  likeness: number
  /** For people: `Same tab and row; both say token, wrong, secret.` */
  because: string
}

/** Below this a person has to choose. */
const leastLikeness = 0.3

/**
 * Finds for each row the case that it words. Each case goes to one row only, the likeliest pair first; equal pairs are
 * settled by their order, so the same workbook is always matched the same way.
 */
export const matchRows = (rows: readonly Wording[], candidates: readonly Candidate[]): Match[] => {
  const compare = comparer(candidates)
  const comparisons = rows.map(compare)
  const company = companyOf(rows, comparisons, candidates)
  const pairs = comparisons.flatMap((matches, index) =>
    matches.flatMap((match, order) => {
      if (match.likeness < leastLikeness) return []
      const rank = match.likeness + company(rows[index]?.sheet, candidates[order]?.group)
      return [{ ...match, index, order, rank }]
    }),
  )
  pairs.sort((a, b) => b.rank - a.rank || a.index - b.index || a.order - b.order)
  const matches: Match[] = rows.map(() => ({
    id: undefined,
    likeness: 0,
    because: 'No case is worded like it.',
  }))
  const takenCases = new Set<string>()
  const takenRows = new Set<number>()
  for (const { index, order, likeness, isContrary } of pairs) {
    const candidate = candidates[order]
    const row = rows[index]
    if (!candidate || !row || takenRows.has(index) || takenCases.has(candidate.id)) continue
    takenRows.add(index)
    takenCases.add(candidate.id)
    matches[index] = { id: candidate.id, likeness, because: reasonOf(row, candidate, isContrary) }
  }
  return matches
}

/** Rows of one tab are mostly of one group: what most of them resemble is preferred among equals. */
const companyOf = (
  rows: readonly Wording[],
  comparisons: readonly (readonly Comparison[])[],
  candidates: readonly Candidate[],
): ((sheet?: string, group?: string) => number) => {
  const votes = new Map<string, number>()
  const voters = new Map<string, number>()
  for (const [index, matches] of comparisons.entries()) {
    const best = Math.max(0, ...matches.map(({ likeness }) => likeness))
    const sheet = rows[index]?.sheet ?? ''
    if (best < leastLikeness) continue
    voters.set(sheet, (voters.get(sheet) ?? 0) + 1)
    const groups = new Set(
      matches.flatMap(({ likeness }, order) => (likeness === best ? (candidates[order]?.group ?? []) : [])),
    )
    for (const group of groups) {
      const key = `${sheet}\n${group}`
      votes.set(key, (votes.get(key) ?? 0) + 1)
    }
  }
  return (sheet = '', group = '') =>
    (0.12 * (votes.get(`${sheet}\n${group}`) ?? 0)) / (voters.get(sheet) ?? 1)
}

/** How alike a row is to the case that a person chose for it. */
export const likenessOf = (row: Wording, id: string, candidates: readonly Candidate[]): number => {
  const order = candidates.findIndex((candidate) => candidate.id === id)
  return comparer(candidates)(row)[order]?.likeness ?? 0
}

/** How alike a row is to each of the cases, in their order. */
export const likenesses = (row: Wording, candidates: readonly Candidate[]): number[] =>
  comparer(candidates)(row).map(({ likeness }) => likeness)

type Comparison = { likeness: number; isContrary: boolean }

/** Words with what each of them tells. */
type Bag = { weights: ReadonlyMap<string, number>; total: number }
type Words = { title: Bag; expected: Bag; all: Bag; isNegative: boolean }

const comparer = (candidates: readonly Candidate[]): ((row: Wording) => Comparison[]) => {
  const weight = weightsOf(candidates.map(allTokens))
  const known = candidates.map((candidate) => ({
    candidate,
    words: wordsOf(candidate, weight),
    tab: tabOf(candidate.sheet),
  }))
  const tabs = new Set(known.map(({ tab }) => tab))
  return (row) => {
    const words = wordsOf(row, weight)
    const tab = tabOf(row.sheet)
    return known.map(({ candidate, words: other, tab: otherTab }) => {
      const wording =
        0.5 * overlap(words.title, other.title) +
        0.35 * overlap(words.all, other.all) +
        0.15 * overlap(words.expected, other.expected)
      const isSameTab = tab === otherTab
      const isSameRow = isSameTab && row.row !== undefined && row.row === candidate.row
      const agreement = agreementOf(words.all, other.all)
      if (agreement === 'none') return { likeness: 0, isContrary: words.isNegative !== other.isNegative }
      // A place alone proves nothing: some word has to agree.
      const hint = wording < 0.04 ? 0 : isSameRow ? 0.35 : isSameTab ? 0.15 : 0
      const isContrary = words.isNegative !== other.isNegative
      // A tab that belongs to another API speaks against the case, whatever the words.
      const isElsewhere = !isSameTab && tabs.has(tab)
      const isThin = agreement === 'one' && !isSameRow
      const likeness =
        (wording * (1 - hint) + hint) * (isElsewhere ? 0.45 : 1) * (isContrary ? 0.7 : 1) * (isThin ? 0.5 : 1)
      return { likeness: Math.round(likeness * 100) / 100, isContrary }
    })
  }
}

/** A match needs a word that names a thing, and one word alone only where neither says more. */
const agreementOf = (one: Bag, other: Bag): 'none' | 'one' | 'some' => {
  const shared = [...one.weights.keys()].filter((word) => other.weights.has(word))
  if (!shared.some((word) => !qualifiers.has(word))) return 'none'
  return shared.length === 1 && one.weights.size > 1 && other.weights.size > 1 ? 'one' : 'some'
}

const reasonOf = (row: Wording, candidate: Candidate, isContrary: boolean): string => {
  const theirs = new Set(allTokens(candidate))
  const shared = [...new Set(allTokens(row))].filter((word) => theirs.has(word)).slice(0, 5)
  const isSameTab = tabOf(row.sheet) === tabOf(candidate.sheet)
  const place = isSameTab ? (row.row === candidate.row ? 'same tab and row; ' : 'same tab; ') : ''
  const words = shared.length > 0 ? `both say ${shared.join(', ')}` : 'no word in common'
  const doubt = isContrary ? '; one speaks of success, the other of a refusal' : ''
  const text = `${place}${words}${doubt}`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const allTokens = ({ subject, title, objective, expected }: Wording): string[] => [
  ...tokens(title),
  ...tokens(objective),
  ...tokens(expected),
  ...tokens(subject),
]

const wordsOf = (wording: Wording, weight: (word: string) => number): Words => ({
  title: bagOf(tokens(wording.title), weight),
  expected: bagOf(tokens(wording.expected), weight),
  all: bagOf(allTokens(wording), weight),
  isNegative: isNegative(wording),
})

/** By what is tested; where that says neither, by what is expected of it. */
const isNegative = ({ title, objective, expected }: Wording): boolean => {
  if ([...tokens(title), ...tokens(objective)].some((word) => negatives.has(word))) return true
  const outcome = tokens(expected)
  return !outcome.includes('success') && (outcome.includes('rejected') || outcome.includes('refused'))
}

const bagOf = (words: readonly string[], weight: (word: string) => number): Bag => {
  const weights = new Map(words.map((word) => [word, weight(word)]))
  return { weights, total: [...weights.values()].reduce((sum, one) => sum + one, 0) }
}

/** Weighted share of words in common (Dice). */
const overlap = (a: Bag, b: Bag): number => {
  const total = a.total + b.total
  if (total === 0) return 0
  let shared = 0
  for (const [word, weight] of a.weights) if (b.weights.has(word)) shared += weight
  return (2 * shared) / total
}

/** A word that few cases use tells more. */
const weightsOf = (documents: readonly (readonly string[])[]): ((word: string) => number) => {
  const counts = new Map<string, number>()
  for (const words of documents) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return (word) => 0.2 + Math.log((documents.length + 1) / ((counts.get(word) ?? 0) + 1))
}
