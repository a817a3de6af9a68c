import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { asRefusal } from '@/lib/http/respond'
import { logFault } from '@/lib/log'
import { withRequestId } from '@/lib/log/request-id'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '@/lib/workspace/deps'
import { actorOfMember } from '@/lib/workspace/people/find-actor'
import { requireRole } from '@/lib/workspace/people/require-role'
import { deps } from '@/lib/workspace/server/context'
import type { Role } from '@/lib/workspace/views'
import type { ActionResult } from './action-result'
import { readSession } from './session'

/**
 * A server action is a schema and a body: `memberAction(schema, (input, actor, deps) => …, { minimum: 'member' })`.
 * Takes a plain object or a form. Never throws to the browser: refusals and wrong input come back beside the fields.
 */
export const memberAction =
  <Schema extends z.ZodType, Data>(
    schema: Schema,
    fn: (input: z.output<Schema>, actor: Actor, deps: Deps) => Data | Promise<Data>,
    { minimum }: { minimum: Role },
  ) =>
  (input: z.input<Schema> | FormData): Promise<ActionResult<Data>> =>
    settle(async () => {
      const made = deps()
      const session = await readSession(await headers(), made.config)
      const actor = session && actorOfMember(made, session.memberId, session.sessionVersion)
      if (!actor) throw new Refusal('unauthenticated', 'Your session has ended. Sign in again.')
      requireRole(actor, minimum)
      return fn(schema.parse(plain(input)), actor, made)
    })

/** The same for the few actions that nobody is signed in for yet. */
export const publicAction =
  <Schema extends z.ZodType, Data>(
    schema: Schema,
    fn: (input: z.output<Schema>, deps: Deps) => Data | Promise<Data>,
  ) =>
  (input: z.input<Schema> | FormData): Promise<ActionResult<Data>> =>
    settle(async () => fn(schema.parse(plain(input)), deps()))

const plain = (input: unknown): unknown => (input instanceof FormData ? Object.fromEntries(input) : input)

const settle = async <Data>(body: () => Promise<Data>): Promise<ActionResult<Data>> =>
  withRequestId((await headers()).get('x-request-id'), () => settled(body))

const settled = async <Data>(body: () => Promise<Data>): Promise<ActionResult<Data>> => {
  try {
    return { ok: true, data: await body() }
  } catch (thrown) {
    unstable_rethrow(thrown)
    const refusal = asRefusal(thrown)
    if (refusal) return { ok: false, message: refusal.message, fields: refusal.fields }
    const id = logFault(thrown)
    return {
      ok: false,
      message: `This is a fault of Jaribu. The server's log has it under ${id}.`,
      fields: {},
    }
  }
}
