import { redacted } from '../runs/redact-request'

/** Members and elements that hold a secret in whatever anybody sends, besides those that the catalogue marks. */
const alwaysSecret = [
  'access_token',
  'accessToken',
  'api_key',
  'api-key',
  'apiKey',
  'app_key',
  'client_secret',
  'clientSecret',
  'consumer_secret',
  'consumerSecret',
  'id_token',
  'InitiatorPassword',
  'output_SessionID',
  'passkey',
  'passwd',
  'password',
  'pin',
  'private_key',
  'privateKey',
  'refresh_token',
  'secret',
  'SecurityCredential',
  'session_id',
  'sessionId',
  'spPassword',
  'token',
]

const secretHeaders =
  /^(authorization|proxy-authorization|cookie|set-cookie|.*(api-?key|app-?key|token|secret|password|credential|session).*)$/i

/** Shorter values would tear holes into ordinary text. */
const shortest = 6

export type ExchangeRedactor = {
  text(text: string): string
  headers(headers: readonly [string, string][]): [string, string][]
}

/** As it is compared: `api-key`, `api_key` and `apiKey` are one name. */
const bare = (name: string) => name.replace(/[_-]/g, '').toLowerCase()

/** Names of a system's secret fields, ready to be looked up. */
export const secretNames = (fields: readonly string[]): ReadonlySet<string> =>
  new Set([...alwaysSecret, ...fields].map((name) => bare(name.split('.').at(-1) ?? name)))

/**
 * Takes the secrets out of what a stranger sent, however it is written: JSON that is cut off or quoted twice, a form, a
 * query, an envelope. Unlike the redactor of our own requests it never parses, so that everything else stays as it came.
 */
export const exchangeRedactor = (
  names: ReadonlySet<string>,
  values: readonly (string | undefined)[],
): ExchangeRedactor => {
  const secrets = [...new Set(values)]
    .filter((value): value is string => value !== undefined && value.length >= shortest)
    .flatMap((value) => [...new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)])])
    .sort((a, b) => b.length - a.length)
  const byValue = (text: string) =>
    secrets.reduce((clean, secret) => clean.replaceAll(secret, redacted), text)
  return {
    text: (text) => byValue(hideAfter(hideAfter(text, member, names), element, names)),
    headers: (from) =>
      from.map(([name, value]): [string, string] => [name, headerValue(name, value, byValue)]),
  }
}

/** A name, its letters perhaps escaped as JSON allows, before a colon, an equals sign or the end of its tag. */
const member = /(?<![\w/\\-])((?:[\w.-]|\\u[0-9a-fA-F]{4}){2,80})(?:\\*["'])?\s{0,20}(?:[:=]|&gt;|>)\s{0,20}/g

/** The tag of an element with attributes. */
const element = /(?:<|&lt;)(?:[\w-]{1,40}:)?([\w.-]{2,80})\s[^<>&]{0,200}(?:>|&gt;)\s{0,20}/g

const isSecret = (written: string, names: ReadonlySet<string>): boolean => {
  const name = written.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )
  return names.has(bare(name)) || names.has(bare(name.split(/[._-]/).at(-1) ?? name))
}

/** The scheme of an authorisation is no secret, and often what was wrong with it. */
const headerValue = (name: string, value: string, byValue: (text: string) => string): string => {
  const scheme = /^(Basic|Bearer|Digest)(\s+)(?=\S)/i.exec(value)
  if (scheme) return `${scheme[1]}${scheme[2]}${redacted}`
  return secretHeaders.test(name) ? redacted : byValue(value)
}

const hideAfter = (text: string, shape: RegExp, names: ReadonlySet<string>): string => {
  let clean = ''
  let from = 0
  shape.lastIndex = 0
  for (let found = shape.exec(text); found; found = shape.exec(text)) {
    if (!isSecret(found[1] ?? '', names) || isClosing(text, found.index)) continue
    const start = found.index + found[0].length
    const isElement = /(?:>|&gt;)\s*$/.test(found[0])
    const [begin, end] = extentOf(text, start, isElement)
    if (end > begin) {
      clean += `${text.slice(from, begin)}${redacted}`
      from = end
    }
    shape.lastIndex = Math.max(end, start)
  }
  return clean + text.slice(from)
}

/** `</ns:Password>` is followed by nothing of it. */
const isClosing = (text: string, at: number): boolean =>
  /(?:<|&lt;)\/[\w-]{0,40}:?$/.test(text.slice(Math.max(0, at - 46), at))

/** Where a value stands that begins here: between tags or quotes, however often these are escaped, in brackets, or bare. */
const extentOf = (text: string, start: number, isElement: boolean): [begin: number, end: number] => {
  const opening = /^(?:<!\[CDATA\[|&lt;!\[CDATA\[|\\*["'])/.exec(text.slice(start, start + 40))?.[0]
  if (opening?.includes('CDATA')) {
    const end = text.indexOf(']]', start)
    return [start + opening.length, end < 0 ? text.length : end]
  }
  if (isElement) {
    const next = text.slice(start).search(/<|&lt;/)
    return [start, next < 0 ? text.length : start + next]
  }
  if (opening) {
    const begin = start + opening.length
    let end = text.indexOf(opening, begin)
    while (end > 0 && isEscaped(text, end)) end = text.indexOf(opening, end + 1)
    return [begin, end < 0 ? text.length : end]
  }
  // A whole object or list: to where brackets balance, else all there is.
  if (text[start] === '{' || text[start] === '[') return [start, endOfBrackets(text, start)]
  const ending = /[&,;<>\s}\])"']/g
  ending.lastIndex = start
  const end = ending.exec(text)?.index ?? text.length
  const word = text.slice(start, end)
  return /^(?:null|true|false|)$/.test(word) ? [start, start] : [start, end]
}

/** An odd number of backslashes more than those that belong to the quote itself. */
const isEscaped = (text: string, at: number): boolean => {
  let count = 0
  while (text[at - 1 - count] === '\\') count += 1
  return count % 2 === 1
}

const endOfBrackets = (text: string, start: number): number => {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '{' || letter === '[') depth += 1
    if (letter === '}' || letter === ']') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}
