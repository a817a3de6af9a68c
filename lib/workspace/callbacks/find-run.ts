import 'server-only'
import type { ArrivalRow } from '@/db/queries/arrivals'
import { earlierTwin, hasMessageWith, type Key } from '@/db/queries/callback-links'
import { ownersOf, type RunRow, runOf, runOwning } from '@/db/queries/runs'
import { idsBehindReceipt } from '@/db/queries/world-links'
import { callbackEntry } from '@/lib/systems/callbacks'
import { cut } from '@/lib/systems/shared/sentences'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { Deps } from '../deps'

export const valuesOf = (keys: readonly Key[]): string[] => keys.map(({ value }) => value)

/** Chosen by whoever sends, so that two runs may have the same. */
const chosen = 'third-party-reference'

/** Ids of a message by what they prove: those that a provider or a request made, those that people choose, receipts. */
const byStrength = (keys: readonly Key[]) => ({
  made: keys.filter(({ kind }) => kind !== chosen && kind !== 'receipt').sort((a, b) => rank(a) - rank(b)),
  chosen: keys.filter(({ kind }) => kind === chosen),
  receipts: keys.filter(({ kind }) => kind === 'receipt'),
})

/** A sender may give one originator id to two requests; what the provider made for each comes first. */
const rank = ({ kind }: Key) => (kind === 'checkout-id' || kind === 'conversation-id' ? 0 : 1)

/** The ids that tell a message from others: a receipt only where nothing says whose it is. */
const strongestIds = (keys: readonly Key[]): string[] => {
  const { made, chosen, receipts } = byStrength(keys)
  const [strongest] = made
  // One request of the sender's may become several of the provider's.
  const own = strongest ? made.filter((key) => rank(key) === rank(strongest)) : []
  return valuesOf([own, chosen, receipts].find(({ length }) => length > 0) ?? [])
}

/**
 * The run that a message is about: that of its ids, before that of its address, before that of a reference that somebody
 * chose; a receipt names it where the message has none of these, or is about a payment and not about a request.
 */
export const findRun = (
  deps: Deps,
  { workspaceId, path }: Pick<ArrivalRow, 'workspaceId' | 'path'>,
  meaning: CallbackMeaning | undefined,
): RunRow | undefined => {
  const named = /\/r\/([0-9A-Za-z]{26})(?:\/|$)/.exec(path)?.[1]
  if (meaning) return ownerOf(deps, workspaceId, meaning, named)
  return named ? runOf(deps.db, workspaceId, named) : undefined
}

export const ownerOf = (
  deps: Deps,
  workspaceId: string,
  meaning: CallbackMeaning,
  named?: string,
): RunRow | undefined => {
  const { db } = deps
  const { made, chosen, receipts } = byStrength(meaning.keys)
  const owner = ofIds(deps, workspaceId, made, named) ?? runOwning(db, workspaceId, valuesOf(chosen))
  if (callbackEntry(meaning.system, meaning.kind)?.joins !== 'receipt') {
    return (
      owner ?? (made.length + chosen.length > 0 ? undefined : runOwning(db, workspaceId, valuesOf(receipts)))
    )
  }
  const paid = owner ?? runOwning(db, workspaceId, valuesOf(receipts))
  if ((paid && paid.origin !== 'customer') || !meaning.facts.receipt) return paid
  // It carries no id of the request that made the customer pay; the emulator's own books do.
  return runOwning(db, workspaceId, idsBehindReceipt(db, workspaceId, meaning.facts.receipt)) ?? paid
}

/**
 * Of several ids the first that anybody has names the run. Where it, or the address, names several, an id that a run's
 * own request or answer brought comes before the address, and that before an id which only a message brought.
 */
const ofIds = (
  { db }: Deps,
  workspaceId: string,
  ids: readonly Key[],
  named: string | undefined,
): RunRow | undefined => {
  for (const id of ids) {
    const owners = ownersOf(db, workspaceId, id)
    const [first] = owners
    if (first === undefined) continue
    const isAlone = owners.length === 1 && (named === undefined || named === first)
    if (isAlone) return runOf(db, workspaceId, first)
    const runs = owners.flatMap((owner) => runOf(db, workspaceId, owner) ?? [])
    const told = runs.filter(
      (run) => hasFromExchange(run, id) || !hasMessageWith(db, workspaceId, run.id, id.value),
    )
    return (
      told.find((run) => run.id === named) ??
      told[0] ??
      (named === undefined ? undefined : runOf(db, workspaceId, named)) ??
      runs[0]
    )
  }
  return named === undefined ? undefined : runOf(db, workspaceId, named)
}

const hasFromExchange = ({ requestBody, answerBody }: RunRow, { value }: Key): boolean =>
  (answerBody?.includes(value) ?? false) || requestBody.includes(value)

/** The message of the same kind, code and ids that came before this one. */
export const twinBefore = (
  { db }: Deps,
  { id, workspaceId }: Pick<ArrivalRow, 'id' | 'workspaceId'>,
  meaning: CallbackMeaning | undefined,
): number | null => {
  if (!meaning) return null
  const { kind, code = null, keys, facts } = meaning
  const said = { id, kind, code, receipt: named(facts.receipt) }
  return earlierTwin(db, workspaceId, said, strongestIds(keys)) ?? null
}

/** Longer ones are no names: a message may say anything, and lists show them whole. */
export const longestName = 200
export const named = (value: string | undefined): string | null =>
  value === undefined ? null : cut(value, longestName)
