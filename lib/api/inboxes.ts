import 'server-only'
import { z } from 'zod'
import { changeInbox, forgetRefused } from '@/lib/workspace/inboxes/change-inbox'
import { checkReach, reachInput, reachView } from '@/lib/workspace/inboxes/check-reach'
import { createInbox } from '@/lib/workspace/inboxes/create-inbox'
import { deleteInbox } from '@/lib/workspace/inboxes/delete-inbox'
import { inboxChange, newInbox } from '@/lib/workspace/inboxes/inbox-fields'
import { inboxView } from '@/lib/workspace/inboxes/inbox-view'
import { listInboxes, readInbox } from '@/lib/workspace/inboxes/read-inboxes'
import { sourcePresets } from '@/lib/workspace/inboxes/sources'
import { endpoint, nothing } from './endpoint'

const inbox = { name: 'Name of an inbox.' }
const answer = z.object({ inbox: inboxView })

export const inboxes = [
  endpoint('GET /inboxes', {
    about: 'The inboxes, oldest first, with what each holds and what it turned away.',
    role: 'viewer',
    answer: z.object({
      inboxes: z.array(inboxView),
      presets: z
        .array(
          z.object({
            id: z.string().describe('Stands in a list of sources for these addresses.'),
            title: z.string(),
            addresses: z.array(z.string()),
            isConfirmed: z.boolean().describe('The provider itself published them.'),
          }),
        )
        .readonly(),
    }),
    run: ({ deps, actor }) => ({ inboxes: listInboxes(deps, actor), presets: sourcePresets }),
  }),
  endpoint('POST /inboxes', {
    about: 'Make an inbox. Without an address it gets one that nobody guesses.',
    role: 'member',
    body: newInbox,
    answer,
    status: 201,
    location: ({ inbox: { name } }) => `/inboxes/${encodeURIComponent(name)}`,
    refusals: ['limit'],
    run: ({ deps, actor, body }) => ({ inbox: createInbox(deps, actor, body) }),
  }),
  endpoint('GET /inboxes/{name}', {
    about: 'One inbox.',
    role: 'viewer',
    path: inbox,
    answer,
    run: ({ deps, actor, path }) => ({ inbox: readInbox(deps, actor, path.name) }),
  }),
  endpoint('PATCH /inboxes/{name}', {
    about:
      'Change an inbox: its name, its secret, whom it takes messages from, what it keeps, whether it is paused, and how it answers validations.',
    role: 'member',
    path: inbox,
    body: inboxChange,
    answer,
    run: ({ deps, actor, path, body }) => ({ inbox: changeInbox(deps, actor, path.name, body) }),
  }),
  endpoint('DELETE /inboxes/{name}', {
    about: 'Delete an inbox with its callbacks. One that is an environment’s inbox stays.',
    role: 'owner',
    path: inbox,
    answer: nothing,
    refusals: ['conflict'],
    run: ({ deps, actor, path }) => deleteInbox(deps, actor, path.name),
  }),
  endpoint('POST /inboxes/{name}/check', {
    about:
      'Send a request to an inbox by its public address and see whether it comes back: what failed, and the next step. Nothing is stored.',
    role: 'member',
    path: inbox,
    body: reachInput,
    answer: reachView,
    refusals: ['limit'],
    run: ({ deps, actor, path, body }) => checkReach(deps, actor, path.name, body),
  }),
  endpoint('DELETE /inboxes/{name}/refused', {
    about: 'Count the requests that it turns away anew.',
    role: 'member',
    path: inbox,
    answer: nothing,
    run: ({ deps, actor, path }) => {
      forgetRefused(deps, actor, path.name)
    },
  }),
] as const
