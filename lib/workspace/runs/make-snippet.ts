import 'server-only'
import { z } from 'zod'
import { snippetLanguages, snippetOf } from '@/lib/derive/snippet'
import { Refusal } from '@/lib/refusal'
import { PlanError } from '@/lib/systems/types'
import type { WireRequest } from '@/lib/wire/types'
import type { Actor, Deps } from '../deps'
import { getToken } from '../environments/get-token'
import { recordAudit } from '../people/record-audit'
import { contextFor, operationOf, planInput, planUnsent, secretValues } from './plan-run'
import { createRedactor } from './redact-request'

const languageIds = snippetLanguages.map(({ id }) => id)

export const snippetInput = planInput.extend({
  language: z.enum(languageIds),
  secrets: z
    .enum(['masked', 'real'])
    .default('masked')
    .describe('`real` puts the secrets in; that is kept in the audit.'),
})

/** Code that sends exactly this request. */
export const makeSnippet = async (
  deps: Deps,
  actor: Actor,
  input: z.input<typeof snippetInput>,
): Promise<{ code: string }> => {
  const { operation: id, environment, values = {}, language, secrets = 'masked', id: runId } = input
  const operation = operationOf(id)
  const context = contextFor(deps, actor, operation, environment)
  const isReal = secrets === 'real'
  const token =
    isReal && operation.auth.type === 'bearer'
      ? await tokenOf(deps, actor, context.environment.id)
      : undefined
  try {
    const planned = planUnsent(context, operation, values, deps.clock(), runId, token)
    if (isReal) {
      recordAudit(
        deps,
        actor,
        'revealed secrets in a code sample',
        `${operation.title}, ${context.environment.name}`,
      )
      return { code: snippetOf(planned.request, language) }
    }
    const redactor = createRedactor(
      { fields: planned.secrets.fields, headers: [] },
      secretValues(context),
      '<hidden>',
    )
    return { code: snippetOf(masked(planned.request, planned.secrets.headers, redactor), language) }
  } catch (error) {
    if (error instanceof PlanError) throw new Refusal('precondition', error.message)
    throw error
  }
}

const tokenOf = async (deps: Deps, actor: Actor, environmentId: string): Promise<string | undefined> => {
  const result = await getToken(deps, actor, environmentId)
  if (result.kind === 'token') return result.token
  if (result.kind === 'not-needed') return undefined
  throw new Refusal(
    'precondition',
    'There is no token to put in: fetch one first and see what the provider says.',
  )
}

const masked = (
  request: WireRequest,
  hidden: readonly string[],
  redactor: ReturnType<typeof createRedactor>,
): WireRequest => {
  const secret = new Set(hidden.map((name) => name.toLowerCase()))
  return {
    ...request,
    url: redactor.text(request.url),
    headers: request.headers.map(([name, value]): [string, string] => [
      name,
      // `Bearer <access token>` is a stand-in already, and says more than a mask.
      secret.has(name.toLowerCase()) && !value.includes('<') ? '<hidden>' : redactor.text(value),
    ]),
    ...(request.body !== undefined && { body: redactor.body(request.body) }),
  }
}
