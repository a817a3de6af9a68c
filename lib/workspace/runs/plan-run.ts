import 'server-only'
import { z } from 'zod'
import type { Json, Operation } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import { findOperation } from '@/lib/systems'
import { PlanError, type Planned } from '@/lib/systems/types'
import type { Values } from '@/lib/wire/types'
import type { Actor, Deps } from '../deps'
import {
  type EnvironmentContext,
  environmentContext,
  planContextOf,
} from '../environments/environment-context'
import { withInboxSecrets } from '../inboxes/with-inbox-secrets'
import { json, type PlanView } from '../views'
import { createRedactor } from './redact-request'
import { valueIssues } from './value-issues'

const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'must be a ULID')

export const planInput = z.object({
  operation: z.string().describe('Such as daraja.stk-push.'),
  environment: z.string().describe('Id or short name, such as `local`.'),
  values: z.record(z.string(), json).default({}).describe('By wire name; derived fields may be left out.'),
  id: ulid
    .optional()
    .describe(
      'A ULID of your own for the run that this will become: its address goes into the callback URLs.',
    ),
})
/** Sent by scripts, screens and cases alike: what has a default may be left out. */
export type PlanInput = z.input<typeof planInput>

export const operationOf = (id: string): Operation => {
  const operation = findOperation(id)
  if (!operation)
    throw new Refusal('invalid', `There is no operation “${id.slice(0, 80)}”.`, { operation: ['unknown'] })
  if (operation.direction === 'inbound') {
    throw new Refusal('invalid', `${operation.title} is a call that you receive: it cannot be sent.`, {
      operation: ['cannot be sent'],
    })
  }
  return operation
}

/** An environment of the operation's own system. */
export const contextFor = (
  deps: Deps,
  actor: Actor,
  operation: Operation,
  environment: string,
): EnvironmentContext => {
  const context = environmentContext(deps, actor, environment)
  if (context.system.id !== operation.system) {
    throw new Refusal('invalid', `${context.environment.name} does not speak ${operation.system}.`, {
      environment: ['belongs to another system'],
    })
  }
  return context
}

/** What would be sent, secrets hidden, with everything the provider is known to refuse. Sends nothing. */
export const planRun = (deps: Deps, actor: Actor, input: PlanInput): PlanView => {
  const { operation: id, environment, values = {}, id: runId } = input
  const operation = operationOf(id)
  const context = contextFor(deps, actor, operation, environment)
  const issuesOf = (filled: Values) => valueIssues(context, operation, filled)
  let planned: Planned
  try {
    planned = planUnsent(context, operation, values, deps.clock(), runId)
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    return {
      request: {
        method: operation.method,
        url: `${context.baseUrl}${operation.path}`,
        headers: [],
        body: null,
      },
      values: values as Record<string, Json>,
      derived: [],
      preview: '',
      issues: issuesOf(values).filter(({ field }) => !derivedNames(operation).includes(field)),
      missing: { message: error.message, ...error.missing },
    }
  }
  const redactor = createRedactor({ fields: [], headers: planned.secrets.headers }, secretValues(context))
  const { method, url, headers, body } = planned.request
  const secret = new Set(planned.secrets.fields)
  return {
    request: {
      method,
      url: redactor.text(url),
      // `Bearer <access token>` is a stand-in and no secret.
      headers: headers.map((pair) => (pair[1].includes('<') ? pair : (redactor.headers([pair])[0] ?? pair))),
      body: body ?? null,
    },
    values: plain(planned.values),
    derived: derivedNames(operation).filter((name) => values[name] === undefined || values[name] === ''),
    preview: planned.preview,
    // A credential that the system computed itself needs no check.
    issues: issuesOf(planned.values).filter(
      ({ field }) => !(secret.has(field) && values[field] === undefined),
    ),
    missing: null,
  }
}

/** Stands in for a run that has no id yet. */
const unsent = '00000000000000000000000000'

/** As it would be sent; without an id, callbacks go to the inbox itself. */
export const planUnsent = (
  context: EnvironmentContext,
  operation: Operation,
  values: Values,
  now: number,
  runId: string | undefined,
  token?: string,
): Planned => {
  const planned = context.system.plan(
    operation,
    withInboxSecrets(context, values),
    planContextOf(context, now, runId ?? unsent, token),
  )
  if (runId) return planned
  const { request, values: filled, preview, ...rest } = planned
  const clean = (text: string) => text.replaceAll(`/r/${unsent}`, '')
  return {
    ...rest,
    request: {
      ...request,
      url: clean(request.url),
      ...(request.body !== undefined && { body: clean(request.body) }),
    },
    values: Object.fromEntries(
      Object.entries(filled).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
    ),
    preview: clean(preview),
  }
}

const derivedNames = (operation: Operation) =>
  operation.fields.filter((field) => field.derive).map((field) => field.name)

/** Credentials that must not be seen. */
export const secretValues = (context: EnvironmentContext): string[] => [
  ...context.system.credentials.flatMap((spec) => {
    const value = spec.secret ? context.credentials[spec.name] : undefined
    return value ? [value] : []
  }),
  ...(context.tls?.key ? [context.tls.key] : []),
  ...context.inboxes.flatMap(({ secret }) => secret ?? []),
]

export const plain = (values: Values): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
