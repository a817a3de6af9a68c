import type { GoLiveCase } from '@/lib/catalogue/go-live'
import type { Scope } from './conditions'
import { type Group, isTiedByIds, type Rule, ruleOf } from './groups'
import { type Match, matchGroup } from './match'
import type { Attempt } from './recording'
import { sentenceOf } from './sentence'

/** What one attempt says to one case. */
export type Finding = {
  caseId: string
  /** `part`: one of several attempts that the case needs, or one that is not over. */
  says: 'proves' | 'contradicts' | 'part'
  /** Way and group that a `part` is of, so that others can complete it. */
  way: number
  group: number
  subject: string
  runIds: string[]
  callbackIds: number[]
  at: number
  confidence: 'certain' | 'likely'
  isSimulated: boolean
  /** All of it was the doing of the team's own software. */
  isBySoftware: boolean
  /** Their own server answered the callbacks. */
  isOwnAnswer: boolean
  sentence: string
  /** For `part`: what would complete it. */
  missing: string | null
  /** When waiting alone changes what is said. */
  waitUntil: number | null
  /** It ended as the case expects, whether or not all that belongs to it is known. */
  isEnd: boolean
}

/** Attempts that earlier were found to be part of a case of several, newest first. */
export type Parts = (caseId: string, way: number, group: number) => readonly Attempt[]

export type Judging = {
  now: number
  parts?: Parts
  /** Cases for which this attempt was sent or attached. */
  meantFor?: ReadonlySet<string>
}

export const rulesOf = (cases: readonly GoLiveCase[]): Rule[] => cases.map(ruleOf)

/** Everything that an attempt says, to all cases of its system. */
export const judgeAttempt = (rules: readonly Rule[], attempt: Attempt, judging: Judging): Finding[] => {
  const findings: Finding[] = []
  for (const rule of rulesFor(rules, attempt)) {
    const found = judgeOne(rule, attempt, judging)
    if (found) findings.push(...found)
  }
  // What a negative case expects is not held against the cases that expect success.
  const isExplained = findings.some(({ isEnd, caseId }) => isEnd && negative(rules, caseId))
  if (!isExplained) return findings
  return findings.filter(
    ({ says, caseId }) =>
      says !== 'contradicts' || negative(rules, caseId) || judging.meantFor?.has(caseId) === true,
  )
}

type Index = { byOperation: Map<string, Rule[]>; ofReceipts: Rule[] }
const indexes = new WeakMap<readonly Rule[], Index>()

/** Those that speak of the attempt's operation, or of receipts. */
const rulesFor = (rules: readonly Rule[], { run }: Attempt): readonly Rule[] => {
  const index: Index = indexes.get(rules) ?? {
    byOperation: new Map(),
    ofReceipts: rules.filter(({ ways }) => ways.some((way) => way.some(({ of }) => of === 'receipt'))),
  }
  indexes.set(rules, index)
  if (!run) return index.ofReceipts
  const known = index.byOperation.get(run.operation)
  if (known) return known
  const found = rules.filter(({ ways }) =>
    ways.some((way) =>
      way.some((group) => group.of === 'run' && (group.exchange.operations?.includes(run.operation) ?? true)),
    ),
  )
  index.byOperation.set(run.operation, found)
  return found
}

const kinds = new WeakMap<readonly Rule[], Map<string, GoLiveCase['kind']>>()
const negative = (rules: readonly Rule[], caseId: string): boolean => {
  const known = kinds.get(rules) ?? new Map(rules.map((rule) => [rule.case.id, rule.case.kind]))
  kinds.set(rules, known)
  return known.get(caseId) === 'negative'
}

const rank = { proves: 2, contradicts: 1, part: 0 }

const judgeOne = (rule: Rule, attempt: Attempt, judging: Judging): Finding[] | undefined => {
  const found = rule.ways.flatMap((way, index) => judgeWay(rule, way, index, attempt, judging))
  const best = found.toSorted((a, b) => rank[b.says] - rank[a.says])[0]
  if (!best) return undefined
  // Parts of several ways, or of several places in one, are all worth keeping.
  return best.says === 'part' ? found : [best, ...found.filter(({ says }) => says === 'part')]
}

