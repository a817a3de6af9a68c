import 'server-only'
import { createHash } from 'node:crypto'
import { lastCallbackId } from '@/db/queries/callbacks'
import { environmentById } from '@/db/queries/environments'
import {
  type Bucket,
  clearEvidence,
  countRunsOf,
  dropJudging,
  dueSubjects,
  type EvidenceRow,
  enqueue,
  evidenceBuckets,
  evidenceMentioning,
  evidenceOfSubject,
  type JudgingRow,
  judgingOf,
  partSubjects,
  putEvidence,
  putJudging,
  removeEvidence,
  tiesOfRuns,
  trimEvidence,
  unqueue,
} from '@/db/queries/go-live-judging'
import { receiptsBefore, recordedRunsBefore } from '@/db/queries/go-live-recordings'
import type { Rule } from '@/lib/go-live/groups'
import { type Finding, judgeAttempt, type Parts, rulesOf } from '@/lib/go-live/judge'
import type { Attempt } from '@/lib/go-live/recording'
import { ofDatabase } from '@/lib/process-state'
import { isSystem, systemOf } from '@/lib/systems'
import { receiptKinds } from '@/lib/systems/callbacks'
import type { Deps } from '../deps'
import { beginBySession, endBySession } from './follow-session'
import { attemptsOfReceipts, attemptsOfRows, attemptsOfRuns, type JudgedEnvironment } from './recordings'

/** Newest ones kept of what says the same to a case. */
const kept = { proves: 8, contradicts: 8, part: 20 } as const
/** Of attempts that are not over, where a case needs no other attempt. */
const keptOpen = 3

const highest = '~'

/** What is known of an environment between slices, so that not every one reads it again. */
type Memory = {
  buckets: Map<string, { count: number; oldest: number }>
  parts: Map<string, Attempt[]>
}

const memories = ofDatabase('go-live-memory', () => new Map<string, Memory>())

const bucketKey = ({ caseId, says, way, place, isBySoftware }: Bucket) =>
  `${caseId} ${says} ${way} ${place} ${isBySoftware}`

const memoryOf = (deps: Deps, environmentId: string): Memory => {
  const known = memories(deps).get(environmentId)
  if (known) return known
  const fresh: Memory = {
    buckets: new Map(evidenceBuckets(deps.db, environmentId).map((row) => [bucketKey(row), row])),
    parts: new Map(),
  }
  memories(deps).set(environmentId, fresh)
  return fresh
}

/** After a change that came from elsewhere. */
export const forgetJudging = (deps: Deps, environmentId: string): void => {
  memories(deps).delete(environmentId)
}

/** What is kept of a finding; another number, and all is judged again. */
const findingsOf = 3

const rulebooks = new Map<string, { rules: Rule[]; print: string; several: ReadonlySet<string> }>()

const rulebookOf = (system: string) => {
  const known = rulebooks.get(system)
  if (known) return known
  const { cases } = systemOf(system).goLive
  const rules = rulesOf(cases)
  const proofs = cases.map(({ id, kind, evidence, against }) => [id, kind, evidence, against])
  const said = [findingsOf, proofs]
  const made = {
    rules,
    print: createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16),
    several: new Set(
      rules.filter(({ ways }) => ways.some((way) => way.length > 1)).map((rule) => rule.case.id),
    ),
  }
  rulebooks.set(system, made)
  return made
}

export const judgedEnvironment = (deps: Deps, environmentId: string): JudgedEnvironment | undefined => {
  const row = environmentById(deps.db, environmentId)
  if (!row || !isSystem(row.system)) return undefined
  const { id, workspaceId, system, kind, inboxId, settings } = row
  return { id, workspaceId, system, kind, inboxId, settings }
}

/** From now on this environment's runs are judged, and those that were recorded before. */
export const beginJudging = (deps: Deps, environment: JudgedEnvironment): void => {
  const { print } = rulebookOf(environment.system)
  if (judgingOf(deps.db, environment.id)?.rules === print) return
  clearEvidence(deps.db, environment.id)
  forgetJudging(deps, environment.id)
  putJudging(deps.db, fromTheStart(deps, environment, print))
}

