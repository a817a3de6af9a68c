import { describe, expect, test } from 'vitest'
import { refusalStatus } from '@/lib/refusal'
import { describeApi, refusalsOf } from './document'
import { methodOf, pathOf } from './endpoint'
import { areas, endpoints } from './endpoints'

type Operation = {
  operationId: string
  summary: string
  description: string
  parameters: { name: string; in: string; description?: string; schema: Record<string, unknown> }[]
  requestBody?: { content: Record<string, { schema?: unknown }> }
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; responses: Record<string, unknown> }
}

const document = JSON.parse(
  JSON.stringify(describeApi(areas, { publicUrl: 'https://jaribu.test', version: '1.2.3' })),
) as Document

const operationOf = (entry: (typeof endpoints)[number]) =>
  document.paths[pathOf(entry)]?.[methodOf(entry).toLowerCase()]

describe('the document', () => {
  test('says where the API is and how to sign in', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Jaribu', version: '1.2.3' },
      servers: [{ url: 'https://jaribu.test/api/v1' }],
      security: [{ token: [] }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    })
  })

  test('says of every refusal that it comes as problem+json', () => {
    const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
    expect(Object.keys(document.components.responses).sort()).toEqual(
      [...Object.keys(refusalStatus), 'fault'].sort(),
    )
    for (const response of Object.values(document.components.responses))
      expect(response).toEqual({ description: expect.stringMatching(/\.$|`\.$/), content })
  })

  test('refers only to what it has', () => {
    const text = JSON.stringify(document)
    const refs = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(([, ...at]) => at.join('/')),
    )
    const { schemas, responses } = document.components
    const known = [
      ...Object.keys(schemas).map((name) => `schemas/${name}`),
      ...Object.keys(responses).map((name) => `responses/${name}`),
    ]
    expect([...refs].filter((ref) => !known.includes(ref))).toEqual([])
    expect(text.match(/"\$ref":"(?!#\/components\/)/g)).toBeNull()
  })

  test('names every operation once', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(endpoints.length)
  })

  test('names schemas in words, none by a number', () => {
    expect(Object.keys(document.components.schemas).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual(
      [],
    )
  })
})

describe.each(endpoints.map((entry) => [entry.route, entry] as const))('%s', (_, entry) => {
  const operation = operationOf(entry)

  test('is described whole: words, role, answer and errors', () => {
    expect(operation?.summary).toMatch(/^[A-Z].+\.$/s)
    expect(operation?.description).toContain(entry.role)
    const { responses = {} } = operation ?? {}
    const success = Object.entries(responses).filter(([status]) => status.startsWith('2'))
    expect(success.length).toBeGreaterThan(0)
    for (const [status, { content = {} }] of success) {
      if (status === '204') expect(content).toEqual({})
      else expect(Object.keys(content).length).toBeGreaterThan(0)
    }
    for (const kind of refusalsOf(entry)) expect(responses).toHaveProperty(String(refusalStatus[kind]))
    expect(responses).toHaveProperty('default')
  })

  test('has each name of its path, and each member of what it takes', () => {
    const names = [...pathOf(entry).matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const parameters = operation?.parameters ?? []
    expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(names)
    expect(parameters.some((each) => each.in === 'query')).toBe(entry.query !== undefined)
    expect(operation?.requestBody !== undefined).toBe(entry.body !== undefined)
    const json = operation?.requestBody?.content['application/json']
    if (json) expect(json.schema).toMatchObject({})
  })
})
