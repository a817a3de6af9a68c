import { describe, expect, test } from 'vitest'
import type { Json } from '@/lib/catalogue/types'
import { systems } from '@/lib/systems'
import { exampleBody, openApiOf } from './openapi'
import { postmanOf } from './postman'

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: Json[]
  pattern?: string
  maxLength?: number
  oneOf?: Schema[]
}

/** What a value breaks of a schema, as far as ours say anything. */
const breaks = (value: Json, schema: Schema, at = ''): string[] => {
  if (schema.oneOf) {
    const each = schema.oneOf.map((one) => breaks(value, one, at))
    return each.some((found) => found.length === 0) ? [] : (each[0] ?? [])
  }
  const types = [schema.type ?? []].flat()
  const isOf = (type: string) =>
    type === 'array'
      ? Array.isArray(value)
      : type === 'object'
        ? typeof value === 'object' && value !== null && !Array.isArray(value)
        : type === 'integer'
          ? Number.isInteger(value)
          : typeof value === type
  if (types.length > 0 && !types.some(isOf))
    return [`${at} is no ${types.join(' or ')}: ${JSON.stringify(value)}`]
  if (Array.isArray(value))
    return value.flatMap((each, index) => breaks(each, schema.items ?? {}, `${at}[${index}]`))
  if (typeof value === 'object' && value !== null) {
    const missing = (schema.required ?? []).filter((name) => !(name in value))
    return [
      ...missing.map((name) => `${at} has no ${name}`),
      ...Object.entries(value).flatMap(([name, inside]) =>
        breaks(inside, schema.properties?.[name] ?? {}, `${at}.${name}`),
      ),
    ]
  }
  const text = String(value)
  return [
    ...(schema.enum && !schema.enum.map(String).includes(text)
      ? [`${at} is none of the choices: ${text}`]
      : []),
    ...(schema.pattern && typeof value === 'string' && !new RegExp(schema.pattern).test(value)
      ? [`${at} does not fit ${schema.pattern}: ${text}`]
      : []),
  ]
}

type Doc = {
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: {
          content: Record<string, { schema?: Schema; examples: Record<string, { value: Json }> }>
        }
      }
    >
  >
  webhooks: Record<string, unknown>
}

const baseUrl = 'https://sandbox.example'

describe.each(systems.map((system) => [system.id, system] as const))('%s', (_, system) => {
  const outbound = system.operations.filter(({ direction }) => direction === 'outbound')

  test('as OpenAPI every call and callback is there, and every example fits its own schema', () => {
    const document = openApiOf(system, { baseUrl, version: '1' }) as unknown as Doc
    expect(Object.keys(document.webhooks)).toEqual(Object.keys(system.callbacks))
    const examples: string[] = []
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { requestBody }] of Object.entries(methods)) {
        for (const { schema, examples: shown } of Object.values(requestBody?.content ?? {})) {
          for (const [name, { value }] of Object.entries(shown)) {
            examples.push(name)
            if (schema) expect(breaks(value, schema), `${method} ${path} ${name}`).toEqual([])
          }
        }
      }
    }
    const withBody = outbound.filter(({ body, method }) => body !== 'none' && method !== 'GET')
    expect(examples.sort()).toEqual(withBody.map(({ name }) => name).sort())
    for (const { path, method } of outbound) expect(document.paths[path]).toHaveProperty(method.toLowerCase())
  })

  test('as a Postman collection every call is there, its body as the catalogue’s example, its variables known', () => {
    const known = { [system.credentials[0]?.name ?? '']: 'mine' }
    const collection = postmanOf(system, { baseUrl, market: 'vodacomTZN', known }) as unknown as {
      item: {
        item: { name: string; request: { method: string; body?: { raw: string }; url: { raw: string } } }[]
      }[]
      variable: { key: string; value: string }[]
    }
    const items = collection.item.flatMap(({ item }) => item)
    expect(items.map(({ name }) => name).sort()).toEqual(outbound.map(({ title }) => title).sort())
    for (const operation of outbound) {
      const item = items.find(
        ({ name, request }) => name === operation.title && request.method === operation.method,
      )
      if (operation.body === 'object')
        expect(JSON.parse(item?.request.body?.raw ?? '')).toEqual(exampleBody(operation))
    }
    const variables = new Set(collection.variable.map(({ key }) => key))
    const used = [...JSON.stringify(collection.item).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
    expect(used.filter((name) => !variables.has(name))).toEqual([])
    expect(collection.variable).toContainEqual({ key: Object.keys(known)[0], value: 'mine' })
  })
})
