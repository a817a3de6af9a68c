import { z } from 'zod'
import { members, users } from '@/db/schema'
import { jsonOf, problem, refusalsOf } from '@/lib/api/document'
import { type AnyEndpoint, isFile, methodOf, nothing, pathOf } from '@/lib/api/endpoint'
import { answerApi } from '@/lib/api/endpoints'
import { sealSession, sessionCookie } from '@/lib/auth/session'
import { refusalStatus } from '@/lib/refusal'
import type { Role } from '@/lib/workspace/views'
import { type GoLiveStage, goLiveStage } from './go-live'

/** What a call sends: names of the path, the query string, and a body as JSON or as bytes. */
export type Sent = {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}
export type Answered = { status: number; headers: Headers; data: unknown }

export type ApiStage = GoLiveStage & {
  /** As a person of the workspace on one of our pages; without a role, as nobody. */
  ask(entry: AnyEndpoint, sent: Sent, role?: Role): Promise<Answered>
}

/** A workspace with an owner, a member and a viewer, every system played in process, and the API before it. */
export const apiStage = (answer = answerApi): ApiStage => {
  const stage = goLiveStage()
  const { deps } = stage
  for (const role of ['owner', 'member', 'viewer'] as const) {
    const [id, createdAt, workspaceId] = [`member-${role}`, deps.clock(), deps.workspaceId]
    deps.db
      .insert(users)
      .values({ id: `user-${role}`, name: role, createdAt })
      .run()
    deps.db
      .insert(members)
      .values({ id, workspaceId, userId: `user-${role}`, role, createdAt })
      .run()
  }
  return {
    ...stage,
    ask: async (entry, sent, role) => {
      const headers = role && {
        origin: deps.config.publicUrl,
        cookie: `${sessionCookie(deps.config).name}=${await sealSession(
          { memberId: `member-${role}`, sessionVersion: 1 },
          deps.config,
        )}`,
      }
      const response = await answer(deps, requestOf(deps.config.publicUrl, entry, sent, headers ?? {}))
      return { status: response.status, headers: response.headers, data: await dataOf(response) }
    },
  }
}

const requestOf = (
  publicUrl: string,
  entry: AnyEndpoint,
  { path = {}, query = {}, body }: Sent,
  headers: Record<string, string>,
): Request => {
  const filled = pathOf(entry).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  )
  const search = new URLSearchParams(query).toString()
  return new Request(`${publicUrl}/api/v1${filled}${search && `?${search}`}`, {
    method: methodOf(entry),
    headers,
    ...(body !== undefined && {
      body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
    }),
  })
}

const dataOf = async (response: Response): Promise<unknown> => {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  const isFile = response.headers.has('content-disposition')
  return isJson && !isFile ? response.json() : response.text()
}

/** What is otherwise in an answer than the entry says; undefined where it keeps its word. */
export const misanswered = (entry: AnyEndpoint, { status, headers, data }: Answered): string | undefined => {
  const type = headers.get('content-type') ?? ''
  if (status >= 400) {
    const statuses = refusalsOf(entry).map((kind) => refusalStatus[kind])
    if (!statuses.includes(status)) return `${status} is none of ${statuses}: ${JSON.stringify(data)}`
    if (!type.startsWith('application/problem+json')) return `a refusal as ${type}`
    return otherThan(problem, data)
  }
  if (entry.answer === nothing) return status === 204 && data === '' ? undefined : `${status} with “${data}”`
  if (status !== (entry.status ?? 200) && status !== entry.also?.status) return `success as ${status}`
  if (status === 201 && entry.location && !headers.get('location')?.startsWith('/api/v1/'))
    return 'no location'
  if (headers.has('content-disposition')) {
    const types = isFile(entry.answer) ? entry.answer.contentTypes : []
    return types.includes(type) ? undefined : `a file of type ${type}`
  }
  const schema = jsonOf(entry)
  return schema ? otherThan(schema, data) : 'JSON where a file was due'
}

/** Members that the schema does not have are as wrong as those that it lacks. */
const otherThan = (schema: z.ZodType, data: unknown): string | undefined => {
  const parsed = schema.safeParse(data)
  if (!parsed.success) return z.prettifyError(parsed.error)
  const [said, known] = [data, parsed.data].map((value) => JSON.stringify(sorted(value)))
  return said === known ? undefined : `not described: ${firstDifference(data, parsed.data)}`
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

const firstDifference = (said: unknown, known: unknown, at = ''): string | undefined => {
  if (typeof said !== 'object' || said === null) return said === known ? undefined : at
  if (typeof known !== 'object' || known === null) return at
  for (const [name, inner] of Object.entries(said)) {
    if (!(name in known)) return `${at}.${name}`
    const found = firstDifference(inner, Reflect.get(known, name), `${at}.${name}`)
    if (found !== undefined) return found
  }
  return undefined
}
