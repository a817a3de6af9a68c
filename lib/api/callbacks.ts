import 'server-only'
import { z } from 'zod'
import { download } from '@/lib/http/download'
import { kindExamples, knownKinds } from '@/lib/systems/callbacks'
import { getCallback, getCallbackBody } from '@/lib/workspace/callbacks/get-callback'
import { callbackQuery, listCallbacks, readCallbacks } from '@/lib/workspace/callbacks/list-callbacks'
import { untilStop } from '@/lib/workspace/server/stop'
import { callbackDetail, callbackMessage, callbackSummary } from '@/lib/workspace/views'
import { endpoint, file } from './endpoint'

const callback = { id: 'Number of a callback.' }

export const callbacks = [
  endpoint('GET /callbacks', {
    about:
      'Captured requests, oldest first after the cursor; without a cursor the newest. A page is bounded by its bytes as well (about 2 MB): one that is shorter than `limit` is not the end, an empty one is. A body of more than 64 KiB is left out and named by its `bodyUrl`.',
    role: 'viewer',
    query: callbackQuery,
    answer: z.union([
      z.object({
        callbacks: z.array(callbackMessage),
        cursor: z.int().describe('`after` of the next call.'),
      }),
      z.object({
        view: z.literal('summary'),
        callbacks: z.array(callbackSummary),
        cursor: z.int().nullable().describe('`before` of the next page; null on the last one.'),
      }),
    ]),
    refusals: ['not-found'],
    run: ({ deps, actor, query: { view, after, wait, ...filter }, request }) =>
      view === 'summary'
        ? { view: 'summary' as const, ...listCallbacks(deps, actor, filter) }
        : readCallbacks(deps, actor, { after, wait, ...filter }, untilStop(request)),
  }),
  endpoint('GET /callbacks/kinds', {
    about: 'Every kind that a captured message can be, with a message as its provider would send it.',
    role: 'viewer',
    answer: z.object({
      kinds: z
        .array(
          z.object({
            id: z.string().describe('Names one entry, where several systems have a kind of one name.'),
            kind: z.string(),
            system: z.string().nullable(),
            title: z.string(),
            about: z.string(),
            example: z
              .object({
                path: z.string().describe('End of the address, where only that tells what it is.'),
                contentType: z.string(),
                body: z.string(),
              })
              .nullable(),
          }),
        )
        .readonly(),
    }),
    run: () => ({
      kinds: knownKinds.map((kind) => ({ ...kind, example: kindExamples.get(kind.id) ?? null })),
    }),
  }),
  endpoint('GET /callbacks/{id}', {
    about: 'One captured request.',
    role: 'viewer',
    path: callback,
    answer: callbackDetail,
    run: ({ deps, actor, path }) => getCallback(deps, actor, Number(path.id)),
  }),
  endpoint('GET /callbacks/{id}/body', {
    about: 'Its body, byte for byte.',
    role: 'viewer',
    path: callback,
    answer: file(['application/octet-stream']),
    // Always a file to keep: what somebody sent us must never run as a page of ours.
    run: ({ deps, actor, path }) => {
      const id = Number(path.id)
      const body = getCallbackBody(deps, actor, id)
      return download({ name: `callback-${id}`, contentType: 'application/octet-stream', body })
    },
  }),
] as const
