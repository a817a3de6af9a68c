import 'server-only'
import { environmentById } from '@/db/queries/environments'
import { marksOf, type SheetRow, type SheetRunRow, sheetRunsOf } from '@/db/queries/go-live'
import { type EvidenceRow, evidenceForSheet } from '@/db/queries/go-live-judging'
import type { GoLiveCase } from '@/lib/catalogue/go-live'
import { judgementOf } from '@/lib/go-live/judge'
import { systemOf } from '@/lib/systems'
import type { Deps } from '../deps'
import { resolveBaseUrl } from '../environments/environment-context'
import { type PlayedWhere, whyNotPlayed } from './playability'
import type { CaseState, CaseView, EvidenceView, SheetCounts } from './views'

/** Of what says the same; the newest decide as well as all. */
const mostShown = 12
const mostParts = 3

export const playedWhere = (deps: Deps, sheet: SheetRow): PlayedWhere => {
  const row = environmentById(deps.db, sheet.environmentId)
  return row && { kind: row.kind, baseUrl: resolveBaseUrl(deps.config.publicUrl, row.baseUrl) }
}

export const casesOf = (sheet: Pick<SheetRow, 'system' | 'apis'>): GoLiveCase[] => {
  const chosen = new Set(sheet.apis)
  const { apis, cases } = systemOf(sheet.system).goLive
  const order = new Map(apis.map(({ id }, index) => [id, index]))
  return cases
    .filter(({ api }) => chosen.has(api))
    .sort((a, b) => (order.get(a.api) ?? 0) - (order.get(b.api) ?? 0))
}

/** Whether a call of their own program can begin it: it is about an exchange, and not a matter for a person alone. */
export const canBeWaitedFor = ({ evidence }: GoLiveCase): boolean =>
  [evidence.records, ...(evidence.or ?? [])].some((records) =>
    records.some(({ record }) => record === 'exchange'),
  )

/** Every case of the sheet with what was recorded for it. */
export const caseViews = (deps: Deps, sheet: SheetRow): CaseView[] => {
  const marks = new Map(marksOf(deps.db, sheet.id).map((mark) => [mark.caseId, mark]))
  const ties = byCase(sheetRunsOf(deps.db, sheet.id))
  const evidence = byCase(evidenceForSheet(deps.db, sheet.environmentId, sheet.id))
  const titles = new Map(systemOf(sheet.system).goLive.apis.map(({ id, title }) => [id, title]))
  const where = playedWhere(deps, sheet)
  return casesOf(sheet).map((each): CaseView => {
    const own = ties.get(each.id) ?? []
    const rows = evidenceOf(sheet, evidence.get(each.id) ?? [], own)
    const { judged, confidence, doubt, by, isFormOnly, isConflicting, missing } = judgementOf(
      each,
      rows,
      sheet,
    )
    const mark = marks.get(each.id)
    const state: CaseState = mark?.state ?? judged
    const why = whyNotPlayed(each, where)
    return {
      id: each.id,
      api: each.api,
      apiTitle: titles.get(each.api) ?? each.api,
      source: each.source,
      sheet: each.sheet ?? null,
      row: each.row ?? null,
      subject: each.subject,
      title: each.title,
      steps: [...each.steps],
      expected: each.expected,
      kind: each.kind,
      quirk: each.quirk ?? null,
      observed: each.observed ?? null,
      proof: each.evidence.text,
      state,
      decidedBy: mark?.state ? 'person' : judged === 'empty' ? 'nobody' : 'runs',
      judged,
      confidence,
      doubt,
      by,
      isFormOnly,
      missing,
      isConflicting,
      evidence: shown(rows, judged, own, sheet),
      override: mark?.state
        ? { state: mark.state, reason: mark.reason ?? '', by: mark.stateBy ?? '', at: mark.stateAt ?? 0 }
        : null,
      note: mark?.note ? { text: mark.note, by: mark.noteBy ?? '', at: mark.noteAt ?? 0 } : null,
      isWaitable: canBeWaitedFor(each),
      play: { isPossible: why === null, why },
    }
  })
}

