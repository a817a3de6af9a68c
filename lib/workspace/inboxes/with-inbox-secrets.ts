import 'server-only'
import type { Values } from '@/lib/wire/types'
import type { InboxUrls } from './open-inboxes'

/**
 * What was remembered of a run has the secrets of inboxes hidden. Where a masked URL comes back with a form it stands
 * for the real one.
 */
export const withInboxSecrets = ({ inboxes }: { inboxes: readonly InboxUrls[] }, values: Values): Values => {
  const hidden = inboxes.filter(({ secret }) => secret !== null)
  if (hidden.length === 0) return values
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      const inbox = hidden.find(({ masked }) => value.startsWith(masked))
      return [name, inbox ? `${inbox.url}${value.slice(inbox.masked.length)}` : value]
    }),
  )
}