const fromTheStart = (deps: Deps, { id, workspaceId }: JudgedEnvironment, rules: string): JudgingRow => ({
  environmentId: id,
  workspaceId,
  rules,
  runsBefore: highest,
  noticesBefore: lastCallbackId(deps.db, workspaceId) + 1,
  done: 0,
  total: countRunsOf(deps.db, workspaceId, id),
})

/**
 * Judges a little of what waits: what changed first, then what was recorded before the sheet, from the newest down.
 * All of it is one commit, so a crash repeats and loses nothing. Says what is left.
 */
export const judgeSlice = (
  deps: Deps,
  environmentId: string,
  most = 25,
): { isChanged: boolean; left: 'queue' | 'earlier' | 'nothing' } => {
  const environment = judgedEnvironment(deps, environmentId)
  try {
    return deps.db.$client.transaction(() => {
      const judging = judgingOf(deps.db, environmentId)
      if (!judging) return { isChanged: false, left: 'nothing' as const }
      if (!environment) {
        // Its runs stay as they were judged; nothing new can come.
        unqueue(deps.db, environmentId, dueSubjects(deps.db, environmentId, deps.clock(), most))
        return { isChanged: false, left: 'nothing' as const }
      }
      const { print } = rulebookOf(environment.system)
      if (judging.rules !== print) {
        beginJudging(deps, environment)
        return { isChanged: true, left: 'earlier' as const }
      }
      const session = newSession(deps, environment)
      const due = dueSubjects(deps.db, environmentId, deps.clock(), most)
      if (due.length > 0) {
        unqueue(deps.db, environmentId, due)
        judgeSubjects(session, judging, due)
        return {
          isChanged: session.isChanged,
          left: due.length === most ? ('queue' as const) : leftOf(deps, judging),
        }
      }
      if (!isEarlier(judging)) return { isChanged: false, left: 'nothing' as const }
      judgeEarlier(session, judging, most)
      return { isChanged: true, left: leftOf(deps, judging) }
    })()
  } catch (error) {
    forgetJudging(deps, environmentId)
    throw error
  }
}

const leftOf = (deps: Deps, { environmentId }: JudgingRow): 'earlier' | 'nothing' => {
  const judging = judgingOf(deps.db, environmentId)
  return judging && isEarlier(judging) ? 'earlier' : 'nothing'
}

export const isEarlier = ({ runsBefore, noticesBefore }: JudgingRow): boolean =>
  runsBefore !== '' || noticesBefore > 0

type Session = {
  deps: Deps
  environment: JudgedEnvironment
  rules: readonly Rule[]
  several: ReadonlySet<string>
  memory: Memory
  overfull: Map<string, Bucket>
  isChanged: boolean
}

const newSession = (deps: Deps, environment: JudgedEnvironment): Session => {
  const { rules, several } = rulebookOf(environment.system)
  const memory = memoryOf(deps, environment.id)
  return { deps, environment, rules, several, memory, overfull: new Map(), isChanged: false }
}

const judgeSubjects = (session: Session, judging: JudgingRow, subjects: readonly string[]): void => {
  const { deps, environment } = session
  const named = (kind: string) =>
    subjects.flatMap((subject) => (subject.startsWith(kind) ? [subject.slice(kind.length)] : []))
  for (const runId of named('gone:')) forget(session, judging, runId)
  const runIds = named('run:')
  const attempts = [
    ...attemptsOfRuns(deps, environment, runIds),
    ...attemptsOfReceipts(deps, environment, named('receipt:')),
  ]
  judgeAll(session, attempts, true)
  trim(session)
  if (endBySession(deps, environment)) session.isChanged = true
}

const judgeEarlier = (session: Session, judging: JudgingRow, most: number): void => {
  const { deps, environment } = session
  const next = { ...judging }
  if (judging.runsBefore !== '') {
    const rows = recordedRunsBefore(deps.db, {
      workspaceId: environment.workspaceId,
      environmentId: environment.id,
      before: judging.runsBefore,
      limit: most,
    })
    judgeAll(session, attemptsOfRows(deps, environment, rows), false)
    next.runsBefore = rows.length < most ? '' : (rows.at(-1)?.id ?? '')
    next.done += rows.length
    next.total = Math.max(next.total, next.done)
  } else {
    // One page of each kind: the highest of the lowest ids is as far as all of them were read.
    const pages = receiptKinds.map((kind) =>
      receiptsBefore(deps.db, {
        workspaceId: environment.workspaceId,
        kind,
        before: judging.noticesBefore,
        limit: most,
      }),
    )
    const bounds = pages.map((page) => (page.length < most ? 0 : (page.at(-1)?.id ?? 0)))
    const bound = Math.max(...bounds)
    const receipts = pages.flat().flatMap(({ id, receipt }) => (id >= bound ? [receipt] : []))
    judgeAll(session, attemptsOfReceipts(deps, environment, [...new Set(receipts)]), false)
    next.noticesBefore = bound
  }
  trim(session)
  putJudging(deps.db, next)
}

