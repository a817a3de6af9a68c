import type { Json } from '@/lib/catalogue/types'
import { objectOf, type WireObject } from '@/lib/wire/json'
import { printedStart, readLoosePairs, readPrinted } from './printed'

/** A whole message in a pasted text. */
export type PastedMessage = { kind: 'object'; value: WireObject } | { kind: 'xml'; text: string }

/** What somebody pasted, taken apart: an answer, a callback, a page of a firewall, or a log line that holds one. */
export type Pasted = {
  form: 'json' | 'printed' | 'xml' | 'html' | 'text'
  messages: PastedMessage[]
  /** What stands around the messages. */
  rest: string
}

export type NamedCode = { key: string; code: string }

const mostMessages = 20

/** `isKnown`: whether some provider's message has a member of that name. */
export const readPasted = (text: string, isKnown: (name: string) => boolean): Pasted => {
  const plain = withoutEscapes(text)
  const envelopes = [...plain.matchAll(envelope)].map(([found]) => found).slice(0, mostMessages)
  if (envelopes.length > 0) {
    const messages = envelopes.map((found): PastedMessage => ({ kind: 'xml', text: found }))
    return { form: 'xml', messages, rest: plain.replace(envelope, ' ') }
  }
  // Style sheets and scripts of a page look like structures, and are none of a provider's.
  if (/<!doctype html|<html|<body|<head[\s>]/i.test(plain))
    return { form: 'html', messages: [], rest: withoutTags(plain) }
  const { found, isExact, rest } = structuresIn(plain)
  const loose = found.length > 0 ? [] : readLoosePairs(plain, isKnown).slice(0, mostMessages)
  return {
    form: found.length === 0 ? 'text' : isExact ? 'json' : 'printed',
    messages: [...found, ...loose].map((value): PastedMessage => ({ kind: 'object', value })),
    rest: loose.length > 0 ? '' : rest,
  }
}

const envelope = /(?:<\?xml[^>]*\?>\s*)?<([\w.-]+:)?Envelope\b[\s\S]*?<\/\1?Envelope\s*>/gi

/** Loggers quote a message inside another, and pages escape its brackets. */
const withoutEscapes = (text: string): string => {
  const unquoted = /\\"/.test(text) ? text.replace(/\\n/g, '\n').replace(/\\"/g, '"') : text
  return /&lt;[\w?]|&quot;\w/.test(unquoted)
    ? unquoted
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#0?39;/g, "'")
        .replace(/&amp;/g, '&')
    : unquoted
}

const withoutTags = (page: string): string =>
  page.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ')

/** Where a structure may begin; more of them is noise. */
const mostStarts = 200

type Structures = { found: WireObject[]; isExact: boolean; rest: string }

/** Outermost objects, wherever they stand in the text and whatever printed them. */
const structuresIn = (text: string): Structures => {
  const found: WireObject[] = []
  let isExact = true
  let rest = ''
  let from = 0
  for (let starts = 0; starts < mostStarts && found.length < mostMessages; starts++) {
    printedStart.lastIndex = from
    const start = printedStart.exec(text)
    if (!start) break
    const bracket = start.index + start[0].length - 1
    const read = exactly(text, bracket) ?? printed(text, start.index) ?? printed(text, bracket)
    rest += text.slice(from, start.index)
    if (read) {
      found.push(...read.objects)
      isExact &&= read.isExact
      from = read.end
    } else {
      rest += text.slice(start.index, bracket + 1)
      from = bracket + 1
    }
  }
  return { found: found.slice(0, mostMessages), isExact, rest: rest + text.slice(from) }
}

type Read = { objects: WireObject[]; end: number; isExact: boolean }

const exactly = (text: string, start: number): Read | undefined => {
  const end = endOfJson(text, start)
  if (end === undefined) return undefined
  try {
    return asRead(JSON.parse(text.slice(start, end)) as Json, end, true)
  } catch {
    return undefined
  }
}

const printed = (text: string, start: number): Read | undefined => {
  const read = readPrinted(text, start)
  return read && asRead(read.value, read.end, false)
}

/** A list counts by its objects; what has none is a stamp or an aside. */
const asRead = (value: Json, end: number, isExact: boolean): Read | undefined => {
  const objects = (Array.isArray(value) ? value : [value]).flatMap((inner) => {
    const object = objectOf(inner)
    return object && Object.keys(object).length > 0 ? [object] : []
  })
  return objects.length > 0 ? { objects, end, isExact } : undefined
}

const endOfJson = (text: string, start: number): number | undefined => {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (isQuoted) {
      if (sign === '\\') at++
      else if (sign === '"') isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === '{' || sign === '[') depth++
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1
  }
  return undefined
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
