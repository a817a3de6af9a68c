import type { Json } from '@/lib/catalogue/types'
import { objectOf, type WireObject } from '@/lib/wire/json'
import { printedStart, readLoosePairs, readPrinted } from './printed'
import { inWireNames } from './wire-names'

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

/** `nameOf`: the name of the wire that a member's name stands for, where it is one. */
export const readPasted = (text: string, nameOf: (name: string) => string | undefined): Pasted => {
  const plain = withoutEscapes(text)
  const envelopes = elementsIn(plain, envelope)
  const bare = envelopes.length > 0 ? [] : elementsIn(plain, inner)
  if (envelopes.length + bare.length > 0) {
    const texts = [...envelopes, ...bare.map(enveloped)]
    const messages = texts.map((text): PastedMessage => ({ kind: 'xml', text }))
    return { form: 'xml', messages, rest: withoutAll(plain, [...envelopes, ...bare]) }
  }
  // Style sheets and scripts of a page look like structures, and are none of a provider's.
  if (/<!doctype html|<html|<body|<head[\s>]/i.test(plain))
    return { form: 'html', messages: [], rest: withoutTags(plain) }
  const { found, isExact, rest } = structuresIn(plain)
  const isKnown = (name: string) => nameOf(name) !== undefined
  const loose = found.length > 0 ? [] : (formsIn(plain, isKnown) ?? readLoosePairs(plain, isKnown))
  return {
    form: found.length === 0 ? 'text' : isExact ? 'json' : 'printed',
    messages: [...found, ...loose.slice(0, mostMessages)].flatMap((value): PastedMessage[] => {
      const named = objectOf(inWireNames(value, nameOf))
      return named ? [{ kind: 'object', value: named }] : []
    }),
    rest: loose.length > 0 ? '' : rest,
  }
}

const formBody = /(?<![^\s?"'`])[\w.]{1,60}=[^\s&"'`]*(?:&[\w.]{1,60}=[^\s&"'`]*)+/g

/** Fields of a form, or of an address, where they are of some provider's message. */
const formsIn = (text: string, isKnown: (name: string) => boolean): WireObject[] | undefined => {
  const found = [...text.matchAll(formBody)]
    .map(([fields]) => [...new URLSearchParams(fields)])
    .filter((fields) => fields.some(([name]) => isKnown(name)))
    .map((fields): WireObject => Object.fromEntries(fields))
  return found.length > 0 ? found : undefined
}

const envelope = /(?:<\?xml[^>]{0,200}\?>\s{0,200})?<((?:[\w.-]+:)?Envelope)\b/gi
/** What stands within an envelope, logged without it. */
const inner = /<((?:[\w.-]+:)?(?:Result|Response))\b/gi

/** Elements that begin so, up to the end tag of the same name. */
const elementsIn = (text: string, opening: RegExp): string[] => {
  const found: string[] = []
  opening.lastIndex = 0
  while (found.length < mostMessages) {
    const start = opening.exec(text)
    if (!start) break
    const closing = new RegExp(`</${start[1]}\\s{0,20}>`, 'gi')
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(text)
    // What has no end here has none further on either, unless its name differs.
    if (!end) break
    found.push(text.slice(start.index, closing.lastIndex))
    opening.lastIndex = closing.lastIndex
  }
  return found
}

const withoutAll = (text: string, parts: readonly string[]): string =>
  parts.reduce((rest, part) => rest.replace(part, () => ' '), text)

const enveloped = (content: string) => {
  const name = /^<(?:[\w.-]+:)?response\b/i.test(content) ? 'ResponseMsg' : 'ResultMsg'
  return `<Envelope><Body><${name}><![CDATA[${content.replaceAll(']]>', '')}]]></${name}></Body></Envelope>`
}

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
    const before = text.slice(Math.max(0, match.index - 16), match.index + 1).toLowerCase()
    const code = value.replace(/[.\-_]+$/, '')
    const isOfProcess = /(status|http|exit(ed)?( with)?)[\s_-]?$/.test(before)
    const isStatus = /^code$/i.test(key) && /^[1-5]\d\d$/.test(code)
    // Words after a plain `code` are a sentence.
    if (isOfProcess || isStatus || !/\d/.test(code)) continue
    if (!found.has(code.toLowerCase())) found.set(code.toLowerCase(), { key, code })
  }
  return [...found.values()]
}

export const plainWords = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9_][a-z0-9_.]*/g) ?? []).map((word) => word.replace(/\.+$/, ''))
