import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { sandboxSettingsInput } from '@/lib/workspace/world/input'
import { changeSandboxSettings, readSandboxSettings } from '@/lib/workspace/world/settings'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ settings: readSandboxSettings(deps(), actor) })
})

export const PATCH = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = sandboxSettingsInput.parse(await readJson(request))
  return json({ settings: changeSandboxSettings(deps(), actor, input) })
})
