import 'server-only'
import { z } from 'zod'
import type { HttpResult } from '@/lib/http/types'
import type { Deps } from '../deps'

/** Longer than the other side waits for something to come. */
const patienceMs = 20_000
export const waitSeconds = 25
/** Of one page: the other side bounds it by its bytes as well. */
const pageLimit = 100

/** Where a copy comes from; the token is in plain text. */
export type Remote = { remoteUrl: string; remoteInbox: string; token: string }

/** Why nothing could be read, in words. */
export class RelayFailure extends Error {
  constructor(
    message: string,
    /** Beside which field of a form that belongs. */
    readonly field: 'remoteUrl' | 'remoteInbox' | 'token' = 'remoteUrl',
  ) {
    super(message)
    this.name = 'RelayFailure'
  }
}

const remoteCallback = z.object({
  id: z.int(),
  receivedAt: z.int(),
  method: z.string(),
  path: z.string(),
  query: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  bodyEncoding: z.enum(['utf8', 'base64']),
  bodyUrl: z.string().nullable(),
  remoteAddress: z.string().default(''),
  answer: z.object({ status: z.int(), body: z.string() }),
})
export type RemoteCallback = z.infer<typeof remoteCallback>

const page = z.object({ callbacks: z.array(remoteCallback), cursor: z.int() })
const me = z.object({ role: z.enum(['owner', 'member', 'viewer']) })

type Reading = { query?: Record<string, string>; waitMs?: number; signal?: AbortSignal }

const get = async (
  deps: Deps,
  { remoteUrl, remoteInbox, token }: Remote,
  path: string,
  { query = {}, waitMs = 0, signal }: Reading,
): Promise<Extract<HttpResult, { kind: 'answered' }>> => {
  const search = new URLSearchParams(query).toString()
  const sent = await deps.http.send({
    method: 'GET',
    url: `${remoteUrl}${path}${search && `?${search}`}`,
    headers: [
      ['Authorization', `Bearer ${token}`],
      ['Accept', 'application/json'],
    ],
    timeoutMs: patienceMs + waitMs,
    signal,
  })
  if (sent.kind === 'unreachable') throw new RelayFailure(sent.detail)
  if (sent.status === 401) throw new RelayFailure('The other Jaribu does not know this token.', 'token')
  if (sent.status === 403) throw new RelayFailure('The token may not read there.', 'token')
  if (sent.status === 404 && path === '/api/v1/callbacks') {
    throw new RelayFailure(`The other Jaribu has no inbox “${remoteInbox}”.`, 'remoteInbox')
  }
  if (sent.status !== 200) {
    throw new RelayFailure(`${remoteUrl} answered HTTP ${sent.status}, as no Jaribu that is well does.`)
  }
  return sent
}

const read = async <Schema extends z.ZodType>(
  deps: Deps,
  remote: Remote,
  path: string,
  schema: Schema,
  reading: Reading = {},
): Promise<z.output<Schema>> => {
  const { body } = await get(deps, remote, path, reading)
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder().decode(body))
  } catch {
    throw new RelayFailure(`${remote.remoteUrl} answers with something that is no JSON: it is no Jaribu.`)
  }
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  throw new RelayFailure(`${remote.remoteUrl} answers as no Jaribu of a version that is known here does.`)
}

/** That the token shows whole messages: a viewer's are masked. */
export const checkToken = async (deps: Deps, remote: Remote, signal?: AbortSignal): Promise<void> => {
  const { role } = await read(deps, remote, '/api/v1/me', me, { signal })
  if (role === 'viewer') throw new RelayFailure('A viewer’s token shows masks. Use a member’s.', 'token')
}

/** The number of the last callback there. */
export const lastThere = async (deps: Deps, remote: Remote, signal?: AbortSignal): Promise<number> => {
  const query = { inbox: remote.remoteInbox, limit: '1' }
  return (await read(deps, remote, '/api/v1/callbacks', page, { query, signal })).cursor
}

/** What came there after a cursor, oldest first; waits a while for the first. */
export const pageAfter = async (
  deps: Deps,
  remote: Remote,
  after: number,
  { wait, signal }: { wait: number; signal?: AbortSignal },
): Promise<RemoteCallback[]> => {
  const query = {
    inbox: remote.remoteInbox,
    after: String(after),
    wait: String(wait),
    limit: String(pageLimit),
  }
  const reading = { query, waitMs: wait * 1000, signal }
  return (await read(deps, remote, '/api/v1/callbacks', page, reading)).callbacks
}

/** Its body, byte for byte. */
export const bodyOf = async (
  deps: Deps,
  remote: Remote,
  { id, body, bodyEncoding, bodyUrl }: RemoteCallback,
  signal?: AbortSignal,
): Promise<Buffer> => {
  if (bodyUrl === null) return Buffer.from(body, bodyEncoding)
  return Buffer.from((await get(deps, remote, `/api/v1/callbacks/${id}/body`, { signal })).body)
}