const judgeAll = (session: Session, attempts: readonly Attempt[], isAgain: boolean): void => {
  const { deps, environment } = session
  if (beginBySession(session, attempts, partsOf(session))) session.isChanged = true
  const ties = tiesOfRuns(
    deps.db,
    environment.id,
    attempts.flatMap(({ run }) => (run ? [run.id] : [])),
  )
  for (const attempt of attempts) {
    const now = deps.clock()
    const findings = judgeAttempt(session.rules, attempt, { now, parts: partsOf(session) })
    store(session, attempt, '', findings, isAgain)
    const waits = findings.flatMap(({ waitUntil }) => (waitUntil === null ? [] : [waitUntil]))
    if (waits.length > 0) enqueue(deps.db, environment.id, attempt.subject, Math.min(...waits))
    remember(session, attempt, findings)
    const own = ties.filter(({ runId, tie }) => runId === attempt.run?.id && tie !== 'detached')
    for (const sheetId of new Set(own.map((tie) => tie.sheetId))) {
      const meantFor = new Set(own.flatMap((tie) => (tie.sheetId === sheetId ? [tie.caseId] : [])))
      const meant = judgeAttempt(
        session.rules.filter((rule) => meantFor.has(rule.case.id)),
        attempt,
        { now, parts: partsOf(session), meantFor },
      )
      store(session, attempt, sheetId, meant, true)
    }
  }
}

const store = (
  session: Session,
  attempt: Attempt,
  sheetId: string,
  findings: readonly Finding[],
  isAgain: boolean,
): void => {
  const { deps, environment, several, memory, overfull } = session
  const rows = findings.map((finding) => rowOf(environment.id, sheetId, finding))
  if (isAgain) {
    const names = new Set(rows.map(nameOf))
    for (const old of evidenceOfSubject(deps.db, environment.id, attempt.subject)) {
      if (old.sheetId !== sheetId || names.has(nameOf(old))) continue
      // What several prove together counts for the last: looking at it alone does not take it back.
      if (several.has(old.caseId) && old.says !== 'part' && old.runIds.length > 1) continue
      removeEvidence(deps.db, old.id)
      session.isChanged = true
      if (sheetId === '') lessen(memory, old, environment.id, deps)
    }
  }
  for (const row of rows) {
    const bucket = {
      caseId: row.caseId,
      says: row.says,
      way: row.way,
      place: row.place,
      isBySoftware: row.isBySoftware,
    }
    const name = bucketKey(bucket)
    const known = sheetId === '' ? memory.buckets.get(name) : undefined
    const room = roomOf(row, several)
    const isOlder = known && (isAgain ? row.at < known.oldest : row.at <= known.oldest)
    if (known && known.count >= room && isOlder) continue
    putEvidence(deps.db, row)
    session.isChanged = true
    if (sheetId !== '') continue
    memory.buckets.set(name, {
      count: (known?.count ?? 0) + 1,
      oldest: Math.min(known?.oldest ?? row.at, row.at),
    })
    if ((known?.count ?? 0) >= room) overfull.set(name, bucket)
  }
}

const roomOf = (row: Pick<EvidenceRow, 'caseId' | 'says'>, several: ReadonlySet<string>) =>
  row.says === 'part' && !several.has(row.caseId) ? keptOpen : kept[row.says]

const nameOf = ({
  caseId,
  says,
  way,
  place,
  subject,
}: Pick<EvidenceRow, 'caseId' | 'says' | 'way' | 'place' | 'subject'>) =>
  `${caseId} ${says} ${way} ${place} ${subject}`

