import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { maskFor } from '@/lib/workspace/mask'
import { reportMozambique } from '@/lib/workspace/mozambique-account'

const key = z.string().regex(/^[0-9a-f]{12}$/, 'the fingerprint of a key has twelve hex digits')

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const fingerprint = key.parse(new URL(request.url).searchParams.get('key') ?? '')
  return json({ transactions: maskFor(actor.role, reportMozambique(deps(), actor, fingerprint)) })
})
