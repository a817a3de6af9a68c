import { simulatedLine } from '@/lib/wire/environment-kinds'
import type { CaseEvidence } from './annex'
import { actualWords } from './export-sheet-workbook'
import type { SheetView } from './views'

/**
 * A whole sheet for programs. `format` and `version` say what to expect: a field may be added under the same version,
 * none changes its meaning or goes. Times are ISO 8601 in UTC.
 */
export const jsonOf = (
  sheet: SheetView,
  cases: readonly CaseEvidence[],
  { madeAt, version }: { madeAt: number; version: string },
) => ({
  format: 'jaribu.go-live-sheet' as const,
  version: 1 as const,
  madeAt: iso(madeAt),
  isSimulated: sheet.environment.kind === 'local',
  ...(sheet.environment.kind === 'local' && { notice: simulatedLine }),
  jaribu: version,
  sheet: {
    id: sheet.id,
    name: sheet.name,
    system: sheet.system,
    systemTitle: sheet.systemTitle,
    environment: sheet.environment,
    apis: sheet.apis,
    requiresSoftware: sheet.requiresSoftware,
    createdBy: sheet.createdBy,
    createdAt: iso(sheet.createdAt),
    counts: sheet.counts,
  },
  cases: cases.map(({ view, evidence, remarks }) => ({
    id: view.id,
    api: view.api,
    apiTitle: view.apiTitle,
    source: view.source,
    sheet: view.sheet,
    row: view.row,
    subject: view.subject,
    title: view.title,
    steps: view.steps,
    expected: view.expected,
    kind: view.kind,
    quirk: view.quirk,
    state: view.state,
    /** As it stands in the workbook's cell. */
    actualResult: actualWords[view.state],
    decidedBy: view.decidedBy,
    judged: view.judged,
    confidence: view.confidence,
    doubt: view.doubt,
    by: view.by,
    isFormOnly: view.isFormOnly,
    isConflicting: view.isConflicting,
    missing: view.missing,
    remarks,
    evidence: evidence.map(({ view: one, sentence, messages }) => ({
      says: one.says,
      at: iso(one.at),
      sentence,
      confidence: one.confidence,
      isSimulated: one.isSimulated,
      by: one.by,
      isOwnAnswer: one.isOwnAnswer,
      attachedBy: one.attachedBy,
      runIds: one.runIds,
      callbackIds: one.callbackIds,
      messages: messages.map(({ kind, at, title, summary, runId, callbackId, headers, body }) => ({
        kind,
        at: iso(at),
        title,
        summary,
        runId,
        callbackId,
        headers,
        body,
      })),
    })),
  })),
  checklist: sheet.checklist.map(({ at, ...item }) => ({ ...item, at: at === null ? null : iso(at) })),
})

const iso = (at: number): string => new Date(at).toISOString()
