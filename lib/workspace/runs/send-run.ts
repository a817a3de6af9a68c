import 'server-only'
import { z } from 'zod'
import { isRunId } from '@/db/queries/runs'
import type { Operation } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import type { Origin } from '@/lib/wire/origins'
import { announceTouched } from '../callbacks/announce-touched'
import { nothingTouched } from '../callbacks/apply-meaning'
import type { Actor, Deps } from '../deps'
import { type EnvironmentContext, planContextOf } from '../environments/environment-context'
import { getToken, type TokenResult } from '../environments/get-token'
import { headersAsOwn } from '../exchanges/sender'
import { requireRole } from '../people/require-role'
import { type Alteration, alteredContext, alteredPlan } from './alteration'
import { planOrRefuse, refuseIssues, requireConfirmation } from './check-request'
import { contextFor, operationOf, planInput, secretValues } from './plan-run'
import { createRedactor } from './redact-request'
import { storeAnswer, storeTokenFailure, storeUnreachable } from './store-answer'
import { storeRequest } from './store-request'

export const sendInput = planInput.extend({
  sendAnyway: z
    .boolean()
    .default(false)
    .describe('Send although the checks object: to record a negative case.'),
  confirm: z.string().optional().describe('Name of the environment, where money moves in production.'),
})
export type SendInput = z.input<typeof sendInput>

/**
 * Sends one request and keeps all of it. The run is stored before anything leaves, so that nothing is sent that nobody
 * knows of. Returns its id; what the provider or the network said is in the run.
 */
export const sendRun = async (
  deps: Deps,
  actor: Actor,
  input: SendInput,
  signal?: AbortSignal,
  alteration?: Alteration,
): Promise<{ id: string }> => {
  requireRole(actor, 'member')
  const { operation: operationId, environment, values = {}, sendAnyway = false, confirm, id: wanted } = input
  const operation = operationOf(operationId)
  const context = alteredContext(contextFor(deps, actor, operation, environment), alteration)
  if (alteration && context.environment.kind === 'production') {
    throw new Refusal('precondition', 'Calls that are made wrong on purpose are never sent to production.')
  }
  requireConfirmation(operation, context, confirm)
  if (wanted && isRunId(deps.db, wanted))
    throw new Refusal('conflict', 'A run with this id was already sent.')
  const id = wanted ?? deps.ids.next()
  const now = deps.clock()
  const planned = alteredPlan(planOrRefuse(context, operation, values, now, id), alteration)
  refuseIssues(context, operation, values, planned, sendAnyway)

  const secrets = secretValues(context)
  const redactor = createRedactor(planned.secrets, secrets)
  // What the checks object to is sent once, and is nobody's default.
  const isRemembered = alteration === undefined && !sendAnyway
  const origin: Origin = alteration ? 'case' : actor.tokenId ? 'script' : 'form'
  storeRequest(deps, actor, {
    id,
    now,
    origin,
    operation,
    context,
    planned,
    values,
    sendAnyway,
    redactor,
    isRemembered,
    isKeyNoted: false,
    ended: {},
  })
  announceRun(deps, actor, id)
  try {
    const token =
      alteration?.token === undefined ? await tokenFor(deps, actor, operation, context) : undefined
    if (token && token.kind !== 'token') {
      storeTokenFailure(deps, actor, id, token, redactor)
      return { id }
    }
    const sentToken = token?.token ?? alteration?.token ?? undefined
    const final = sentToken
      ? // The values are complete by now: only the token is new, nothing is derived twice.
        alteredPlan(
          context.system.plan(operation, planned.values, planContextOf(context, now, id, sentToken)),
          alteration,
        )
      : planned
    const answer = await deps.http.send({
      method: final.request.method,
      url: final.request.url,
      headers: headersAsOwn(deps, final.request, { origin, runId: id }),
      ...(final.request.body !== undefined && { body: final.request.body }),
      timeoutMs: context.timeoutMs,
      ...(context.tls && { tls: context.tls }),
      ...(signal && { signal }),
    })
    const careful = createRedactor(
      { fields: [...planned.secrets.fields, 'access_token'], headers: planned.secrets.headers },
      [...secrets, sentToken],
    )
    // What somebody else's credentials bring is not the environment's.
    const isOwn = alteration?.credentials === undefined
    storeAnswer(deps, actor, { id, operation, context, planned: final, answer, redactor: careful, isOwn })
    return { id }
  } catch (error) {
    storeUnreachable(deps, actor, id, {
      cause: 'interrupted',
      detail: 'Jaribu failed while this was being sent: whether it arrived is not known.',
    })
    throw error
  }
}

const announceRun = (deps: Deps, actor: Actor, id: string): void => {
  const touched = nothingTouched()
  touched.runs.add(id)
  announceTouched(deps, actor.workspaceId, touched)
}

const tokenFor = async (
  deps: Deps,
  actor: Actor,
  operation: Operation,
  context: EnvironmentContext,
): Promise<Exclude<TokenResult, { kind: 'not-needed' }> | undefined> => {
  if (operation.auth.type !== 'bearer') return undefined
  const result = await getToken(deps, actor, context.environment.id)
  return result.kind === 'not-needed' ? undefined : result
}