const judgeWay = (
  rule: Rule,
  way: readonly Group[],
  index: number,
  attempt: Attempt,
  judging: Judging,
): Finding[] => {
  const found: Finding[] = []
  const isOfSeveral = way.length > 1
  way.forEach((group, place) => {
    const alone = matchGroup(group, attempt, {}, judging.now)
    if (alone.state === 'unrelated') return
    const assembled = isOfSeveral ? assemble(rule, way, index, place, attempt, judging) : undefined
    const base = { caseId: rule.case.id, way: index, group: place, subject: attempt.subject }
    const own = {
      ...base,
      runIds: attempt.run ? [attempt.run.id] : runsOf(attempt),
      isSimulated: isSimulated(attempt),
      isBySoftware: isBySoftware(attempt),
      isOwnAnswer: false,
    }
    const whole = assembled?.match ?? (isOfSeveral ? undefined : alone)
    const chain = assembled?.chain ?? [attempt]
    // Whichever of them was looked at, what several prove together is told of the last.
    const teller = chain.at(-1) ?? attempt
    const told = { ...own, group: way.length - 1, subject: teller.subject }
    const spoiled = chain.find(({ run }) => isSpoiled(rule, run))
    if (whole?.state === 'matched' && spoiled?.run) {
      found.push({
        ...own,
        says: 'part',
        callbackIds: [],
        at: whole.at,
        confidence: 'likely',
        sentence: sentenceOf(rule.case.system, attempt, 'part'),
        missing: failedWords(spoiled.run),
        waitUntil: null,
        isEnd: false,
      })
    } else if (whole?.state === 'matched') {
      const ids = assembled?.callbackIds ?? whole.callbackIds
      const isOwnAnswer = ids.length > 0 && !ids.some(isOfInbox)
      found.push({
        ...told,
        says: 'proves',
        runIds: [...new Set(chain.flatMap((each) => (each.run ? [each.run.id] : runsOf(each))))],
        callbackIds: ids.filter(isOfInbox),
        at: whole.at,
        confidence: isTiedByIds(way) && (!rule.isOfReceiver || isOwnAnswer) ? 'certain' : 'likely',
        isSimulated: chain.some(isSimulated),
        isBySoftware: chain.every(isBySoftware),
        isOwnAnswer,
        sentence: sentenceOf(rule.case.system, teller, 'proves'),
        missing: null,
        waitUntil: null,
        isEnd: teller.subject === attempt.subject,
      })
    } else if (
      whole &&
      !(isOfSeveral && rule.case.against === 'meant') &&
      isAgainst(rule, whole, teller, judging)
    ) {
      found.push({
        ...told,
        runIds: teller.run ? [teller.run.id] : runsOf(teller),
        says: 'contradicts',
        callbackIds: whole.state === 'other' ? whole.callbackIds.filter(isOfInbox) : [],
        at: whole.state === 'other' ? whole.at : attempt.at,
        confidence: isTiedByIds(way) ? 'certain' : 'likely',
        sentence: sentenceOf(rule.case.system, teller, 'contradicts'),
        missing: null,
        waitUntil: null,
        isEnd: false,
      })
    }
    if (alone.state === 'open' || (isOfSeveral && alone.state === 'matched')) {
      found.push({
        ...own,
        says: 'part',
        callbackIds: alone.state === 'matched' ? alone.callbackIds.filter(isOfInbox) : [],
        at: alone.state === 'matched' ? alone.at : attempt.at,
        confidence: 'likely',
        sentence: sentenceOf(rule.case.system, attempt, 'part'),
        missing: alone.state === 'open' ? alone.missing : missingOf(way, place),
        waitUntil: alone.state === 'open' ? alone.waitUntil : null,
        isEnd: alone.state === 'matched' && (place === way.length - 1 || attempt.run?.verdict === 'failure'),
      })
    }
  })
  return found
}

