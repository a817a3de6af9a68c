import { addTargetClient, HTTPSnippet } from 'httpsnippet'
import type { Json } from '@/lib/catalogue/types'
import type { WireRequest } from '@/lib/wire/types'

export const snippetLanguages = [
  { id: 'curl', label: 'cURL', syntax: 'shell' },
  { id: 'node', label: 'Node fetch', syntax: 'javascript' },
  { id: 'python', label: 'Python requests', syntax: 'python' },
  { id: 'php', label: 'PHP', syntax: 'php' },
  { id: 'java', label: 'Java', syntax: 'java' },
  { id: 'go', label: 'Go', syntax: 'go' },
  { id: 'csharp', label: 'C#', syntax: 'csharp' },
] as const

export type SnippetLanguage = (typeof snippetLanguages)[number]['id']

type Target = Parameters<HTTPSnippet['convert']>[0]

const targets = {
  curl: { target: 'shell', client: 'curl' },
  node: { target: 'node', client: 'jaribu_fetch' },
  python: { target: 'python', client: 'jaribu_requests' },
  php: { target: 'php', client: 'jaribu_curl' },
  java: { target: 'java', client: 'nethttp' },
  go: { target: 'go', client: 'native' },
  csharp: { target: 'csharp', client: 'httpclient' },
} as const satisfies Record<SnippetLanguage, { target: Target; client: string }>

/** How a language writes JSON data. */
type Literals = {
  text: (value: string) => string
  true: string
  false: string
  null: string
  list: [open: string, close: string]
  object: [open: string, close: string]
  pair: (key: string, value: string) => string
}

const colon = (key: string, value: string) => `${key}: ${value}`

const javascript: Literals = {
  text: JSON.stringify,
  true: 'true',
  false: 'false',
  null: 'null',
  list: ['[', ']'],
  object: ['{', '}'],
  pair: colon,
}

const python: Literals = { ...javascript, true: 'True', false: 'False', null: 'None' }

const php: Literals = {
  ...javascript,
  text: (value) => `'${value.replace(/[\\']/g, '\\$&')}'`,
  object: ['[', ']'],
  pair: (key, value) => `${key} => ${value}`,
}

const write = (literals: Literals, value: Json, indent = ''): string => {
  if (typeof value === 'string') return literals.text(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return literals[value ? 'true' : 'false']
  if (value === null) return literals.null
  const inner = `${indent}  `
  const [[open, close], parts] = Array.isArray(value)
    ? [literals.list, value.map((item) => write(literals, item, inner))]
    : [
        literals.object,
        Object.entries(value).map(([key, item]) =>
          literals.pair(literals.text(key), write(literals, item, inner)),
        ),
      ]
  if (parts.length === 0) return `${open}${close}`
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`
}

/** The body as data, when writing that data as JSON gives the same body again. `1.0` or a repeated key would not. */
const dataOf = (text: string): { data: Json } | undefined => {
  try {
    const data: Json = JSON.parse(text)
    const isFaithful = [JSON.stringify(data), JSON.stringify(data, null, 2)].includes(text)
    // PHP writes an empty object as a list, and `__proto__` sets no own key in JavaScript.
    return isFaithful && !/\{\}|__proto__/.test(text) ? { data } : undefined
  } catch {
    return undefined
  }
}

type Convert = Parameters<typeof addTargetClient>[1]['convert']

const addClient = (target: Target, key: string, title: string, link: string, convert: Convert) =>
  addTargetClient(target, { info: { key, title, description: title, link }, convert })

const headersOf = ({ headersObj }: Parameters<Convert>[0]) => headersObj as Record<string, string>

// Our own clients for three languages: the library's lose backslashes, line ends or booleans of the body.
addClient('node', 'jaribu_fetch', 'Fetch', 'https://nodejs.org/api/globals.html#fetch', (request) => {
  const { fullUrl, method, postData } = request
  const body = dataOf(postData.text ?? '')
  const sent = body ? `JSON.stringify(${write(javascript, body.data, '  ')})` : JSON.stringify(postData.text)
  return [
    `const response = await fetch(${JSON.stringify(fullUrl)}, {`,
    `  method: ${JSON.stringify(method)},`,
    `  headers: ${write(javascript, headersOf(request), '  ')},`,
    ...(postData.text ? [`  body: ${sent},`] : []),
    '})',
    'console.log(response.status, await response.text())',
  ].join('\n')
})

addClient('python', 'jaribu_requests', 'Requests', 'https://requests.readthedocs.io', (request) => {
  const { fullUrl, method, postData } = request
  const body = dataOf(postData.text ?? '')
  const sent = body
    ? `json=${write(python, body.data, '  ')}`
    : `data=${JSON.stringify(postData.text)}.encode()`
  return [
    'import requests',
    '',
    'response = requests.request(',
    `  ${JSON.stringify(method)},`,
    `  ${JSON.stringify(fullUrl)},`,
    `  headers=${write(python, headersOf(request), '  ')},`,
    ...(postData.text ? [`  ${sent},`] : []),
    ')',
    'print(response.status_code, response.text)',
  ].join('\n')
})

addClient('php', 'jaribu_curl', 'cURL', 'https://www.php.net/manual/book.curl.php', (request) => {
  const { fullUrl, method, postData } = request
  const body = dataOf(postData.text ?? '')
  const sent = body
    ? `json_encode(${write(php, body.data, '  ')}, JSON_UNESCAPED_SLASHES)`
    : php.text(postData.text ?? '')
  const headers = Object.entries(headersOf(request))
  return [
    '<?php',
    '',
    `$curl = curl_init(${php.text(fullUrl)});`,
    'curl_setopt_array($curl, [',
    '  CURLOPT_RETURNTRANSFER => true,',
    '  CURLOPT_TIMEOUT => 30,',
    `  CURLOPT_CUSTOMREQUEST => ${php.text(method)},`,
    `  CURLOPT_HTTPHEADER => ${write(
      php,
      headers.map(([name, value]) => `${name}: ${value}`),
      '  ',
    )},`,
    ...(postData.text ? [`  CURLOPT_POSTFIELDS => ${sent},`] : []),
    ']);',
    '$body = curl_exec($curl);',
    "echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ' ', $body === false ? curl_error($curl) : $body;",
  ].join('\n')
})

const mediaTypeOf = (request: WireRequest) =>
  request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain'

/** Two line separators that end a string literal in some languages; inside JSON text the escape means the same. */
const escapeSeparators = (text: string) =>
  text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/** The same request as a program in the given language. */
export const snippetOf = (request: WireRequest, language: SnippetLanguage): string => {
  const { target, client } = targets[language]
  const snippet = new HTTPSnippet({
    method: request.method,
    url: request.url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: request.headers.map(([name, value]) => ({ name, value })),
    queryString: [],
    postData: {
      mimeType: mediaTypeOf(request).split(';')[0] ?? '',
      text: escapeSeparators(request.body ?? ''),
    },
    headersSize: -1,
    bodySize: -1,
  })
  const written: unknown = snippet.convert(target, client)
  if (typeof written !== 'string') throw new Error(`No code sample for ${language}`)
  return written
}
