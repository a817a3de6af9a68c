import 'server-only'
import type { z } from 'zod'
import type { RefusalKind } from '@/lib/refusal'
import type { Actor, Deps } from '@/lib/workspace/deps'
import type { Role } from '@/lib/workspace/views'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Method and path below `/api/v1`, names in braces: `GET /runs/{id}`. */
export type Route = `${Method} /${string}`

/** The names that stand in braces. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

/** A body that is kept as the bytes it came in. */
export type Bytes = {
  kind: 'bytes'
  contentType: string
  mostBytes: number
  /** Said of a longer one, beside the field. */
  tooLong: { field: string; message: string }
}

/** An answer that is a file to keep, or the given JSON where no file was asked for. */
export type File<Schema extends z.ZodType = z.ZodType> = {
  kind: 'file'
  contentTypes: readonly string[]
  json?: Schema
}

/** 204: it was done, and there is nothing to say. */
export const nothing = { kind: 'nothing' } as const

export const file = <Schema extends z.ZodType = z.ZodNever>(
  contentTypes: readonly string[],
  json?: Schema,
): File<Schema> => ({ kind: 'file', contentTypes, json })

type QueryOf<Query> = Query extends z.ZodType ? z.output<Query> : undefined
type BodyOf<Body> = Body extends z.ZodType ? z.output<Body> : Body extends Bytes ? Uint8Array : undefined
type ResultOf<Answer> = Answer extends z.ZodType
  ? z.input<Answer>
  : Answer extends File<infer Schema>
    ? Response | z.input<Schema>
    : unknown

/** What a call brings: who asks, and what they ask, checked. */
type Call<Name extends string, Query, Body> = {
  deps: Deps
  actor: Actor
  path: Record<Name, string>
  query: Query
  body: Body
  request: Request
}

type Answer = z.ZodType | File | typeof nothing

type Definition<
  R extends Route,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | Bytes | undefined,
  A extends Answer,
> = {
  /** One sentence for people who write scripts. */
  about: string
  /** Whoever has less is refused before anything is read; the verb checks it again where it reads data. */
  role: Role
  /** What may stand in the query string; repeated names count once, the last one wins. */
  query?: Query
  body?: Body
  /** Of a JSON body; 1 MB where nothing is said. */
  mostBytes?: number
  answer: A
  /** Of success; 200 where nothing is said, 204 for nothing. */
  status?: 200 | 201
  /** Success of another kind, which has a status of its own. */
  also?: { status: 200; about: string; when(answer: A extends z.ZodType ? z.input<A> : never): boolean }
  /** Where what was made is found, below `/api/v1`. */
  location?(answer: A extends z.ZodType ? z.input<A> : never, path: Record<NamesIn<R>, string>): string
  /** What it refuses beside what every such call may: no session, no role, wrong input, an unknown id in the path. */
  refusals?: readonly RefusalKind[]
  run(call: Call<NamesIn<R>, QueryOf<Query>, BodyOf<Body>>): ResultOf<A> | Promise<ResultOf<A>>
} & ([NamesIn<R>] extends [never]
  ? { path?: undefined }
  : {
      /** What each name in the path stands for. */
      path: Record<NamesIn<R>, string>
    })

export type Endpoint<
  R extends Route = Route,
  Query extends z.ZodType | undefined = z.ZodType | undefined,
  Body extends z.ZodType | Bytes | undefined = z.ZodType | Bytes | undefined,
  A extends Answer = Answer,
> = { route: R } & Definition<R, Query, Body, A>

/**
 * One call of our API, whole: its handler, its part of the OpenAPI document, the types of the client and the role it
 * needs all derive from this entry.
 */
export const endpoint = <
  const R extends Route,
  A extends Answer,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | Bytes | undefined = undefined,
>(
  route: R,
  definition: Definition<R, Query, Body, A>,
): Endpoint<R, Query, Body, A> => ({ route, ...definition })

/** An entry as the dispatcher and the document see it. */
export type AnyEndpoint = {
  route: Route
  about: string
  role: Role
  path?: Readonly<Record<string, string>>
  query?: z.ZodType
  body?: z.ZodType | Bytes
  mostBytes?: number
  answer: Answer
  status?: 200 | 201
  also?: { status: 200; about: string; when(answer: unknown): boolean }
  location?(answer: unknown, path: Record<string, string>): string
  refusals?: readonly RefusalKind[]
  run(call: Call<string, unknown, unknown>): unknown
}

export const methodOf = ({ route }: { route: Route }): Method => route.slice(0, route.indexOf(' ')) as Method

export const pathOf = ({ route }: { route: Route }): string => route.slice(route.indexOf(' ') + 1)

export const isBytes = (body: NonNullable<AnyEndpoint['body']>): body is Bytes => 'kind' in body

export const isFile = (answer: AnyEndpoint['answer']): answer is File =>
  'kind' in answer && answer.kind === 'file'
