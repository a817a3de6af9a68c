import 'server-only'
import { z } from 'zod'
import { noteApplicationKey } from '@/db/queries/application-keys'
import { insertKeys } from '@/db/queries/callbacks'
import { putAccessToken, putSecret } from '@/db/queries/environments'
import { insertRun, isRunId, mention, putLastValues, runOf, updateRun } from '@/db/queries/runs'
import type { Field, Json, Operation } from '@/lib/catalogue/types'
import type { HttpResult } from '@/lib/http/types'
import { centsOf } from '@/lib/money'
import { Refusal } from '@/lib/refusal'
import { type Outcome, PlanError, type Planned } from '@/lib/systems/types'
import type { Values } from '@/lib/wire/types'
import { announceTouched, applyAnswerToOwner, giveKeys, nothingTouched } from '../callbacks/link-callbacks'
import type { Actor, Deps } from '../deps'
import { type EnvironmentContext, planContextOf } from '../environments/environment-context'
import { getToken, type TokenResult } from '../environments/get-token'
import { secretContext, tokenContext } from '../environments/secrets'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { TokenView } from '../views'
import { applicationKeyOf } from './application-key'
import { contextFor, operationOf, plain, planInput, secretValues } from './plan-run'
import { createRedactor, type Redactor } from './redact-request'
import { valueIssues } from './value-issues'
import { isResult, verdictOfAnswer } from './verdict'

export const sendInput = planInput.extend({
  /** Send although the checks object: to record a negative case. */
  sendAnyway: z.boolean().default(false),
  /** The environment's name, typed, where sending moves money in production. */
  confirm: z.string().optional(),
})
export type SendInput = z.input<typeof sendInput>

/** What is other for one call, to record how a provider takes it. Nothing of it is kept but the redacted request. */
export type SendApart = {
  credentials?: Readonly<Record<string, string>>
  /** Sent in place of the environment's token; null for none at all. */
  token?: string | null
  /** Sent in place of the body made from the values; empty for none. */
  body?: string
}

/**
 * Sends one request and keeps all of it. The run is stored before anything leaves, so that nothing is sent that nobody
 * knows of. Returns its id; what the provider or the network said is in the run.
 */
