/** What somebody pasted, taken apart: an answer, a callback, a page of a firewall, or a log line that holds one. */
export type Pasted = {
  form: 'json' | 'xml' | 'html' | 'text'
  /** Whole messages in it, as text: JSON objects and XML envelopes. */
  messages: string[]
  codes: NamedCode[]
}

export type NamedCode = { key: string; code: string }

const mostMessages = 10

export const readPasted = (text: string): Pasted => {
  const plain = withoutEscapes(text)
  const envelopes = [...plain.matchAll(envelope)].map(([found]) => found).slice(0, mostMessages)
  const objects = envelopes.length > 0 ? [] : objectsIn(plain)
  const isHtml = envelopes.length === 0 && /<!doctype html|<html|<body|<head[\s>]/i.test(plain)
  return {
    form: envelopes.length > 0 ? 'xml' : objects.length > 0 ? 'json' : isHtml ? 'html' : 'text',
    messages: envelopes.length > 0 ? envelopes : objects,
    codes: namedCodes(plain),
  }
}

const envelope = /(?:<\?xml[^>]*\?>\s*)?<([\w.-]+:)?Envelope\b[\s\S]*?<\/\1?Envelope\s*>/gi

/** Loggers quote a message inside another, and pages escape its brackets. */
const withoutEscapes = (text: string): string => {
  const unquoted = /\\"/.test(text) ? text.replace(/\\n/g, '\n').replace(/\\"/g, '"') : text
  return /&lt;[\w?]/.test(unquoted)
    ? unquoted
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&')
    : unquoted
}

/** Where an object may begin; more of them is noise. */
const mostStarts = 200

/** Outermost JSON objects, wherever they stand in the text. */
const objectsIn = (text: string): string[] => {
  const found: string[] = []
  let from = 0
  for (let starts = 0; starts < mostStarts && found.length < mostMessages; starts++) {
    const start = text.indexOf('{', from)
    if (start < 0) break
    const end = endOfObject(text, start)
    const object = end === undefined ? undefined : text.slice(start, end)
    if (object !== undefined && isObject(object)) {
      found.push(object)
      from = start + object.length
    } else from = start + 1
  }
  return found
}

const endOfObject = (text: string, start: number): number | undefined => {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (isQuoted) {
      if (sign === '\\') at++
      else if (sign === '"') isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
  }
  return undefined
}

const isObject = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** Keys that carry codes in answers and callbacks, as JSON, XML, `key=value`, a printed array or plain words. */
const codeKeys =
  /(?:^|[^\w])((?:(?:output|input)_)?(?:result|response|error|return|res|fault|detail\.)?_?code)["'\]>]*\s*(?:=>|[:=])?\s*["']?([A-Za-z0-9][\w.-]{0,39})/gi

/** Codes by the key that they stand under. A status of HTTP is none. */
export const namedCodes = (text: string): NamedCode[] => {
  const found = new Map<string, NamedCode>()
  for (const match of text.matchAll(codeKeys)) {
    const [, key = '', value = ''] = match
    const before = text.slice(Math.max(0, match.index - 8), match.index + 1).toLowerCase()
    const code = value.replace(/[.\-_]+$/, '')
    // Words after a plain `code` are a sentence.
    if (/(status|http)[\s_-]?$/.test(before) || !/\d/.test(code)) continue
    if (!found.has(code.toLowerCase())) found.set(code.toLowerCase(), { key, code })
  }
  return [...found.values()]
}

export const plainWords = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9_][a-z0-9_.]*/g) ?? []).map((word) => word.replace(/\.+$/, ''))
