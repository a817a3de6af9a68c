import { z } from 'zod'
import { origin } from '../inboxes/inbox-fields'

const token = z.string().trim().min(16, 'Paste the whole token.').max(200)

/** What create and change take, from forms and from the API alike. */
export const newRelay = z.strictObject({
  inbox: z.string().min(1).max(64).describe('Inbox of this Jaribu that the copies go to.'),
  remoteUrl: origin.describe('Origin of the other Jaribu.'),
  remoteInbox: z.string().trim().min(1, 'Name its inbox.').max(64).describe('Name of its inbox.'),
  token: token.describe('API token of the other Jaribu, of a member: viewers are shown masks.'),
  since: z
    .enum(['all', 'now'])
    .default('all')
    .describe('`all`: what the other holds already is copied first; `now`: from here on.'),
})
export type NewRelay = z.input<typeof newRelay>

export const relayChange = z.strictObject({
  token: token.optional(),
  paused: z.boolean().optional(),
})
export type RelayChange = z.infer<typeof relayChange>
