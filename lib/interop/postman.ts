import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { exampleOf, textOf } from '@/lib/derive'
import type { System } from '@/lib/systems/types'
import { atPort, exampleBody } from './openapi'

type Doc = { [key: string]: Json }

/** An API system as a Postman collection (format 2.1), with a variable for all that is one's own. */
export const postmanOf = (
  { id, title, operations, credentials }: Pick<System, 'id' | 'title' | 'operations' | 'credentials'>,
  { baseUrl, market, known }: { baseUrl: string; market: string; known: Readonly<Record<string, string>> },
): Doc => {
  const outbound = operations.filter(({ direction }) => direction === 'outbound')
  const groups = [...new Set(outbound.map(({ group }) => group))]
  return {
    info: {
      name: title,
      _postman_id: `jaribu-${id}`,
      description:
        'Made by Jaribu from its catalogue. Fields that are computed for each request hold an example.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [
      { key: 'baseUrl', value: baseUrl },
      { key: 'market', value: market },
      ...['token', 'apiKeyBearer', 'sessionBearer', 'bearer'].map((key) => ({ key, value: '' })),
      ...credentials.map(({ name }) => ({ key: name, value: known[name] ?? '' })),
    ],
    item: groups.map((name) => ({
      name,
      item: outbound.filter(({ group }) => group === name).map((operation) => itemOf(operation, baseUrl)),
    })),
  }
}

const braces = (template: string) => template.replace(/\{(\w+)\}/g, '{{$1}}')

const isBearerName = (value: string) => /^Bearer \{\w+\}$/.test(value)

const itemOf = (operation: Operation, baseUrl: string): Doc => {
  const { title, summary, notes, method, path, headers, auth, body, port } = operation
  const hasBody = body !== 'none' && method !== 'GET'
  return {
    name: title,
    request: {
      method,
      description: [summary, auth.note, ...notes].filter(Boolean).join('\n\n'),
      header: headers
        .filter(
          ({ name, value }) => !(name === 'Authorization' && (auth.type === 'basic' || isBearerName(value))),
        )
        .map(({ name, value }) => ({ key: name, value: braces(value) })),
      auth: authOf(operation),
      url: urlOf(operation, port === undefined ? '{{baseUrl}}' : atPort(baseUrl, port), path),
      ...(hasBody && {
        body: {
          mode: 'raw',
          raw:
            body === 'xml'
              ? String(exampleBody(operation))
              : JSON.stringify(exampleBody(operation), undefined, 2),
          options: { raw: { language: body === 'xml' ? 'xml' : 'json' } },
        },
      }),
    },
    ...(operation.grants || auth.type === 'basic' ? { event: [keepsToken] } : {}),
  }
}

/** What a token call answers is what the other calls show. */
const keepsToken: Doc = {
  listen: 'test',
  script: {
    type: 'text/javascript',
    exec: [
      'const answer = pm.response.json()',
      "if (answer.access_token) pm.collectionVariables.set('token', answer.access_token)",
    ],
  },
}

const authOf = ({ auth, headers }: Operation): Doc => {
  const shown = headers.find(({ name }) => name === 'Authorization')?.value ?? ''
  if (auth.type === 'basic') {
    const [username = '', password = ''] = auth.uses.map((name) => `{{${name}}}`)
    return {
      type: 'basic',
      basic: [
        { key: 'username', value: username, type: 'string' },
        { key: 'password', value: password, type: 'string' },
      ],
    }
  }
  if (!isBearerName(shown)) return { type: 'noauth' }
  const token = braces(shown.replace('Bearer ', ''))
  return { type: 'bearer', bearer: [{ key: 'token', value: token, type: 'string' }] }
}

const urlOf = (operation: Operation, base: string, path: string): Doc => {
  const inQuery = operation.fields.filter((field: Field) => field.in === 'query')
  const example = exampleOf(operation)
  const query = [
    ...(operation.query ?? []).map(({ name, value }) => ({ key: name, value: braces(value) })),
    ...inQuery.map((field) => ({
      key: field.name,
      value: textOf(example[field.name]),
      description: field.help,
      disabled: !field.required,
    })),
  ]
  const search = query.filter((each) => !('disabled' in each && each.disabled))
  const tail = search.map(({ key, value }) => `${key}=${value}`).join('&')
  return {
    raw: `${base}${braces(path)}${tail === '' ? '' : `?${tail}`}`,
    host: [base],
    path: braces(path)
      .split('/')
      .filter((part) => part !== ''),
    ...(query.length > 0 && { query }),
  }
}
