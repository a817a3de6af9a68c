import 'server-only'
import {
  type AccessTokenRow,
  accessTokenOf,
  findEnvironmentRow,
  putAccessToken,
} from '@/db/queries/environments'
import type { HttpResult } from '@/lib/http/types'
import { ofDatabase } from '@/lib/process-state'
import { PlanError } from '@/lib/systems/types'
import type { Actor, Deps } from '../deps'
import { headersAsOwn } from '../exchanges/sender'
import type { TokenView } from '../views'
import { type EnvironmentContext, environmentContext, planContextOf } from './environment-context'
import { tokenContext } from './secrets'

export type TokenResult =
  /** `fetched` is false when it came from the cache. */
  | { kind: 'token'; token: string; obtainedAt: number; expiresAt: number; fetched: boolean }
  /** This system asks for no token. */
  | { kind: 'not-needed' }
  /** A credential is not set. */
  | { kind: 'missing'; message: string; credential: string | null }
  /** The provider said no, or something that is no token. */
  | {
      kind: 'refused'
      code: string
      description: string
      status: number
      headers: [name: string, value: string][]
      body: string
      ms: number
    }
  | { kind: 'unreachable'; cause: string; detail: string; ms: number }

/** A token is left alone this long before its end, so that no request travels with one that dies on the way. */
const longestMarginMs = 60_000

const isUsable = (token: { obtainedAt: number; expiresAt: number }, now: number): boolean =>
  now < token.expiresAt - Math.min(longestMarginMs, (token.expiresAt - token.obtainedAt) / 10)

/** The cached token while it is good, else a new one. Calls at the same time share one fetch. */
export const getToken = async (
  deps: Deps,
  actor: Actor,
  idOrSlug: string,
  { refresh = false }: { refresh?: boolean } = {},
): Promise<TokenResult> => {
  const context = environmentContext(deps, actor, idOrSlug)
  if (!context.system.session) return { kind: 'not-needed' }
  const cached = accessTokenOf(deps.db, context.environment.id)
  if (cached && !refresh && isUsable(cached, deps.clock())) return reopened(deps, cached)
  return shared(deps, context, () => fetchToken(deps, actor, context))
}

const reopened = (deps: Deps, row: AccessTokenRow): TokenResult => ({
  kind: 'token',
  token: deps.vault.open(row.ciphertext, tokenContext(row.environmentId)),
  obtainedAt: row.obtainedAt,
  expiresAt: row.expiresAt,
  fetched: false,
})

const fetchesUnderWay = ofDatabase('token-fetches', () => new Map<string, Promise<TokenResult>>())

/** Daraja's FAQ says that a new token ends the previous one, so two fetches at once would spoil each other. */
const shared = (
  deps: Deps,
  { environment }: EnvironmentContext,
  fetch: () => Promise<TokenResult>,
): Promise<TokenResult> => {
  const fetches = fetchesUnderWay(deps)
  // An edit in between makes it another question.
  const name = `${environment.id} ${environment.updatedAt}`
  const running = fetches.get(name)
  if (running) return running
  const started = fetch().finally(() => fetches.delete(name))
  fetches.set(name, started)
  return started
}

const fetchToken = async (deps: Deps, actor: Actor, context: EnvironmentContext): Promise<TokenResult> => {
  const asked = await askForToken(deps, context, context.baseUrl)
  if (asked.kind === 'token') keepToken(deps, actor, context, asked)
  return asked
}

/** Stores a token of the environment's own host for everybody, and says so. */
export const keepToken = (
  deps: Deps,
  actor: Actor,
  { environment }: EnvironmentContext,
  { token, obtainedAt, expiresAt }: Extract<TokenResult, { kind: 'token' }>,
): void => {
  // Edited or deleted while the answer was on its way: this token may belong to other credentials.
  const now = findEnvironmentRow(deps.db, actor.workspaceId, environment.id)
  if (now?.id !== environment.id || now.updatedAt !== environment.updatedAt) return
  putAccessToken(deps.db, {
    environmentId: environment.id,
    ciphertext: deps.vault.seal(token, tokenContext(environment.id)),
    obtainedAt,
    expiresAt,
  })
  const view: TokenView = { state: 'valid', obtainedAt, expiresAt }
  deps.live.announce(actor.workspaceId, {
    type: 'token',
    data: { environmentId: environment.id, token: view },
  })
}

/** One request for a token to the given host; stores nothing. `onAnswer` sees what came, for the diagnosis. */
export const askForToken = async (
  deps: Deps,
  context: EnvironmentContext,
  baseUrl: string,
  onAnswer?: (answer: HttpResult, at: number) => void,
): Promise<TokenResult> => {
  const { session } = context.system
  if (!session) return { kind: 'not-needed' }
  const plan = planned(session, { ...context, baseUrl }, deps.clock())
  if (plan instanceof PlanError) {
    return { kind: 'missing', message: plan.message, credential: plan.missing.credential ?? null }
  }
  const { method, url, body } = plan.request
  const answer = await deps.http.send({
    method,
    url,
    headers: headersAsOwn(deps, plan.request, { origin: 'form', runId: null }),
    body,
    timeoutMs: context.timeoutMs,
    ...(context.tls && { tls: context.tls }),
  })
  const at = deps.clock()
  onAnswer?.(answer, at)
  if (answer.kind === 'unreachable') {
    return { kind: 'unreachable', cause: answer.cause, detail: answer.detail, ms: answer.ms }
  }
  const text = new TextDecoder().decode(answer.body)
  const read = session.read(answer.status, text, planContextOf({ ...context, baseUrl }, at, 'token'))
  if (read.kind === 'token') {
    return {
      kind: 'token',
      token: read.token,
      obtainedAt: at,
      expiresAt: at + read.expiresInSeconds * 1000,
      fetched: true,
    }
  }
  return {
    kind: 'refused',
    code: read.code,
    description: read.description,
    status: answer.status,
    headers: answer.headers,
    // A success whose token could not be read may still hold one: its body is not shown.
    body: answer.status < 300 ? '' : text.slice(0, longestBodyShown),
    ms: answer.ms,
  }
}

const longestBodyShown = 4_000

const planned = (
  session: NonNullable<EnvironmentContext['system']['session']>,
  context: EnvironmentContext,
  now: number,
) => {
  try {
    return session.plan(planContextOf(context, now, 'token'))
  } catch (error) {
    if (error instanceof PlanError) return error
    throw error
  }
}