/** A payment that failed shows no success, however far it came. */
const isSpoiled = (rule: Rule, run: Attempt['run']): boolean =>
  rule.case.kind === 'success' && run !== null && run.isPayment && run.verdict === 'failure'

const failedWords = ({ code }: NonNullable<Attempt['run']>): string =>
  `The request was accepted, and the payment failed${code === null ? '' : ` with ${code}`}: one that succeeds is needed.`

/** Others are deliveries to the team's own server, and in no inbox. */
const isOfInbox = (id: number): boolean => id > 0

/** A payment that a customer began is their software's doing as far as their own server answered. */
const isBySoftware = ({ run, callbacks }: Attempt): boolean =>
  run ? run.isBySoftware : callbacks.length > 0 && callbacks.every(({ isOwn }) => isOwn)

const runsOf = ({ callbacks }: Attempt) => [
  ...new Set(callbacks.flatMap(({ runId }) => (runId === null ? [] : [runId]))),
]

const isSimulated = ({ run, callbacks }: Attempt) =>
  run ? run.isSimulated : callbacks.some((callback) => callback.isSimulated)

const missingOf = (way: readonly Group[], place: number): string =>
  place + 1 < way.length
    ? `This is step ${place + 1} of ${way.length}: the next has not been recorded.`
    : `This is the last of ${way.length} steps: what belongs before it has not been recorded.`

/** The situation is the case's own and the outcome is the opposite of what is expected. */
const isAgainst = (rule: Rule, match: Match, { run, subject }: Attempt, judging: Judging): boolean => {
  if (match.state !== 'other') return false
  const isMeant = judging.meantFor?.has(rule.case.id) ?? false
  if (match.why === 'came') return rule.isSpecific || isMeant
  if (!run) return isMeant && subject !== ''
  if (rule.case.kind === 'negative') return (rule.isSpecific || isMeant) && run.verdict === 'success'
  return (rule.case.against !== 'meant' || isMeant) && run.verdict === 'failure'
}

type Assembled = { match: Match; chain: Attempt[]; callbackIds: number[] }

/** Puts the attempt at its place and looks for the others, in the order of time. */
const assemble = (
  rule: Rule,
  way: readonly Group[],
  index: number,
  place: number,
  attempt: Attempt,
  judging: Judging,
): Assembled | undefined => {
  let best: Assembled | undefined
  const walk = (at: number, chain: Attempt[], callbackIds: number[], previous?: Scope): boolean => {
    const group = way[at]
    if (!group) return false
    const before = chain.at(-1)
    const candidates =
      at === place
        ? [attempt]
        : (judging.parts?.(rule.case.id, index, at) ?? []).filter(
            ({ subject }) => subject !== attempt.subject,
          )
    for (const candidate of candidates) {
      if (chain.some(({ subject }) => subject === candidate.subject)) continue
      if (before && candidate.at < before.at) continue
      const first = chain[0] && firstScope(way, chain[0], judging.now)
      const match = matchGroup(group, candidate, first ? { first, previous } : {}, judging.now)
      if (match.state === 'unrelated') continue
      const isLast = at === way.length - 1
      if (isLast && match.state !== 'matched') best ??= { match, chain: [...chain, candidate], callbackIds }
      if (match.state !== 'matched') continue
      const ids = [...callbackIds, ...match.callbackIds]
      if (isLast) {
        best = { match, chain: [...chain, candidate], callbackIds: ids }
        return true
      }
      if (walk(at + 1, [...chain, candidate], ids, match.last)) return true
    }
    return false
  }
  walk(0, [], [])
  return best
}

/** `first` is the first message of all: the exchange, or the callback that began it. */
const firstScope = (way: readonly Group[], attempt: Attempt, now: number): Scope => {
  const [group] = way
  if (!group || group.of === 'run') return { attempt }
  const match = matchGroup(group, attempt, {}, now)
  const id = match.state === 'matched' ? match.callbackIds[0] : undefined
  const callback = attempt.callbacks.find((each) => each.id === id)
  return { attempt, ...(callback && { callback }) }
}

