import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { changeInboxAnswers, readInboxAnswers } from '@/lib/workspace/callbacks/inbox-answers'
import { deps } from '@/lib/workspace/server/context'

/** `accept`, `silent`, or any code but zero: M-Pesa takes every other value for a refusal. */
const change = z.strictObject({
  validation: z.union([
    z.enum(['accept', 'silent']),
    z.string().regex(/^(?!0+$)[A-Z0-9.]{1,20}$/, 'accept, silent, or a code that is not zero'),
  ]),
})

export const GET = handle(async (request: Request, { params }: RouteContext<'/api/v1/inboxes/[name]'>) => {
  const actor = await actorOf(request)
  const { name } = await params
  return json({ inbox: readInboxAnswers(deps(), actor, name) })
})

export const PATCH = handle(async (request: Request, { params }: RouteContext<'/api/v1/inboxes/[name]'>) => {
  const actor = await actorOf(request, 'member')
  const { name } = await params
  const { validation } = change.parse(await readJson(request))
  return json({ inbox: changeInboxAnswers(deps(), actor, { name, validation }) })
})
