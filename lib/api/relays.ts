import 'server-only'
import { z } from 'zod'
import { newRelay, relayChange } from '@/lib/workspace/relays/relay-fields'
import { changeRelay, createRelay, deleteRelay, listRelays, relayView } from '@/lib/workspace/relays/relays'
import { endpoint, nothing } from './endpoint'

const relay = { id: 'Id of a relay.' }

export const relays = [
  endpoint('GET /relays', {
    about: 'Inboxes of other Jaribus that are followed, with how far each is copied.',
    role: 'viewer',
    answer: z.object({ relays: z.array(relayView) }),
    run: ({ deps, actor }) => ({ relays: listRelays(deps, actor) }),
  }),
  endpoint('POST /relays', {
    about:
      'Follow an inbox of another Jaribu: each of its callbacks is copied once, in order, also those that came meanwhile.',
    role: 'member',
    body: newRelay,
    answer: relayView,
    status: 201,
    refusals: ['conflict', 'not-found'],
    run: ({ deps, actor, body }) => createRelay(deps, actor, body),
  }),
  endpoint('PATCH /relays/{id}', {
    about: 'Pause or resume a relay, or give it another token.',
    role: 'member',
    path: relay,
    body: relayChange,
    answer: relayView,
    run: ({ deps, actor, path, body }) => changeRelay(deps, actor, path.id, body),
  }),
  endpoint('DELETE /relays/{id}', {
    about: 'End a relay. What it copied stays.',
    role: 'member',
    path: relay,
    answer: nothing,
    run: ({ deps, actor, path }) => deleteRelay(deps, actor, path.id),
  }),
] as const
