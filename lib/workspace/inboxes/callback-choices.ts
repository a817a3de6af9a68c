import 'server-only'
import type { Operation } from '@/lib/catalogue/types'
import type { Actor, Deps } from '../deps'
import { ownAddresses } from '../runs/own-addresses'
import { listInboxUrls } from './read-inboxes'

/** An address that a callback field may be given. */
export type CallbackChoice = { value: string; what: string }

/** For each field that takes the inbox by itself: the inboxes, and what this person last gave in place of one. */
export const callbackChoices = (
  deps: Deps,
  actor: Actor,
  { fields }: Pick<Operation, 'fields'>,
  environment: { id: string; inbox: string },
): Record<string, CallbackChoice[]> => {
  const own = ownAddresses(deps, actor, { environmentId: environment.id })
  const inboxes = listInboxUrls(deps, actor)
  return Object.fromEntries(
    fields.flatMap(({ name, prefill }) => {
      if (prefill?.from !== 'inbox') return []
      const offered = inboxes.map((inbox) => ({
        value: `${inbox.url}${prefill.suffix ?? ''}`,
        what: inbox.name === environment.inbox ? `${inbox.name}, of this environment` : inbox.name,
      }))
      const typed = own[name]
      return [[name, typed === undefined ? offered : [...offered, { value: typed, what: 'your own' }]]]
    }),
  )
}
