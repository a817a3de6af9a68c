import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { bodyOf, exampleOf } from '@/lib/derive'
import { envelopeOf } from '@/lib/derive/envelope'
import type { System } from '@/lib/systems/types'

type Doc = { [key: string]: Json }

/** An API system as OpenAPI 3.1: what can be called, and what calls back. Paths below `baseUrl`. */
export const openApiOf = (
  { title, operations, callbacks }: Pick<System, 'title' | 'operations' | 'callbacks'>,
  { baseUrl, version }: { baseUrl: string; version: string },
): Doc => {
  const outbound = operations.filter(({ direction }) => direction === 'outbound')
  const paths: Record<string, Record<string, Doc>> = {}
  for (const [where, together] of grouped(outbound, ({ method, path }) => `${method} ${path}`)) {
    const [method = '', path = ''] = where.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: pathItem(together, baseUrl) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version,
      description: 'Made by Jaribu from its catalogue, where each fact names its source.',
    },
    servers: [{ url: baseUrl }],
    tags: [...new Set(outbound.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    webhooks: Object.fromEntries(
      Object.entries(callbacks).map(([kind, entry]) => [
        kind,
        {
          post: {
            summary: entry.title,
            description: entry.about,
            requestBody: { content: contentOf(entry.example.body) },
            responses: {
              200: {
                description: entry.owed.note ?? 'What the sender is owed.',
                content: contentOf(entry.owed.body, entry.owed.contentType),
              },
            },
          },
        },
      ]),
    ),
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

/** In the order in which each first stands. */
const grouped = <Item>(items: readonly Item[], by: (item: Item) => string): Map<string, Item[]> => {
  const found = new Map<string, Item[]>()
  for (const item of items) found.set(by(item), [...(found.get(by(item)) ?? []), item])
  return found
}

/** Operations that share one address differ in their bodies alone. */
const pathItem = (together: readonly Operation[], baseUrl: string): Doc => {
  const [first] = together
  if (!first) return {}
  const isOne = together.length === 1
  const schemas = together.map((operation) => bodySchema(operation))
  const [schema] = schemas
  const examples = Object.fromEntries(
    together.map((operation) => [
      operation.name,
      { summary: operation.title, value: exampleBody(operation) },
    ]),
  )
  const hasBody = first.body !== 'none' && first.method !== 'GET'
  const type = first.body === 'xml' ? 'text/xml' : 'application/json'
  return {
    operationId: together.map(({ name }) => name).join('-or-'),
    summary: together.map(({ title }) => title).join(', or '),
    description: together.map(({ summary, notes }) => [summary, ...notes].join('\n\n')).join('\n\n'),
    tags: [first.group],
    parameters: [...marketIn(first), ...first.fields.filter(isOutside).map(parameterOf)],
    ...(hasBody && {
      requestBody: {
        required: true,
        content: {
          [type]: {
            ...(first.body !== 'xml' && { schema: isOne && schema ? schema : { oneOf: schemas } }),
            examples,
          },
        },
      },
    }),
    responses: Object.fromEntries([...answersOf(together)]),
    ...(first.auth.type !== 'none' && { security: [{ [first.auth.type]: [] }] }),
    ...(/legacy|historic/.test(first.status) && { deprecated: true }),
    ...(first.port !== undefined && { servers: [{ url: atPort(baseUrl, first.port) }] }),
  }
}

/** Where the provider gives an operation a port of its own. */
export const atPort = (baseUrl: string, port: number): string => {
  const url = new URL(baseUrl)
  url.port = String(port)
  return url.href.replace(/\/$/, '')
}

const isOutside = (field: Field) => field.in === 'query' || field.in === 'header' || field.in === 'path'

const marketIn = ({ path }: Operation): Doc[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

const parameterOf = (field: Field): Doc => ({
  name: field.name,
  in: field.in ?? 'query',
  required: field.required,
  description: describe(field),
  schema: schemaOf(field),
  ...(field.example !== '' && { example: field.example }),
})

const describe = ({ help, note, derive }: Field): string =>
  [help, note, derive && 'Computed for each request.'].filter(Boolean).join(' ')

const schemaOf = (field: Field): Doc => {
  const types = [...new Set([field.type, ...(field.alsoAccepts ?? [])])]
  const isText = types.includes('string')
  const isNumber = types.includes('integer') || types.includes('number')
  return {
    type: types.length === 1 && types[0] ? types[0] : types,
    ...(field.const !== undefined && { const: field.const }),
    ...(field.choices && { enum: field.choices.map(({ value }) => value) }),
    ...(isNumber && field.minimum !== undefined && { minimum: field.minimum }),
    ...(isNumber && field.maximum !== undefined && { maximum: field.maximum }),
    ...(isText && field.minLength !== undefined && { minLength: field.minLength }),
    ...(isText && field.maxLength !== undefined && { maxLength: field.maxLength }),
    ...(isText && field.pattern !== undefined && { pattern: field.pattern }),
    ...(field.secret && { writeOnly: true }),
    ...(field.items && { items: objectOf(field.items) }),
  }
}

/** Dotted names are members of members. */
const objectOf = (fields: readonly Field[], prefix = ''): Doc => {
  const members = grouped(fields, ({ name }) => name.slice(prefix.length).split('.')[0] ?? '')
  const required: string[] = []
  const properties = Object.fromEntries(
    [...members].map(([name, inside]) => {
      if (inside.some((field) => field.required)) required.push(name)
      const [only] = inside
      const isLeaf = inside.length === 1 && only?.name === `${prefix}${name}`
      return [
        name,
        isLeaf && only
          ? {
              ...schemaOf(only),
              description: describe(only),
              ...(only.example !== '' && { examples: [only.example] }),
            }
          : objectOf(inside, `${prefix}${name}.`),
      ]
    }),
  )
  return { type: 'object', properties, ...(required.length > 0 && { required }) }
}

const bodySchema = ({ title, body, fields, maxItems }: Operation): Doc => {
  const object = { title, ...objectOf(fields.filter((field) => !isOutside(field))) }
  return body === 'array' ? { type: 'array', items: object, ...(maxItems && { maxItems }) } : object
}

/** The body of the entry's own example. */
export const exampleBody = (operation: Operation): Json =>
  operation.body === 'xml'
    ? envelopeOf(operation, exampleOf(operation))
    : (bodyOf(operation, exampleOf(operation)) ?? null)

const answersOf = (together: readonly Operation[]): Map<string, Doc> => {
  const answers = new Map<string, Doc>()
  for (const { acknowledgement } of together) {
    const { success, failure, variants } = acknowledgement
    for (const { httpStatus, body, when } of [success, ...(failure ? [failure] : []), ...variants]) {
      const status = String(httpStatus)
      // Of answers with one status the first is shown: it is the usual one.
      if (!answers.has(status)) {
        answers.set(status, { description: when ?? 'The acknowledgement.', content: contentOf(body) })
      }
    }
  }
  return answers
}

const contentOf = (body: Json, contentType?: string): Doc => {
  if (body === null) return {}
  const type = contentType?.split(';')[0] ?? (typeof body === 'string' ? 'text/xml' : 'application/json')
  return { [type]: { example: body } }
}
