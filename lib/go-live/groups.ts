import type { Condition, EvidenceRecord, GoLiveCase } from '@/lib/catalogue/go-live'
import type { SystemId } from '@/lib/catalogue/types'
import { callbackEntry } from '@/lib/systems/callbacks'
import { isJoin, isOfSituation } from './conditions'

type Of<Kind extends EvidenceRecord['record']> = Extract<EvidenceRecord, { record: Kind }>

/** A callback that has to come, or must not. */
type Awaited = (Of<'callback'> | Of<'absence'>) & {
  /** Said while it has not come. */
  missing: string
}

/** Records that one attempt has to bring together. */
export type Group =
  | { of: 'run'; exchange: Of<'exchange'>; after: readonly Awaited[] }
  | { of: 'receipt'; after: readonly Awaited[] }

/** A case as the judge reads it. */
export type Rule = {
  case: GoLiveCase
  ways: readonly (readonly Group[])[]
  /** Messages alone show that its situation was tried. */
  isSpecific: boolean
  /** It is about what the team's own system did with a callback: an answer of our inbox does not show that. */
  isOfReceiver: boolean
}

const groupsOf = (system: SystemId, records: readonly EvidenceRecord[]): Group[] => {
  const groups: Group[] = []
  for (const record of records) {
    if (record.record === 'manual') return []
    if (record.record === 'exchange') {
      groups.push({ of: 'run', exchange: record, after: [] })
      continue
    }
    const entries = record.kinds.map((kind) => callbackEntry(system, kind))
    const isOfReceipt = entries.every((entry) => entry?.joins === 'receipt')
    const awaited = { ...record, missing: entries[0]?.missing ?? 'The callback has not come yet.' }
    const last = groups.at(-1)
    if (last && (last.of === 'receipt') === isOfReceipt) {
      groups[groups.length - 1] = { ...last, after: [...last.after, awaited] }
    } else groups.push({ of: 'receipt', after: [awaited] })
  }
  return groups
}

/** The environment's own values say nothing of what was tried. */
const isUsual = (condition: Condition): boolean =>
  (condition.op === 'exists' && condition.value) ||
  (condition.op === 'sameAs' && condition.value.startsWith('environment.'))

const isTelling = (condition: Condition): boolean => isOfSituation(condition) && !isUsual(condition)

export const ruleOf = (each: GoLiveCase): Rule => {
  const ways = [each.evidence.records, ...(each.evidence.or ?? [])]
    .map((records) => groupsOf(each.system, records))
    .filter((way) => way.length > 0)
  // What was sent tells of a run, what we answered of a payment that asked us.
  const conditions = (ways[0] ?? []).flatMap((group) =>
    group.of === 'run' ? group.exchange.where : group.after.flatMap((record) => record.where),
  )
  const isOfReceiver = ways.some((way) =>
    way.some(({ after }) => after.some(({ where }) => where.some(isOfReceiverAnswer))),
  )
  return {
    case: each,
    ways,
    isOfReceiver,
    isSpecific: each.against !== 'meant' && conditions.some(isTelling),
  }
}

/** A receiver that says nothing or is down shows what the provider does then, not what the receiver did. */
const isOfReceiverAnswer = (condition: Condition): boolean =>
  condition.op === 'anyOf'
    ? condition.any.some((list) => list.some(isOfReceiverAnswer))
    : condition.field.startsWith('answer.body') ||
      (condition.field === 'answer.status' &&
        ((condition.op === 'equals' && condition.value === 200) ||
          (condition.op === 'between' && condition.value[0] === 200)))

/** Whether later groups are tied to earlier ones by an id, or only by time, shortcode and amount. */
export const isTiedByIds = (way: readonly Group[]): boolean => {
  const known = ties.get(way)
  if (known !== undefined) return known
  const found = areTied(way)
  ties.set(way, found)
  return found
}

const ties = new WeakMap<readonly Group[], boolean>()

const areTied = (way: readonly Group[]): boolean =>
  way.slice(1).every((group) => {
    const conditions = [
      ...(group.of === 'run' ? group.exchange.where : []),
      ...group.after.flatMap((record) => record.where),
    ]
    return conditions.some(
      (condition) => isJoin(condition) && /id\b|reference|receipt/i.test(fieldsOf(condition)),
    )
  })

const fieldsOf = (condition: Condition): string =>
  condition.op === 'anyOf' ? condition.any.flatMap((list) => list.map(fieldsOf)).join(' ') : condition.field
