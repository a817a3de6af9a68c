import 'server-only'
import { actorFrom } from '@/lib/auth/actor-from'
import { answerUnderId } from '@/lib/http/answer-under-id'
import { readCapped } from '@/lib/http/read-capped'
import { json, methodNotAllowed, readJson } from '@/lib/http/respond'
import { Refusal } from '@/lib/refusal'
import type { Deps } from '@/lib/workspace/deps'
import { type AnyEndpoint, type Bytes, isBytes, methodOf, nothing, pathOf } from './endpoint'

export const apiBase = '/api/v1'

/** All entries that share a path, by method. */
type Place = { segments: string[]; endpoints: Map<string, AnyEndpoint> }

/**
 * The API as a function of a request, with nothing of a framework: a route handler or a plain `node:http` listener may
 * stand before it.
 */
export const createApi = (entries: readonly AnyEndpoint[]) => {
  const places = placesOf(entries)
  return async (deps: Deps, request: Request): Promise<Response> => {
    const answer = await answerUnderId(request, () => answerTo(places, deps, request))
    return request.method === 'HEAD' ? new Response(null, answer) : answer
  }
}

const placesOf = (entries: readonly AnyEndpoint[]): Place[] => {
  const byPath = new Map<string, Place>()
  for (const entry of entries) {
    const path = pathOf(entry)
    const place = byPath.get(path) ?? { segments: path.split('/').slice(1), endpoints: new Map() }
    if (place.endpoints.has(methodOf(entry))) throw new Error(`Two endpoints are ${entry.route}.`)
    place.endpoints.set(methodOf(entry), entry)
    byPath.set(path, place)
  }
  // A word comes before a name that stands in the same place: /runs/export is no run.
  return [...byPath.values()].sort((one, other) => rank(one) - rank(other))
}

const isName = (segment: string) => segment.startsWith('{')

/** Lower where words come earlier. */
const rank = ({ segments }: Place): number =>
  segments.reduce((sum, segment, index) => sum + (isName(segment) ? 2 ** -index : 0), 0)

const answerTo = async (places: readonly Place[], deps: Deps, request: Request): Promise<Response> => {
  const { pathname, searchParams } = new URL(request.url)
  const found = find(places, pathname.slice(apiBase.length))
  if (!found) {
    await actorFrom(deps, request, 'viewer')
    throw new Refusal(
      'not-found',
      `The API has no ${request.method} ${pathname}. GET ${apiBase}/openapi.json lists what there is.`,
    )
  }
  const { endpoints, path } = found
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { allow: allowed(endpoints) } })
  const entry = endpoints.get(request.method === 'HEAD' ? 'GET' : request.method)
  if (!entry) return methodNotAllowed(request.method, allowed(endpoints))
  const actor = await actorFrom(deps, request, entry.role)
  const query = entry.query?.parse(Object.fromEntries(searchParams))
  const body = await bodyOf(entry, request)
  const result = await entry.run({ deps, actor, path, query, body, request })
  return respond(entry, result, path)
}

const find = (places: readonly Place[], pathname: string) => {
  const asked = pathname.replace(/\/$/, '').split('/').slice(1)
  for (const { segments, endpoints } of places) {
    if (segments.length !== asked.length) continue
    const path: Record<string, string> = {}
    const fits = segments.every((segment, index) => {
      const text = decoded(asked[index] ?? '')
      if (!isName(segment)) return segment === text
      path[segment.slice(1, -1)] = text
      return text !== ''
    })
    if (fits) return { endpoints, path }
  }
  return undefined
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const allowed = (endpoints: Place['endpoints']): string =>
  [...endpoints.keys(), ...(endpoints.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')

const bodyOf = async ({ body, mostBytes }: AnyEndpoint, request: Request): Promise<unknown> => {
  if (body === undefined) return undefined
  return isBytes(body) ? bytesOf(body, request) : body.parse(await readJson(request, mostBytes))
}

const bytesOf = async ({ mostBytes, tooLong }: Bytes, request: Request): Promise<Uint8Array> => {
  const bytes = await readCapped(request, mostBytes)
  if (!bytes) throw new Refusal('too-large', tooLong.message, { [tooLong.field]: [tooLong.message] })
  return bytes
}

const respond = (entry: AnyEndpoint, result: unknown, path: Record<string, string>): Response => {
  if (entry.answer === nothing) return new Response(null, { status: 204 })
  // A file.
  if (result instanceof Response) return result
  const status = entry.also?.when(result) ? entry.also.status : (entry.status ?? 200)
  return json(
    result,
    status,
    entry.location ? { location: encodeURI(`${apiBase}${entry.location(result, path)}`) } : {},
  )
}
