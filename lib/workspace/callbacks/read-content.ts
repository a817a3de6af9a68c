import 'server-only'
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { contentOf } from '@/lib/wire/content'
import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'
import { parseXml } from '@/lib/xml/parse'
import type { CallbackContent } from '../views'
import { bodyText } from './list-callbacks'

type Parts = NonNullable<CallbackContent['parts']>
type Broken = NonNullable<CallbackContent['broken']>

const mostParts = 200
const longestValue = 4_000

/** What a captured message holds, for people: unpacked, in parts, and where it breaks. */
export const readContent = async (
  message: Pick<WireMessage, 'headers' | 'body' | 'query'>,
): Promise<CallbackContent> => {
  const { body, encodings, charset, problem } = contentOf(message)
  const type = headerOf(message as WireMessage, 'content-type') ?? ''
  const { body: text, bodyEncoding } = bodyText(body)
  const isText = problem === undefined && bodyEncoding === 'utf8'
  const notes: string[] = []
  if (problem === undefined && encodings.length > 0)
    notes.push(
      `Unpacked from ${encodings.join(', ')}: ${message.body.byteLength} bytes became ${body.byteLength}.`,
    )
  if (charset) notes.push(`Read as ${charset.toUpperCase()}.`)
  return {
    text: isText && body !== message.body ? text : null,
    notes,
    problem: problem ?? null,
    broken: isText ? (brokenIn(text, type) ?? null) : null,
    parts: problem === undefined ? await partsOf(body, text, type) : null,
    query: pairsOf(message.query),
  }
}

const pairsOf = (query: string): CallbackContent['query'] =>
  [...new URLSearchParams(query)].slice(0, mostParts).map(([name, value]) => ({ name, value: cut(value) }))

const cut = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text)

const partsOf = async (body: Uint8Array, text: string, type: string): Promise<Parts | null> => {
  if (body.byteLength === 0) return null
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return [...new URLSearchParams(text)].slice(0, mostParts).map(([name, value]) => ({
      name,
      value: cut(value),
      fileName: null,
      contentType: null,
      bytes: Buffer.byteLength(value),
    }))
  }
  return /^multipart\/form-data\b/i.test(type) ? formParts(body, type) : null
}

/** The reader of the platform, which takes a form whole or not at all. */
const formParts = async (body: Uint8Array, type: string): Promise<Parts | null> => {
  const answer = new Response(new Uint8Array(body), { headers: { 'content-type': type } })
  const form = await answer.formData().catch(() => undefined)
  if (!form) return null
  return Promise.all(
    [...form].slice(0, mostParts).map(async ([name, value]) => {
      if (typeof value === 'string')
        return {
          name,
          value: cut(value),
          fileName: null,
          contentType: null,
          bytes: Buffer.byteLength(value),
        }
      const { body: content, bodyEncoding } = bodyText(new Uint8Array(await value.arrayBuffer()))
      return {
        name,
        value: bodyEncoding === 'utf8' ? cut(content) : '',
        fileName: value.name,
        contentType: value.type || null,
        bytes: value.size,
      }
    }),
  )
}

const brokenIn = (text: string, type: string): Broken | undefined => {
  const start = /\S/.exec(text.replace(/^\uFEFF/, ''))?.[0]
  if (start === undefined) return undefined
  const isPage = /^\s*<(?:!doctype\s+html|html)\b/i.test(text)
  if (start === '<') return isPage ? undefined : brokenXml(text)
  if (start === '{' || start === '[' || /^application\/(?:[\w.+-]+\+)?json\b/i.test(type))
    return brokenJson(text)
  return undefined
}

const jsonFaults: Readonly<Record<string, string>> = {
  CloseBraceExpected: 'an object is not closed',
  CloseBracketExpected: 'a list is not closed',
  ColonExpected: 'a colon is missing after a name',
  CommaExpected: 'a comma is missing',
  EndOfFileExpected: 'something follows the end of the document',
  InvalidCharacter: 'a control character stands in a text',
  InvalidEscapeCharacter: 'a backslash is followed by a character that it does not go with',
  InvalidNumberFormat: 'a number is misspelt',
  InvalidSymbol: 'a word stands without quotes',
  InvalidUnicode: 'a \\u escape has not four digits',
  PropertyNameExpected: 'a name in double quotes is missing',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfNumber: 'a number breaks off',
  UnexpectedEndOfString: 'a text is not closed',
  ValueExpected: 'a value is missing',
}

/** Absent where the document is nested deeper than anything can follow. */
const firstFault = (text: string): ParseError | undefined => {
  const errors: ParseError[] = []
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
  }
  return errors[0]
}

/** Undefined where the platform reads it. */
const brokenJson = (text: string): Broken | undefined => {
  const plain = text.replace(/^\uFEFF/, '')
  try {
    JSON.parse(plain)
    return undefined
  } catch {
    const first = firstFault(plain)
    const offset = Math.min(first?.offset ?? plain.length, plain.length)
    const what = (first && jsonFaults[printParseErrorCode(first.error)]) ?? 'it is not well formed'
    const isCutOff = offset >= plain.trimEnd().length
    return {
      language: 'JSON',
      ...placeOf(plain, offset),
      message: isCutOff ? `the text ends here: ${what}` : what,
    }
  }
}

const brokenXml = (text: string): Broken | undefined => {
  const read = parseXml(text)
  if (!('error' in read)) return undefined
  return { language: 'XML', line: read.line ?? 1, column: read.column ?? 1, message: read.error }
}

const placeOf = (text: string, offset: number): { line: number; column: number } => ({
  line: text.slice(0, offset).split('\n').length,
  column: offset - text.lastIndexOf('\n', offset - 1),
})
