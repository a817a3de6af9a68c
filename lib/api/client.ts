import type { z } from 'zod'
import type { Bytes, File, NamesIn } from './endpoint'
import type { Api } from './endpoints'

/** What our API says when it refuses, as problem+json. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Dotted field name to what is wrong there. */
    readonly fields: Record<string, string[]> = {},
  ) {
    super(message)
    this.name = 'ProblemError'
  }
}

export const isProblem = (thrown: unknown): thrown is ProblemError => thrown instanceof ProblemError

export type ApiRoute = keyof Api

/** Each by its name; what is undefined or blank is left out. */
type QueryOf<Query> = Query extends z.ZodType
  ? { query?: { [Name in keyof z.output<Query>]?: z.output<Query>[Name] | string } }
  : { query?: undefined }
type PathOf<R extends string> = [NamesIn<R>] extends [never]
  ? { path?: undefined }
  : { path: Record<NamesIn<R>, string | number> }
type BodyOf<Body> = Body extends z.ZodType
  ? Record<string, never> extends z.input<Body>
    ? { body?: z.input<Body> }
    : { body: z.input<Body> }
  : Body extends Bytes
    ? { body: Blob }
    : { body?: undefined }

/** What a call of this route sends. */
export type ApiCall<R extends ApiRoute> = PathOf<R> &
  QueryOf<Api[R]['query']> &
  BodyOf<Api[R]['body']> & { signal?: AbortSignal }

/** What it answers. */
export type ApiAnswer<R extends ApiRoute> = Api[R]['answer'] extends infer Answer
  ? Answer extends z.ZodType
    ? z.output<Answer>
    : Answer extends File<infer Json>
      ? z.output<Json>
      : undefined
  : never

/** Left out where a call sends nothing. */
export type ApiArguments<R extends ApiRoute> =
  Partial<ApiCall<R>> extends ApiCall<R> ? [call?: ApiCall<R>] : [call: ApiCall<R>]

type Plain = {
  path?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal
}

/** The address of a call, for a link or a download. */
export const apiUrl = <R extends ApiRoute>(
  route: R,
  ...[call]: Partial<ApiCall<R>> extends ApiCall<R>
    ? [call?: Omit<ApiCall<R>, 'body'>]
    : [call: Omit<ApiCall<R>, 'body'>]
): string => urlOf(route, (call ?? {}) as Plain)

const urlOf = (route: string, { path = {}, query = {} }: Plain): string => {
  const pattern = route.slice(route.indexOf(' ') + 1)
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return `/api/v1${filled}${search.size > 0 ? `?${search}` : ''}`
}

type Place = {
  /** Where Jaribu is, without a trailing slash; empty for the page that is open. */
  base?: string
  headers?: Record<string, string>
  /** For calls that name none of their own. */
  signal?: AbortSignal
}

export type CallApi = <R extends ApiRoute>(route: R, ...given: ApiArguments<R>) => Promise<ApiAnswer<R>>

/** Calls the API of one Jaribu. Throws `ProblemError` with words for people, whatever went wrong. */
export const apiOf =
  (place: Place): CallApi =>
  async (route, ...given) => {
    // Looking into what stands for every route at once is more than the type checker works out.
    const [plain = {}]: [call?: Plain] = given
    const method = route.slice(0, route.indexOf(' '))
    return (await send(place, method, urlOf(route, plain), plain)) as ApiAnswer<typeof route>
  }

/** Calls our own API, from a page of it. */
export const callApi = apiOf({})

const send = async (
  { base = '', headers, signal: always }: Place,
  method: string,
  url: string,
  { body, signal = always }: Plain,
): Promise<unknown> => {
  const isJson = body !== undefined && !(body instanceof Blob)
  const answer = await fetch(`${base}${url}`, {
    method,
    signal,
    headers: { ...headers, ...(isJson && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
  }).catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown
    throw new ProblemError(0, 'Jaribu cannot be reached. Is the server still running?')
  })
  if (answer.status === 204) return undefined
  if (answer.ok) return answer.json()
  const problem = await answer.json().catch(() => ({}))
  throw new ProblemError(
    answer.status,
    typeof problem.detail === 'string' ? problem.detail : `The server answered ${answer.status}.`,
    problem.fields,
  )
}