const byCase = <Row extends { caseId: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}

/** What counts here: the sheet's own word on a run before the general one, and nothing that was taken away. */
const evidenceOf = (
  sheet: SheetRow,
  rows: readonly EvidenceRow[],
  ties: readonly SheetRunRow[],
): EvidenceRow[] => {
  const detached = new Set(ties.flatMap(({ tie, runId }) => (tie === 'detached' ? [runId] : [])))
  const own = new Set(rows.flatMap(({ sheetId, subject }) => (sheetId === sheet.id ? [subject] : [])))
  return rows.filter(
    ({ sheetId, subject, runIds }) =>
      (sheetId === sheet.id || !own.has(subject)) && !runIds.some((id) => detached.has(id)),
  )
}

const shown = (
  rows: readonly EvidenceRow[],
  judged: CaseView['judged'],
  ties: readonly SheetRunRow[],
  sheet: SheetRow,
): EvidenceView[] => {
  const attached = new Map(ties.flatMap(({ tie, runId, by }) => (tie === 'attached' ? [[runId, by]] : [])))
  const deciding = rows
    .filter(({ says }) => says !== 'part')
    .toSorted((a, b) => Number(b.isBySoftware) - Number(a.isBySoftware))
    .slice(0, mostShown)
  const isAttached = ({ runIds }: EvidenceRow) => runIds.some((id) => attached.has(id))
  const parts = rows
    .filter(({ says }) => says === 'part')
    .filter((row, index) => isAttached(row) || (judged !== 'success' && index < mostParts))
  const listed = new Set([...deciding, ...parts].flatMap(({ runIds }) => runIds))
  const silent = ties
    .filter(({ tie, runId }) => tie === 'attached' && !listed.has(runId))
    .map(
      ({ runId, by, at }): EvidenceView => ({
        id: `attached-${runId}`,
        says: 'part',
        runIds: [runId],
        callbackIds: [],
        at,
        sentence: 'Attached by hand; what it shows is not what the case needs.',
        confidence: 'likely',
        isSimulated: sheet.environmentKind === 'local',
        by: 'form',
        isOwnAnswer: false,
        attachedBy: by,
      }),
    )
  return [
    ...[...deciding, ...parts].map(
      (row): EvidenceView => ({
        id: String(row.id),
        says: row.says,
        runIds: row.runIds,
        callbackIds: row.callbackIds,
        at: row.at,
        sentence: row.sentence,
        confidence: row.confidence,
        isSimulated: row.isSimulated,
        by: row.isBySoftware ? 'software' : 'form',
        isOwnAnswer: row.isOwnAnswer,
        attachedBy: row.runIds.map((id) => attached.get(id)).find((by) => by !== undefined) ?? null,
      }),
    ),
    ...silent,
  ].sort((a, b) => weight(b) - weight(a) || b.at - a.at)
}

/** A proof by their own software is the best there is, and what is certain goes before what only appears so. */
const weight = ({ says, by, confidence }: EvidenceView) =>
  says === 'proves' ? (by === 'software' ? 2 : 0) + (confidence === 'certain' ? 1 : 0) : 0

/** Software of Jaribu can do it here, and that would fill it. */
export const isPlayable = ({ state, play, isFormOnly }: CaseView): boolean =>
  state === 'empty' && play.isPossible && !isFormOnly

export const countsOf = (views: readonly CaseView[]): SheetCounts => {
  const of = (state: CaseState) => views.filter((view) => view.state === state).length
  return {
    cases: views.length,
    success: of('success'),
    fail: of('fail'),
    empty: of('empty'),
    notApplicable: of('not-applicable'),
    conflicts: views.filter(({ isConflicting }) => isConflicting).length,
    playable: views.filter(isPlayable).length,
    bySoftware: views.filter(({ judged, by }) => judged === 'success' && by === 'software').length,
    formOnly: views.filter(({ state, isFormOnly }) => state === 'empty' && isFormOnly).length,
  }
}