export type Judgement = {
  judged: 'success' | 'fail' | 'empty'
  confidence: 'certain' | 'likely' | null
  /** Why it is not certain; null where it is, and while it is empty. */
  doubt: string | null
  /** Who made it happen, the best of it; null while it is empty. */
  by: 'software' | 'form' | null
  /** Only a form proved it, and that is not enough here. */
  isFormOnly: boolean
  isConflicting: boolean
  missing: string[]
}

type Said = Pick<Finding, 'says' | 'confidence' | 'missing' | 'isBySoftware' | 'isOwnAnswer'>

const doubts = {
  time: 'The records belong together by their time only.',
  receiver:
    'Jaribu’s own inbox answered the callback. What your system made of it only your system can show: have the callback sent to your own address, or decide it yourself.',
} as const

const formOnly = 'A form of Jaribu proved it. This sheet wants it from your own software.'

/** The cell, from all that is said to a case. All that is needed was found: success, whatever else was tried. */
export const judgementOf = (
  each: GoLiveCase,
  findings: readonly Said[],
  { requiresSoftware = false }: { requiresSoftware?: boolean } = {},
): Judgement => {
  const all = findings.filter(({ says }) => says === 'proves')
  const bySoftware = all.filter((one) => one.isBySoftware)
  const isFormOnly = requiresSoftware && all.length > 0 && bySoftware.length === 0
  const proofs = isFormOnly ? [] : bySoftware.length > 0 ? bySoftware : all
  const against = findings.filter(({ says }) => says === 'contradicts')
  const judged = proofs.length > 0 ? 'success' : against.length > 0 ? 'fail' : 'empty'
  const deciding = judged === 'success' ? proofs : judged === 'fail' ? against : []
  const isCertain = deciding.some(({ confidence }) => confidence === 'certain')
  return {
    judged,
    confidence: judged === 'empty' ? null : isCertain ? 'certain' : 'likely',
    doubt: judged === 'empty' || isCertain ? null : doubtOf(each, judged, deciding),
    by: judged === 'empty' ? null : deciding.some((one) => one.isBySoftware) ? 'software' : 'form',
    isFormOnly,
    isConflicting: all.length > 0 && against.length > 0,
    missing: judged === 'success' ? [] : isFormOnly ? [formOnly] : missingWords(each, findings),
  }
}

const doubtOf = (each: GoLiveCase, judged: 'success' | 'fail', deciding: readonly Said[]): string =>
  judged === 'success' && ruleOf(each).isOfReceiver && deciding.every(({ isOwnAnswer }) => !isOwnAnswer)
    ? doubts.receiver
    : doubts.time

const mostMissing = 3

const missingWords = (each: GoLiveCase, findings: readonly Pick<Finding, 'says' | 'missing'>[]): string[] => {
  const manual = each.evidence.records.find((record) => record.record === 'manual')
  if (manual?.record === 'manual') return [manual.why]
  const parts = [...new Set(findings.flatMap(({ missing }) => (missing === null ? [] : [missing])))]
  return parts.length > 0
    ? parts.slice(0, mostMissing)
    : [`Nothing fits yet. Needed: ${lowerFirst(each.evidence.text)}`]
}

const lowerFirst = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** Judges a case from a handful of attempts at once: what a play has brought, say. */
export const judgeCase = (
  each: GoLiveCase,
  attempts: readonly Attempt[],
  { now, meantFor }: Omit<Judging, 'parts'>,
): Judgement & { findings: Finding[] } => {
  const rules = [ruleOf(each)]
  const ordered = attempts.toSorted((a, b) => b.at - a.at)
  const findings = ordered.flatMap((attempt) =>
    judgeAttempt(rules, attempt, { now, meantFor, parts: () => ordered }),
  )
  return { ...judgementOf(each, findings), findings }
}
