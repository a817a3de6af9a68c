import 'server-only'
import { insertKeys } from '@/db/queries/callback-links'
import { type EnvironmentRow, listEnvironmentRows } from '@/db/queries/environments'
import { insertRun, latestValues, type RunRow, runOf } from '@/db/queries/runs'
import { idsBehindReceipt, isReceiptOfWorld } from '@/db/queries/world-links'
import type { Json } from '@/lib/catalogue/types'
import { agreementOf, askedIn, nothingAsked } from '@/lib/derive/agreement'
import { isSystem, systemOf } from '@/lib/systems'
import { callbackEntry } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { Mismatch } from '@/lib/wire/mismatch'
import type { Deps } from '../deps'
import { bookedFor, differs } from './believe'

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
  const environment = homeOf(deps, notice)
  return environment && makeRun(deps, notice, environment)
}

/** The same for what anybody may have sent to an inbox: what nobody can have paid makes no run. */
export const customerRunIfReal = (
  deps: Deps,
  notice: Notice,
  isDelivered: boolean,
): { run: RunRow } | { mismatch: Mismatch } | undefined => {
  const environment = homeOf(deps, notice)
  if (!environment) return undefined
  const mismatch = isDelivered ? undefined : unlike(deps, notice, environment)
  return mismatch ? { mismatch } : { run: makeRun(deps, notice, environment) }
}

/** Of the local sandbox the books know every payment; of a provider only who may be paid. */
const unlike = (deps: Deps, notice: Notice, environment: EnvironmentRow): Mismatch | undefined => {
  const { workspaceId, meaning } = notice
  const repeats = callbackEntry(meaning.system, meaning.kind)?.repeats
  const { receipt = '' } = meaning.facts
  if (environment.kind === 'local') {
    const booked = bookedFor(deps, workspaceId, meaning)
    return booked ? differs(booked, meaning) : { field: 'receipt', expected: '', got: receipt.slice(0, 200) }
  }
  const own = shortcodesOf(environment)
  if (own.length === 0) return undefined
  const parties = [...own, ...registeredOf(deps, environment)]
  const agreement = agreementOf({ keys: [], facts: meaning.facts }, repeats && { party: repeats.party }, {
    keys: [],
    asked: { ...nothingAsked, parties },
  })
  return agreement.kind === 'contradicts'
    ? { field: agreement.field, expected: agreement.expected, got: agreement.got }
    : undefined
}

const shortcodesOf = ({ system, settings }: EnvironmentRow): string[] =>
  isSystem(system)
    ? systemOf(system).credentials.flatMap(({ kind, name }) => {
        const value = kind === 'shortcode' ? settings[name] : undefined
        return value ? [value] : []
      })
    : []

/** Those whose URLs were left with the provider from here. */
const registeredOf = (deps: Deps, { workspaceId, id, system }: EnvironmentRow): string[] => {
  const operations = isSystem(system) ? systemOf(system).operations.filter(({ registers }) => registers) : []
  const sent = latestValues(
    deps.db,
    workspaceId,
    id,
    operations.map((one) => one.id),
  )
  return sent.flatMap(({ operation, values }) => {
    const entry = operations.find((one) => one.id === operation)
    return entry ? askedIn(entry, values as Record<string, Json>).parties : []
  })
}

const homeOf = (deps: Deps, notice: Notice): EnvironmentRow | undefined => {
  const { workspaceId, meaning } = notice
  const { system, kind, facts, outcome } = meaning
  const payment = callbackEntry(system, kind)?.payment
  if (!payment || !facts.receipt || outcome === 'notice') return undefined
  // The emulator's books name a request behind it, whose run is not written yet.
  if (idsBehindReceipt(deps.db, workspaceId, facts.receipt).length > 0) return undefined
  return environmentOf(deps, notice, facts.receipt)
}

const makeRun = (deps: Deps, { workspaceId, at, meaning }: Notice, environment: EnvironmentRow): RunRow => {
  const { system, kind, keys, facts } = meaning
  const name = callbackEntry(system, kind)?.payment?.name ?? kind
  const id = deps.ids.next()
  insertRun(deps.db, {
    id,
    workspaceId,
    environmentId: environment.id,
    environmentName: environment.name,
    environmentKind: environment.kind,
    system,
    operation: `${system}.${name}`,
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
  const made = runOf(deps.db, workspaceId, id)
  if (!made) throw new Error('A run that was just written is not there.')
  return made
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
