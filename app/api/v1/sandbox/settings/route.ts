import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { changeSandboxSettings, readSandboxSettings } from '@/lib/workspace/world/settings'
import { faultKinds } from '@/lib/world/faults'

const delay = z.number().int().min(0).max(600_000)

const settings = z
  .strictObject({
    strictness: z.enum(['lenient', 'strict']),
    resultDelayMs: delay,
    autoPayDelayMs: delay,
    promptLifetimeMs: delay.min(1000),
    validationTimeoutMs: delay.min(100).max(60_000),
    faults: z
      .array(
        z.strictObject({
          kind: z.enum(faultKinds),
          operation: z.string().max(80).optional(),
          times: z.number().int().min(1).max(1000).optional(),
          ms: z.number().int().min(1).max(60_000).optional(),
        }),
      )
      .max(20),
  })
  .partial()

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ settings: readSandboxSettings(deps(), actor) })
})

export const PATCH = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = settings.parse(await readJson(request))
  return json({ settings: changeSandboxSettings(deps(), actor, input) })
})
