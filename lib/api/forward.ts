import 'server-only'
import { z } from 'zod'
import { listAttempts, listDeadLetters, retryDeadLetters } from '@/lib/workspace/forward/attempts'
import {
  attemptView,
  notedAttempt,
  targetChange,
  targetInput,
  targetView,
} from '@/lib/workspace/forward/fields'
import { noteAttempt } from '@/lib/workspace/forward/note-attempt'
import { addTarget, changeTarget, listTargets, removeTarget } from '@/lib/workspace/forward/targets'
import { replayInput, replayManyInput, replayView } from '@/lib/workspace/replay/fields'
import { replayCallback } from '@/lib/workspace/replay/replay-callback'
import { cancelReplay, listReplays, readReplay, replayMany } from '@/lib/workspace/replay/replay-many'
import { endpoint, nothing } from './endpoint'

const callback = { id: 'Number of a callback.' }
const inbox = { name: 'Name of an inbox.' }
const target = { ...inbox, id: 'Id of a target.' }
const replay = { id: 'Id of a replay.' }

export const forward = [
  endpoint('GET /callbacks/{id}/attempts', {
    about: 'Each time a callback was brought to somebody’s own software, replays and forwards, oldest first.',
    role: 'viewer',
    path: callback,
    answer: z.object({
      attempts: z.array(attemptView),
      mayReplay: z.boolean().describe('Whether who asks may send it again.'),
    }),
    run: ({ deps, actor, path }) => listAttempts(deps, actor, Number(path.id)),
  }),
  endpoint('POST /callbacks/{id}/attempts', {
    about:
      'Notes that a callback was passed on by somebody else, such as `jaribu listen`, and what was answered there.',
    role: 'member',
    path: callback,
    body: notedAttempt,
    answer: attemptView,
    status: 201,
    run: ({ deps, actor, path, body }) => noteAttempt(deps, actor, Number(path.id), body),
  }),
  endpoint('POST /callbacks/{id}/replay', {
    about:
      'Sends a callback again, to an address or a target, as it came, edited or rewritten, and waits for the answer. It is no new callback.',
    role: 'member',
    path: callback,
    body: replayInput,
    mostBytes: 3 * 1024 * 1024,
    answer: attemptView,
    run: ({ deps, actor, path, body }) => replayCallback(deps, actor, Number(path.id), body),
  }),
  endpoint('GET /replays', {
    about: 'The newest replays of many callbacks.',
    role: 'viewer',
    answer: z.object({ replays: z.array(replayView) }),
    run: ({ deps, actor }) => listReplays(deps, actor),
  }),
  endpoint('POST /replays', {
    about: 'Sends every callback that fits a filter again, oldest first.',
    role: 'member',
    body: replayManyInput,
    answer: replayView,
    status: 201,
    location: ({ id }) => `/replays/${id}`,
    refusals: ['limit'],
    run: ({ deps, actor, body }) => replayMany(deps, actor, body),
  }),
  endpoint('GET /replays/{id}', {
    about: 'How far a replay is.',
    role: 'viewer',
    path: replay,
    answer: replayView,
    run: ({ deps, actor, path }) => readReplay(deps, actor, path.id),
  }),
  endpoint('PATCH /replays/{id}', {
    about: 'Cancels what has not left yet.',
    role: 'member',
    path: replay,
    body: z.strictObject({ action: z.literal('cancel') }),
    answer: replayView,
    run: ({ deps, actor, path }) => cancelReplay(deps, actor, path.id),
  }),
  endpoint('GET /inboxes/{name}/targets', {
    about: 'Where an inbox passes on what it captures, and how that goes.',
    role: 'viewer',
    path: inbox,
    answer: z.object({ targets: z.array(targetView) }),
    run: ({ deps, actor, path }) => listTargets(deps, actor, path.name),
  }),
  endpoint('POST /inboxes/{name}/targets', {
    about: 'Adds a target: every callback from now on that meets its conditions goes there as well.',
    role: 'member',
    path: inbox,
    body: targetInput,
    answer: targetView,
    status: 201,
    refusals: ['limit'],
    run: ({ deps, actor, path, body }) => addTarget(deps, actor, path.name, body),
  }),
  endpoint('PATCH /inboxes/{name}/targets/{id}', {
    about: 'Changes a target.',
    role: 'member',
    path: target,
    body: targetChange,
    answer: targetView,
    run: ({ deps, actor, path, body }) => changeTarget(deps, actor, path, body),
  }),
  endpoint('DELETE /inboxes/{name}/targets/{id}', {
    about: 'Takes a target away; what still waits for it is cancelled.',
    role: 'member',
    path: target,
    answer: nothing,
    run: ({ deps, actor, path }) => removeTarget(deps, actor, path),
  }),
  endpoint('GET /inboxes/{name}/dead-letters', {
    about: 'What could not be brought to a target and is not tried again by itself, newest first.',
    role: 'viewer',
    path: inbox,
    answer: z.object({ attempts: z.array(attemptView) }),
    run: ({ deps, actor, path }) => listDeadLetters(deps, actor, path.name),
  }),
  endpoint('POST /inboxes/{name}/dead-letters', {
    about: 'Tries dead letters again: these, or all where none is named.',
    role: 'member',
    path: inbox,
    body: z.strictObject({ ids: z.array(z.string()).max(500).optional() }),
    answer: z.object({ retried: z.int() }),
    run: ({ deps, actor, path, body }) => retryDeadLetters(deps, actor, path.name, body.ids),
  }),
] as const
