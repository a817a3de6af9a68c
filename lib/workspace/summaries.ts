import 'server-only'
import type { CallbackHead, CallbackSummaryRow } from '@/db/queries/callbacks'
import type { CountedRun } from '@/db/queries/runs'
import { isSystem, systemOf } from '@/lib/systems'
import { callbackEntry, kindTitle, operationTitle } from '@/lib/systems/callbacks'
import { senderStanding } from '@/lib/systems/senders'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { CallbackSummary, RunSummary } from './views'

export const runSummary = (row: CountedRun): RunSummary => ({
  id: row.id,
  system: row.system,
  operation: row.operation,
  operationTitle: operationTitle(row.operation),
  systemTitle: isSystem(row.system) ? systemOf(row.system).short : row.system,
  environment: { id: row.environmentId, name: row.environmentName, kind: row.environmentKind },
  sentBy: row.sentBy,
  origin: row.origin,
  createdAt: row.createdAt,
  verdict: row.verdict,
  decidedBy: row.decidedBy,
  code: row.code,
  description: row.description,
  receipt: row.receipt,
  amountCents: row.amountCents,
  currency: row.currency,
  msisdn: row.msisdn,
  reference: row.reference,
  answerStatus: row.answerStatus,
  answerMs: row.answerMs,
  appKey: row.appKey,
  callbackCount: row.callbackCount,
})

type Summarised = CallbackSummaryRow | CallbackHead

/** `runKind`: where its run was sent to, if the row does not say so itself. */
export const callbackSummary = (row: Summarised, runKind?: EnvironmentKind): CallbackSummary => ({
  id: row.id,
  inbox: row.inbox,
  receivedAt: row.receivedAt,
  method: row.method,
  path: row.path,
  kind: row.kind,
  kindTitle: kindTitle(row.system, row.kind),
  joins: callbackEntry(row.system, row.kind)?.joins ?? null,
  system: row.system,
  sentence: row.sentence,
  outcome: row.outcome as CallbackSummary['outcome'],
  code: row.code,
  receipt: row.receipt,
  msisdn: row.msisdn,
  amountCents: row.amountCents,
  currency: row.currency,
  reference: row.reference,
  runId: row.runId,
  isOfCase: 'runOrigin' in row && row.runOrigin === 'case',
  duplicateOf: row.duplicateOf,
  timing: row.timing,
  mismatch: row.mismatch,
  sender: senderOf(row, kindOf(row, runKind)),
  environmentKind: kindOf(row, runKind),
  bodyBytes: row.bodyBytes,
  contentType: row.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '',
})

const kindOf = (row: Summarised, runKind: EnvironmentKind | undefined): EnvironmentKind | null =>
  runKind ?? ('runKind' in row ? row.runKind : null)

/** What comes to the local sandbox's runs comes from this machine: there its address tells nothing. */
const senderOf = (
  { system, remoteAddress }: Pick<Summarised, 'system' | 'remoteAddress'>,
  kind: EnvironmentKind | null,
): CallbackSummary['sender'] =>
  kind === null || kind === 'local' ? null : (senderStanding(system, remoteAddress) ?? null)
