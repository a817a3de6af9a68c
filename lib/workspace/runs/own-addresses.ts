import 'server-only'
import { lastValuesOf, putLastValues } from '@/db/queries/runs'
import type { Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import type { Actor, Deps } from '../deps'
import type { InboxUrls } from '../inboxes/open-inboxes'

/** Stands for every operation of an environment in the table of last values. */
const everyOperation = '*callback-addresses'

type Of = { environmentId: string }

/** Addresses of their own that a person last gave for callbacks in an environment, by the name of the field. */
export const ownAddresses = (deps: Deps, actor: Actor, { environmentId }: Of): Record<string, string> => {
  const sender = actor.memberId ?? actor.tokenId
  const kept = sender ? lastValuesOf(deps.db, sender, environmentId, everyOperation) : undefined
  return Object.fromEntries(
    Object.entries(kept ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Keeps what was typed in place of an inbox; whoever takes an inbox again is asked no more. */
export const rememberAddresses = (
  deps: Deps,
  actor: Actor,
  { fields }: Pick<Operation, 'fields'>,
  {
    environmentId,
    inboxes,
    values,
    now,
  }: Of & { inboxes: readonly InboxUrls[]; values: Values; now: number },
): void => {
  const sender = actor.memberId ?? actor.tokenId
  const before = ownAddresses(deps, actor, { environmentId })
  const next = { ...before }
  for (const { name, prefill } of fields) {
    if (prefill?.from !== 'inbox') continue
    const value = values[name]
    const isOurs =
      typeof value !== 'string' ||
      value === '' ||
      inboxes.some(({ url, masked }) => value.startsWith(url) || value.startsWith(masked))
    if (isOurs) delete next[name]
    else next[name] = value
  }
  if (!sender || JSON.stringify(next) === JSON.stringify(before)) return
  putLastValues(deps.db, {
    id: deps.ids.next(),
    memberId: sender,
    environmentId,
    operation: everyOperation,
    values: next,
    updatedAt: now,
  })
}
