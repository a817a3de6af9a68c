import 'server-only'
import { z } from 'zod'
import { type RefusalKind, refusalStatus } from '@/lib/refusal'
import { apiBase } from './create-api'
import { type AnyEndpoint, isBytes, isFile, methodOf, nothing, pathOf } from './endpoint'

type Json = Record<string, unknown>

/** OpenAPI 3.1, whole: made from the very schemas by which calls are checked and answers typed. */
export const describeApi = (
  areas: Readonly<Record<string, readonly AnyEndpoint[]>>,
  { publicUrl, version }: { publicUrl: string; version: string },
): Json => {
  const entries = Object.entries(areas).flatMap(([area, list]) => list.map((entry) => ({ area, entry })))
  const given = schemasOf(entries, 'output', jsonOf)
  const queries = schemasOf(entries, 'input', ({ query }) => query)
  const bodies = schemasOf(entries, 'input', ({ body }) => (body && !isBytes(body) ? body : undefined))
  const paths: Record<string, Json> = {}
  for (const { area, entry } of entries) {
    const { route } = entry
    paths[pathOf(entry)] = {
      ...paths[pathOf(entry)],
      [methodOf(entry).toLowerCase()]: operationOf(area, entry, {
        answer: given.of(route),
        query: queries.of(route),
        body: bodies.of(route),
      }),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jaribu',
      version,
      description: 'Send M-Pesa requests, read their callbacks and answer the phones of the local sandbox.',
    },
    servers: [{ url: `${publicUrl}${apiBase}` }],
    security: [{ token: [] }],
    tags: Object.keys(areas).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { ...given.shared, ...queries.shared, ...bodies.shared, Problem: problemSchema },
      responses: Object.fromEntries(
        Object.entries(refusals).map(([kind, description]) => [kind, problemResponse(description)]),
      ),
    },
  }
}

/** The schema of an answer in JSON. */
export const jsonOf = ({ answer }: AnyEndpoint): z.ZodType | undefined =>
  answer instanceof z.ZodType ? answer : isFile(answer) ? answer.json : undefined

/** What each of our refusals says; their statuses stand in `lib/refusal`. */
const refusals: Record<RefusalKind | 'fault', string> = {
  unauthenticated: 'No API token, or one that is unknown or revoked.',
  forbidden: 'Your role does not allow it.',
  'not-found': 'What is named is not here.',
  conflict: 'It does not fit what is there now.',
  precondition: 'Something is missing first.',
  invalid: 'What was sent is wrong; `fields` says where.',
  'too-large': 'The body is longer than this call takes.',
  limit: 'Too much at once, or more than there may be.',
  fault: 'A fault of Jaribu; the server’s log has it under `id`.',
}

export const problem = z
  .object({
    type: z.string().describe('`urn:jaribu:` and the kind of refusal.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened, why, and the next step.'),
    fields: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe('By dotted name of a field, what is wrong there; an empty name is the whole.'),
    id: z.string().optional().describe('Of a fault.'),
  })
  .meta({ description: 'A refusal, in words (RFC 9457).' })

const problemSchema = withoutDialect(z.toJSONSchema(problem))

const problemResponse = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Kinds of refusals that a call can meet, by what it takes and what its entry adds. */
export const refusalsOf = (entry: AnyEndpoint): RefusalKind[] => {
  const isOpen = methodOf(entry) === 'GET' && entry.role === 'viewer'
  return [
    ...new Set<RefusalKind>([
      'unauthenticated',
      ...(isOpen ? [] : (['forbidden'] as const)),
      ...(entry.path ? (['not-found'] as const) : []),
      ...(entry.query || entry.body ? (['invalid'] as const) : []),
      ...(entry.body ? (['too-large'] as const) : []),
      ...(entry.refusals ?? []),
    ]),
  ]
}

type Parts = { answer?: Json; query?: Json; body?: Json }

const operationOf = (area: string, entry: AnyEndpoint, { answer, query, body }: Parts): Json => ({
  operationId: operationIdOf(entry),
  summary: entry.about,
  description: `Needs the role ${entry.role}.`,
  tags: [area],
  parameters: [...pathParameters(entry), ...queryParameters(query)],
  ...bodyOf(entry, body),
  responses: {
    ...successesOf(entry, answer),
    ...Object.fromEntries(
      refusalsOf(entry).map((kind) => [refusalStatus[kind], { $ref: `#/components/responses/${kind}` }]),
    ),
    default: { $ref: '#/components/responses/fault' },
  },
})

/** `GET /runs/{id}/cases` is `getRunsIdCases`. */
const operationIdOf = (entry: AnyEndpoint): string =>
  `${methodOf(entry).toLowerCase()}${pathOf(entry).replace(/[^A-Za-z]+([A-Za-z]?)/g, (_, letter: string) => letter.toUpperCase())}`

const pathParameters = ({ path = {} }: AnyEndpoint): Json[] =>
  Object.entries(path).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }))

const queryParameters = (schema: Json | undefined): Json[] => {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }))
}

const bodyOf = ({ body }: AnyEndpoint, schema: Json | undefined): Json => {
  if (!body) return {}
  if (isBytes(body)) return { requestBody: { required: true, content: { [body.contentType]: {} } } }
  // An empty body counts as an empty object.
  const required = !body.safeParse({}).success
  return { requestBody: { required, content: { 'application/json': { schema } } } }
}

const successesOf = (entry: AnyEndpoint, schema: Json | undefined): Json => {
  const { answer, also, location, status = 200 } = entry
  if (answer === nothing) return { 204: { description: 'It was done.' } }
  const content: Json = schema ? { 'application/json': { schema } } : {}
  if (isFile(answer)) for (const type of answer.contentTypes) content[type] ??= {}
  const headers = location && {
    headers: { Location: { description: 'Where it is found.', schema: { type: 'string' } } },
  }
  return {
    [status]: { description: status === 201 ? 'What was made.' : 'The answer.', ...headers, content },
    ...(also && { [also.status]: { description: also.about, content } }),
  }
}

/**
 * The schemas of many calls in one go, so that what has a name stands once among the components. Unknown members are not
 * ruled out: an answer may grow.
 */
const schemasOf = (
  entries: readonly { entry: AnyEndpoint }[],
  io: 'input' | 'output',
  pick: (entry: AnyEndpoint) => z.ZodType | undefined,
) => {
  const found = entries.flatMap(({ entry }) => {
    const schema = pick(entry)
    return schema ? [[entry.route, schema] as const] : []
  })
  const { properties = {}, $defs = {} } = JSON.parse(
    JSON.stringify(
      z.toJSONSchema(z.object(Object.fromEntries(found)), {
        io,
        unrepresentable: 'any',
        override: ({ jsonSchema }) => {
          if (io === 'output' && jsonSchema.additionalProperties === false)
            delete jsonSchema.additionalProperties
          delete jsonSchema.id
          // Every whole number of JSON is within these.
          if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
          if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
        },
      }),
    ).replaceAll('#/$defs/', '#/components/schemas/'),
  ) as { properties?: Record<string, Json>; $defs?: Record<string, Json> }
  return { of: (route: string) => properties[route], shared: $defs }
}

function withoutDialect({ $schema: _, ...schema }: Json): Json {
  return schema
}