export const sendRun = async (
  deps: Deps,
  actor: Actor,
  input: SendInput,
  signal?: AbortSignal,
  apart?: SendApart,
): Promise<{ id: string }> => {
  requireRole(actor, 'member')
  const {
    operation: operationId,
    environment,
    values,
    sendAnyway,
    confirm,
    id: wanted,
  } = sendInput.parse(input)
  const operation = operationOf(operationId)
  const context = withCredentials(contextFor(deps, actor, operation, environment), apart?.credentials)
  if (apart && context.environment.kind === 'production') {
    throw new Refusal('precondition', 'Calls that are made wrong on purpose are never sent to production.')
  }
  requireConfirmation(operation, context, confirm)
  if (wanted && isRunId(deps.db, wanted))
    throw new Refusal('conflict', 'A run with this id was already sent.')
  const id = wanted ?? deps.ids.next()
  const now = deps.clock()
  const planned = withApart(planOrRefuse(context, operation, values, now, id), apart)
  refuseIssues(context, operation, values, planned, sendAnyway)

  const secrets = secretValues(context)
  const redactor = createRedactor(planned.secrets, secrets)
  const isRemembered = apart === undefined
  store(deps, actor, { id, now, operation, context, planned, values, sendAnyway, redactor, isRemembered })
  const told = nothingTouched()
  told.runs.add(id)
  announceTouched(deps, actor.workspaceId, told)

  try {
    const token = apart?.token === undefined ? await tokenFor(deps, actor, operation, context) : undefined
    if (token && token.kind !== 'token') {
      storeTokenFailure(deps, actor, id, token, redactor)
      return { id }
    }
    // The values are complete by now: only the token is new, nothing is derived twice.
    const sentToken = token?.token ?? apart?.token ?? undefined
    const final = sentToken
      ? withApart(
          context.system.plan(operation, planned.values, planContextOf(context, now, id, sentToken)),
          apart,
        )
      : planned
    const answer = await deps.http.send({
      method: final.request.method,
      url: final.request.url,
      headers: final.request.headers,
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
    const isOwn = apart?.credentials === undefined
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

const withCredentials = (
  context: EnvironmentContext,
  credentials: SendApart['credentials'],
): EnvironmentContext =>
  credentials ? { ...context, credentials: { ...context.credentials, ...credentials } } : context

const withApart = (planned: Planned, apart: SendApart | undefined): Planned => {
  if (!apart) return planned
  const { token, body } = apart
  const { request } = planned
  return {
    ...planned,
    request: {
      ...request,
      headers:
        token === null
          ? request.headers.filter(([name]) => name.toLowerCase() !== 'authorization')
          : request.headers,
      ...(body !== undefined && { body: body === '' ? undefined : body }),
    },
  }
}

const requireConfirmation = (operation: Operation, { environment }: EnvironmentContext, confirm?: string) => {
  if (environment.kind !== 'production' || !operation.movesMoney || confirm === environment.name) return
  throw new Refusal(
    'precondition',
    `This moves real money. Type the name of the environment, ${environment.name}, to confirm.`,
  )
}

const planOrRefuse = (
  context: EnvironmentContext,
  operation: Operation,
  values: Values,
  now: number,
  id: string,
) => {
  try {
    return context.system.plan(operation, values, planContextOf(context, now, id))
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    const { field, credential } = error.missing
    throw new Refusal('precondition', error.message, {
      ...(field && { [field]: [error.message] }),
      ...(credential && { [`credential.${credential}`]: [error.message] }),
    })
  }
}

const refuseIssues = (
  context: EnvironmentContext,
  operation: Operation,
  values: Values,
  planned: Planned,
  sendAnyway: boolean,
) => {
  if (sendAnyway) return
  const issues = valueIssues(context, operation, planned.values).filter(
    ({ field }) => !(planned.secrets.fields.includes(field) && values[field] === undefined),
  )
  const [first] = issues
  if (!first) return
  const fields: Record<string, string[]> = {}
  for (const { field, message } of issues) fields[field] = [...(fields[field] ?? []), message]
  const where = first.field ? `${first.field}: ` : ''
  throw new Refusal(
    'invalid',
    `${where}${first.message} Correct it, or set sendAnyway to send it all the same and record how the provider refuses it.`,
    fields,
  )
}

type Stored = {
  id: string
  now: number
  operation: Operation
  context: EnvironmentContext
  planned: Planned
  values: Values
  sendAnyway: boolean
  redactor: Redactor
  /** The form starts with these values next time. */
  isRemembered: boolean
}

const store = (
  deps: Deps,
  actor: Actor,
  { id, now, operation, context, planned, values, sendAnyway, redactor, isRemembered }: Stored,
) => {
  const { environment } = context
  const request = redactor.request(planned.request)
  const typed = storedValues(values, planned, redactor)
  const key = applicationKeyOf(context)
  deps.db.transaction(() => {
    if (key) {
      const { workspaceId } = actor
      noteApplicationKey(deps.db, {
        ...key,
        workspaceId,
        environmentId: environment.id,
        system: environment.system,
        at: now,
      })
    }
    insertRun(deps.db, {
      id,
      workspaceId: actor.workspaceId,
      environmentId: environment.id,
      environmentName: environment.name,
      environmentKind: environment.kind,
      system: operation.system,
      operation: operation.id,
      sentBy: actor.name,
      createdAt: now,
      values: typed,
      sentAnyway: sendAnyway,
      requestMethod: request.method,
      requestUrl: request.url,
      requestHeaders: request.headers,
      requestBody: request.body,
      verdict: 'pending',
      appKey: key?.fingerprint ?? '',
      ...subjectOf(operation, planned.values, context),
    })
    insertKeys(deps.db, actor.workspaceId, [{ kind: 'run', value: id }, ...(planned.keys ?? [])], {
      runId: id,
    })
    const mentions = (planned.mentions ?? []).map(({ value }) => ({ kind: mention, value }))
    insertKeys(deps.db, actor.workspaceId, mentions, { runId: id })
    const memberId = actor.memberId ?? actor.tokenId
    if (memberId && isRemembered) {
      putLastValues(deps.db, {
        id: deps.ids.next(),
        memberId,
        environmentId: environment.id,
        operation: operation.id,
        values: typed,
        updatedAt: now,
      })
    }
    if (environment.kind === 'production') {
      recordAudit(deps, actor, 'sent in production', `${operation.title} to ${environment.name}, run ${id}`)
    }
  })
}

/** What the sender gave: derived values are made anew by the next run, and secrets are never kept. */
const storedValues = (values: Values, planned: Planned, redactor: Redactor): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(plain(values)).flatMap(([name, value]) =>
      planned.secrets.fields.includes(name)
        ? []
        : [[name, JSON.parse(redactor.body(JSON.stringify(value))) as Json] as const],
    ),
  )

/** Who, how much and what for, as the entry tells. */
const subjectOf = (operation: Operation, values: Values, { market }: EnvironmentContext) => {
  const text = (value: Json | undefined) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  const first = (isMeant: (field: Field) => boolean) =>
    operation.fields
      .filter(isMeant)
      .map((field) => text(values[field.name]))
      .find((value) => value !== undefined && value !== '')
  const amountCents = centsOf(first(({ kind }) => kind === 'amount'))
  return {
    amountCents: amountCents ?? null,
    currency: amountCents === undefined ? null : market.currency,
    msisdn: first(({ kind }) => kind === 'msisdn') ?? null,
    reference: first(({ subject }) => subject === 'reference')?.slice(0, 200) ?? null,
  }
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

const storeTokenFailure = (
  deps: Deps,
  actor: Actor,
  id: string,
  failure: Exclude<TokenResult, { kind: 'token' } | { kind: 'not-needed' }>,
  redactor: Redactor,
) => {
  if (failure.kind === 'unreachable') {
    storeUnreachable(deps, actor, id, { cause: failure.cause, detail: `No token: ${failure.detail}` })
    return
  }
  const now = deps.clock()
  const answer =
    failure.kind === 'refused'
      ? {
          answerStatus: failure.status,
          answerHeaders: redactor.headers(failure.headers),
          answerBody: redactor.body(failure.body),
          answerMs: failure.ms,
          answeredAt: now,
        }
      : { unreachableCause: 'not-sent', unreachableDetail: failure.message }
  finish(deps, actor, id, () =>
    updateRun(deps.db, id, {
      ...answer,
      verdict: 'refused',
      verdictAt: now,
      code: failure.kind === 'refused' ? failure.code : null,
      description:
        failure.kind === 'refused'
          ? redactor.text(
              `No token: ${failure.description.replace(/[.\s]+$/, '')}. The request itself was not sent.`,
            )
          : failure.message,
    }),
  )
}

const storeUnreachable = (deps: Deps, actor: Actor, id: string, why: { cause: string; detail: string }) =>
  finish(deps, actor, id, () => {
    // A callback may have told the outcome already, while the answer got lost.
    const isOpen = runOf(deps.db, actor.workspaceId, id)?.verdict === 'pending'
    updateRun(deps.db, id, {
      unreachableCause: why.cause,
      unreachableDetail: why.detail,
      ...(isOpen && { verdict: 'unreachable', verdictAt: deps.clock(), description: why.detail }),
    })
  })

type Answered = {
  id: string
  operation: Operation
  context: EnvironmentContext
  planned: Planned
  answer: HttpResult
  redactor: Redactor
  /** Tokens and credentials that the answer hands out are the environment's from now on. */
  isOwn: boolean
}

const storeAnswer = (
  deps: Deps,
  actor: Actor,
  { id, operation, context, planned, answer, redactor, isOwn }: Answered,
) => {
  if (answer.kind === 'unreachable') {
    storeUnreachable(deps, actor, id, { cause: answer.cause, detail: redactor.text(answer.detail) })
    return
  }
  const body = Buffer.from(answer.body).toString('utf8')
  const outcome = context.system.read(operation, answer.status, body)
  if (operation.auth.type !== 'bearer' && isOwn) keepToken(deps, actor, context, answer.status, body)
  const now = deps.clock()
  finish(deps, actor, id, (touched) => {
    const current = runOf(deps.db, actor.workspaceId, id)
    // Whatever a callback said before the answer came is the later truth.
    const isOpen = current?.verdict === 'pending'
    const facts = 'facts' in outcome ? outcome.facts : undefined
    updateRun(deps.db, id, {
      answerStatus: answer.status,
      answerHeaders: redactor.headers(answer.headers),
      answerBody: redactor.body(body),
      answerMs: answer.ms,
      answeredAt: now,
      notes: notesOf(answer.headers),
      ...(isOpen && {
        verdict: verdictOfAnswer(operation, outcome),
        verdictAt: outcome.kind === 'accepted' || outcome.kind === 'pending' ? null : now,
        ...(isResult(operation, outcome) && { resultAt: now }),
        code: 'code' in outcome ? outcome.code : null,
        description: redactor.text(outcome.description),
        ...(facts?.receipt && { receipt: facts.receipt }),
      }),
    })
    if (outcome.kind === 'done' && isOwn) {
      keepGrants(deps, context, [...(outcome.grants ?? []), ...(planned.settles ?? [])], now)
    }
    if (outcome.kind === 'unreadable') return
    const asked = new Set((planned.mentions ?? []).map((key) => key.value))
    // An id that was asked about belongs to the other run, also when the answer repeats it.
    const isQuery = asked.size > 0 && !operation.asynchronous
    if (!isQuery) giveKeys(deps, { id, workspaceId: actor.workspaceId }, outcome.keys, touched)
    if (isQuery && (outcome.kind === 'done' || outcome.kind === 'failed')) {
      tellOwner(deps, actor, { id, planned, outcome }, touched)
    }
  })
}

const keepGrants = (
  deps: Deps,
  { environment }: EnvironmentContext,
  grants: readonly { credential: string; value: string }[],
  now: number,
) => {
  for (const { credential, value } of grants) {
    putSecret(deps.db, {
      id: deps.ids.next(),
      environmentId: environment.id,
      name: credential,
      ciphertext: deps.vault.seal(value, secretContext(environment.id, credential)),
      updatedAt: now,
    })
  }
}

/** A token that was asked for as a run is the one in use from now on: Daraja ends the one before. */
const keepToken = (deps: Deps, actor: Actor, context: EnvironmentContext, status: number, body: string) => {
  const read = context.system.session?.read(status, body, planContextOf(context, deps.clock(), 'token'))
  if (read?.kind !== 'token') return
  const environmentId = context.environment.id
  const obtainedAt = deps.clock()
  const expiresAt = obtainedAt + read.expiresInSeconds * 1000
  const ciphertext = deps.vault.seal(read.token, tokenContext(environmentId))
  putAccessToken(deps.db, { environmentId, ciphertext, obtainedAt, expiresAt })
  const token: TokenView = { state: 'valid', obtainedAt, expiresAt }
  deps.live.announce(actor.workspaceId, { type: 'token', data: { environmentId, token } })
}

const tellOwner = (
  deps: Deps,
  actor: Actor,
  {
    id,
    planned,
    outcome,
  }: { id: string; planned: Planned; outcome: Extract<Outcome, { kind: 'done' | 'failed' }> },
  touched: ReturnType<typeof nothingTouched>,
) =>
  applyAnswerToOwner(
    deps,
    {
      workspaceId: actor.workspaceId,
      runId: id,
      mentions: planned.mentions ?? [],
      meaning: {
        outcome: outcome.kind === 'done' ? 'success' : 'failure',
        code: outcome.code,
        description: outcome.description,
        keys: [],
        facts: outcome.facts,
      },
    },
    touched,
  )

const finish = (
  deps: Deps,
  actor: Actor,
  id: string,
  change: (touched: ReturnType<typeof nothingTouched>) => void,
) => {
  const touched = nothingTouched()
  touched.runs.add(id)
  deps.db.transaction(() => change(touched))
  announceTouched(deps, actor.workspaceId, touched)
}

/** The local sandbox says in a header what a strict reading would have refused. */
const notesOf = (headers: readonly [string, string][]): string[] =>
  headers
    .filter(([name]) => name.toLowerCase() === 'x-jaribu-note')
    // The web server puts headers of one name on one line; each note is a sentence.
    .flatMap(([, value]) => value.split(/(?<=\.), /))
    .map((note) => note.slice(0, 500))
