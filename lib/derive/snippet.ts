import { addTargetClient, HTTPSnippet } from 'httpsnippet'
import type { WireRequest } from '@/lib/systems/types'

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
  python: { target: 'python', client: 'requests' },
  php: { target: 'php', client: 'curl' },
  java: { target: 'java', client: 'nethttp' },
  go: { target: 'go', client: 'native' },
  csharp: { target: 'csharp', client: 'httpclient' },
} as const satisfies Record<SnippetLanguage, { target: Target; client: string }>

/** JSON is an expression of JavaScript once the two line separators that only JSON allows are escaped. */
const literal = (value: unknown, indent?: number) =>
  JSON.stringify(value, null, indent).replace(/[\u2028\u2029]/g, (mark) =>
    mark === '\u2028' ? '\\u2028' : '\\u2029',
  )

const bodyExpression = (text: string) => {
  try {
    return `JSON.stringify(${literal(JSON.parse(text), 2)})`
  } catch {
    return literal(text)
  }
}

// The library's own fetch sample wants the node-fetch package and loses the backslashes of quotes inside the body.
addTargetClient('node', {
  info: {
    key: 'jaribu_fetch',
    title: 'Fetch',
    description: 'The fetch that Node has built in',
    link: 'https://nodejs.org/api/globals.html#fetch',
  },
  convert: ({ fullUrl, method, headersObj, postData }) => {
    const parts = [
      `method: ${literal(method)}`,
      `headers: ${literal(headersObj, 2)}`,
      ...(postData.text ? [`body: ${bodyExpression(postData.text)}`] : []),
    ].map((part) => `  ${part.replaceAll('\n', '\n  ')},`)
    return [
      `const response = await fetch(${literal(fullUrl)}, {`,
      ...parts,
      '})',
      'console.log(response.status, await response.text())',
    ].join('\n')
  },
})

const mediaTypeOf = (request: WireRequest) =>
  request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain'

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
    postData: { mimeType: mediaTypeOf(request).split(';')[0] ?? '', text: request.body ?? '' },
    headersSize: -1,
    bodySize: -1,
  })
  const written: unknown = snippet.convert(target, client)
  if (typeof written !== 'string') throw new Error(`No code sample for ${language}`)
  return written
}
