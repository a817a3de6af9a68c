import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { listChecks, runCheck } from '@/lib/workspace/guides/run-check'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  await actorOf(request)
  return json({ checks: listChecks() })
})

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json(await runCheck(deps(), actor, await readJson(request)))
})
