import 'server-only'
import { insertKeys } from '@/db/queries/callback-links'
import { type EnvironmentRow, listEnvironmentRows } from '@/db/queries/environments'
import { insertRun, type RunRow, runOf, updateRun } from '@/db/queries/runs'
import { idsBehindReceipt, isReceiptOfWorld } from '@/db/queries/world-links'
import { callbackEntry } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'
import { isSuccess } from '@/lib/wire/verdicts'
import { resultCodeIn } from '../codes/explain-recorded'
import type { Deps } from '../deps'

/** A message about a payment that no request of ours started. */
export type Notice = {
  workspaceId: string
  /** Where it was captured; undefined for what the emulator delivered to somebody's own server. */
  inboxId?: string
  at: number
  meaning: CallbackMeaning
}

/**
 * A payment that a customer starts is a run of its own: the first message about it makes it, the others find it by the
 * receipt. Undefined where the message tells of no payment, or no environment takes it in.
 */
export const customerRunOf = (deps: Deps, notice: Notice): RunRow | undefined => {
  const { workspaceId, at, meaning } = notice
  const { system, kind, keys, facts } = meaning
  const payment = callbackEntry(system, kind)?.payment
  if (!payment || !facts.receipt) return undefined
  // The emulator's books name a request behind it, whose run is not written yet.
  if (idsBehindReceipt(deps.db, workspaceId, facts.receipt).length > 0) return undefined
  const environment = environmentOf(deps, notice, facts.receipt)
  if (!environment) return undefined
  const id = deps.ids.next()
  insertRun(deps.db, {
    id,
    workspaceId,
    environmentId: environment.id,
    environmentName: environment.name,
    environmentKind: environment.kind,
    system,
    operation: `${system}.${payment.name}`,
    sentBy: 'a customer',
    origin: 'customer',
    createdAt: at,
    values: {},
    // There was no request: M-Pesa came by itself.
    requestMethod: '',
    requestUrl: '',
    requestHeaders: [],
    requestBody: '',
    verdict: 'pending',
    amountCents: facts.amountCents ?? null,
    currency: facts.amountCents === undefined ? null : (facts.currency ?? null),
    msisdn: facts.msisdn ?? null,
    reference: facts.reference?.slice(0, 200) ?? null,
  })
  insertKeys(deps.db, workspaceId, [{ kind: 'run', value: id }, ...keys], id)
  return runOf(deps.db, workspaceId, id)
}

/** The emulator's payments belong to its own environment; others to the one that has their shortcode or the inbox. */
const environmentOf = (deps: Deps, notice: Notice, receipt: string): EnvironmentRow | undefined => {
  const { workspaceId, inboxId, meaning } = notice
  const isLocal = inboxId === undefined || isReceiptOfWorld(deps.db, workspaceId, receipt)
  const all = listEnvironmentRows(deps.db, workspaceId).filter(
    (each) =>
      each.system === meaning.system &&
      (inboxId === undefined || each.inboxId === inboxId) &&
      (!isLocal || each.kind === 'local'),
  )
  const { shortcode } = meaning.facts
  const ofShortcode = all.filter(
    ({ settings }) => shortcode !== undefined && Object.values(settings).includes(shortcode),
  )
  const [first] = ofShortcode.length > 0 ? ofShortcode : all
  // A provider's own message is of a provider's environment, where the inbox serves both.
  return isLocal ? first : ([...ofShortcode, ...all].find(({ kind }) => kind !== 'local') ?? first)
}

/** How a customer's payment stands after a message; undefined when that changes nothing. */
export const customerVerdict = (
  { verdict }: Pick<RunRow, 'verdict'>,
  outcome: CallbackMeaning['outcome'],
): 'paid' | undefined => (outcome === 'success' && !isSuccess(verdict) ? 'paid' : undefined)

/** A validation that was turned down ends the payment, whoever answered it. */
export const settleValidation = (
  deps: Deps,
  run: RunRow,
  { at, meaning }: Pick<Notice, 'at' | 'meaning'>,
  answer: { status: number; body: string },
): void => {
  if (run.origin !== 'customer' || run.verdict !== 'pending' || meaning.outcome !== 'question') return
  const code = resultCodeIn(answer.body)
  if (answer.status < 200 || answer.status > 299 || code === undefined || /^0+$/.test(code)) return
  updateRun(deps.db, run.id, {
    verdict: 'failed',
    verdictAt: deps.clock(),
    resultAt: at,
    code,
    description: 'The validation turned it down: no money moved.',
  })
}