const rowOf = (environmentId: string, sheetId: string, finding: Finding) => ({
  environmentId,
  sheetId,
  caseId: finding.caseId,
  says: finding.says,
  way: finding.way,
  place: finding.group,
  subject: finding.subject,
  runIds: finding.runIds,
  callbackIds: finding.callbackIds,
  at: finding.at,
  confidence: finding.confidence,
  isSimulated: finding.isSimulated,
  isBySoftware: finding.isBySoftware,
  isOwnAnswer: finding.isOwnAnswer,
  sentence: finding.sentence,
  missing: finding.missing,
})

/** One less: where older ones had been left out for it, all is judged again. */
const lessen = (memory: Memory, row: EvidenceRow, environmentId: string, deps: Deps): void => {
  const known = memory.buckets.get(bucketKey(row))
  if (!known) return
  known.count -= 1
  if (row.says !== 'part' && known.count === 0 && known.oldest < row.at) judgeAgain(deps, environmentId)
}

const judgeAgain = (deps: Deps, environmentId: string): void => {
  const judging = judgingOf(deps.db, environmentId)
  const environment = judgedEnvironment(deps, environmentId)
  if (judging && environment) putJudging(deps.db, fromTheStart(deps, environment, judging.rules))
}

/** Keeps the newest of what says the same. */
const trim = ({ deps, environment, several, memory, overfull }: Session): void => {
  for (const [name, bucket] of overfull) {
    const room = roomOf(bucket, several)
    trimEvidence(deps.db, environment.id, bucket, room)
    const known = memory.buckets.get(name)
    if (known) known.count = Math.min(known.count, room)
  }
  // The oldest that is left is not known here; what is not older than the one before it is let in and trimmed again.
  overfull.clear()
}

const partsOf =
  ({ deps, environment, memory }: Session): Parts =>
  (caseId, way, place) => {
    const name = `${caseId} ${way} ${place}`
    const known = memory.parts.get(name)
    if (known) return known
    const subjects = partSubjects(deps.db, environment.id, { caseId, way, place, limit: kept.part })
    const ids = (kind: string) =>
      subjects.flatMap((subject) => (subject.startsWith(kind) ? [subject.slice(kind.length)] : []))
    const found = [
      ...attemptsOfRuns(deps, environment, ids('run:')),
      ...attemptsOfReceipts(deps, environment, ids('receipt:')),
    ].sort((a, b) => b.at - a.at)
    memory.parts.set(name, found)
    return found
  }

/** Keeps what others may be completed by, newest first, and replaces what it was before. */
const remember = ({ several, memory }: Session, attempt: Attempt, findings: readonly Finding[]): void => {
  for (const [name, list] of memory.parts) {
    const at = list.findIndex(({ subject }) => subject === attempt.subject)
    if (at >= 0) memory.parts.set(name, list.toSpliced(at, 1))
  }
  for (const { caseId, says, way, group } of findings) {
    if (says !== 'part' || !several.has(caseId)) continue
    const name = `${caseId} ${way} ${group}`
    const list = memory.parts.get(name)
    if (!list) continue
    memory.parts.set(name, [...list, attempt].sort((a, b) => b.at - a.at).slice(0, kept.part))
  }
}

/** A run was deleted: what it said is gone with it. */
const forget = (session: Session, judging: JudgingRow, runId: string): void => {
  const { deps, environment } = session
  const rows = evidenceMentioning(deps.db, environment.id, runId)
  if (rows.length === 0) return
  const { buckets } = session.memory
  // Where there was no more room, others that say the same were left out.
  const isFull = rows.some((row) => {
    const count = row.sheetId === '' ? (buckets.get(bucketKey(row))?.count ?? 0) : 0
    return row.says !== 'part' && count >= kept[row.says]
  })
  for (const row of rows) removeEvidence(deps.db, row.id)
  session.isChanged = true
  forgetJudging(deps, environment.id)
  session.memory = memoryOf(deps, environment.id)
  if (isFull) putJudging(deps.db, fromTheStart(deps, environment, judging.rules))
}

/** The last sheet of an environment is gone. */
export const endJudging = (deps: Deps, environmentId: string): void => {
  dropJudging(deps.db, environmentId)
  forgetJudging(deps, environmentId)
}
