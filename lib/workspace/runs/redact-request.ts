import type { WireRequest } from '@/lib/wire/types'

export const redacted = '[redacted]'

/** Takes secrets out of what will be stored: by name where they belong, by value wherever else they were written. */
export type Redactor = {
  text(text: string): string
  headers(headers: readonly [string, string][]): [string, string][]
  body(body: string): string
  request(request: WireRequest): { method: string; url: string; headers: [string, string][]; body: string }
}

/** Shorter values would tear holes into ordinary text. */
const shortest = 6

export const createRedactor = (
  names: { fields: readonly string[]; headers: readonly string[] },
  values: readonly (string | undefined)[],
  mark = redacted,
): Redactor => {
  const secrets = [...new Set(values)]
    .filter((value): value is string => typeof value === 'string' && value.length >= shortest)
    .flatMap((value) => [...new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)])])
    // The longest first: one secret may contain another.
    .sort((a, b) => b.length - a.length)
  const fields = new Set(names.fields.map((name) => name.toLowerCase()))
  const hidden = new Set(
    [...names.headers, 'authorization', 'cookie', 'set-cookie'].map((name) => name.toLowerCase()),
  )

  const text = (from: string) => secrets.reduce((clean, secret) => clean.replaceAll(secret, mark), from)
  const headers = (from: readonly [string, string][]) =>
    from.map(([name, value]): [string, string] => [name, hidden.has(name.toLowerCase()) ? mark : text(value)])
  const body = (from: string) => text(withoutElements(withoutFields(from, fields, mark), fields, mark))
  return {
    text,
    headers,
    body,
    request: ({ method, url, headers: pairs, body: sent = '' }) => ({
      method,
      url: text(url),
      headers: headers(pairs),
      body: body(sent),
    }),
  }
}

/** Only a body that has such a field is written again; any other stays byte for byte. */
const withoutFields = (body: string, fields: ReadonlySet<string>, mark: string): string => {
  let isChanged = false
  try {
    const clean = JSON.stringify(JSON.parse(body), (name, value: unknown) => {
      if (!fields.has(name.toLowerCase()) || value === null || value === '') return value
      isChanged = true
      return mark
    })
    return isChanged ? clean : body
  } catch {
    return body
  }
}

/**
 * Empties the elements of an XML body that are named so, wherever they stand: in the envelope, in a document inside CDATA
 * or written with escaped brackets. A dotted name is an element inside another: its last part counts.
 */
const withoutElements = (body: string, fields: ReadonlySet<string>, mark: string): string => {
  if (!body.trimStart().startsWith('<') || fields.size === 0) return body
  const names = [...fields]
    .map((name) => name.split('.').at(-1) ?? name)
    .filter((name) => /^[\w-]+$/.test(name))
    .join('|')
  if (names === '') return body
  const filled = new RegExp(
    `((?:<|&lt;)(?:[\\w-]+:)?(?:${names})(?:\\s[^<>&]{0,200})?(?:>|&gt;))((?:[^<&]|&(?!lt;))+)`,
    'gi',
  )
  return body.replace(filled, (_, tag: string) => `${tag}${mark}`)
}
