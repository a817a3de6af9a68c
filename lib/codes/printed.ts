import type { Json } from '@/lib/catalogue/types'

/**
 * Reads a structure as a program printed it, whatever its language: JSON with flaws, JavaScript, Python, Ruby, PHP
 * (`print_r`, `var_dump`, `var_export`), Go, Java's and Kotlin's `toString`. They share brackets, pairs and quotes and
 * differ in the signs between them, so one generous reader takes all of them. It reads values in, and runs none.
 */
export const readPrinted = (text: string, from: number): { value: Json; end: number } | undefined => {
  const reader = readerAt(text, from)
  const value = readContainer(reader)
  return value === undefined ? undefined : { value, end: reader.at }
}

/** Types that PHP prints, of which some are two words or have signs in them. */
const phpTypes = String.raw`(?:array|stdClass Object|object\([\w\\]{1,60}\)#\d{1,9})`
/** How many members there are, as some print it. */
const count = String.raw`\(\d{1,9}\)`
const typeName = String.raw`&?[A-Za-z_][\w.]{0,60}`

/** Where a printed structure may begin: a bracket, with the name of its type before it. */
export const printedStart = new RegExp(
  String.raw`(?:(?:${phpTypes}|${typeName})\s{0,20}(?:${count}\s{0,20})?)?[{[(]`,
  'g',
)

/**
 * `isBroken`: a bracket stays open or stands too deep, so whatever holds it is none either. `isName`: where nothing but
 * blanks stands between two pairs, the next one is told by its name.
 */
type Reader = {
  text: string
  at: number
  depth: number
  isBroken: boolean
  isName?: ((name: string) => boolean) | undefined
}

const readerAt = (text: string, at: number, isName?: Reader['isName']): Reader => ({
  text,
  at,
  depth: 0,
  isBroken: false,
  isName,
})

type Entry = { key?: string; value: Json }

const closes: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' }

/** Deeper structures are none of a provider's. */
const deepest = 40
const mostEntries = 2000

/** Names of types that stand before a bracket, of which a Go value has one in brackets of its own. */
const typeBefore = new RegExp(
  String.raw`(?:\([\w.*]{1,60}\)\s{0,3}(?=\{)|${phpTypes}\s{0,20}(?:${count}\s{0,20})?|map\[[\w.]+\][\w.{}]+|%(?:[A-Z][\w.]{0,60})?(?=\{)|${typeName}(?: {0,2}(?=\{)|(?:${count} {0,2})?))?(?=[{[(])`,
  'iy',
)

const matchAt = (reader: Reader, pattern: RegExp): string | undefined => {
  pattern.lastIndex = reader.at
  return pattern.exec(reader.text)?.[0]
}

const take = (reader: Reader, pattern: RegExp): string | undefined => {
  const found = matchAt(reader, pattern)
  if (found !== undefined) reader.at += found.length
  return found
}

const blanks = /[\s\u00a0]+/y
const skipBlanks = (reader: Reader) => take(reader, blanks)

const readContainer = (reader: Reader): Json | undefined => {
  take(reader, typeBefore)
  const close = closes[reader.text[reader.at] ?? '']
  if (close === undefined || reader.depth >= deepest) return broken(reader)
  reader.at += 1
  reader.depth += 1
  const entries = readEntries(reader, close)
  reader.depth -= 1
  return entries && built(entries)
}

const broken = (reader: Reader): undefined => {
  reader.isBroken = true
  return undefined
}

const separators = /[\s\u00a0,;]+/y

const readEntries = (reader: Reader, close: string): Entry[] | undefined => {
  const entries: Entry[] = []
  for (;;) {
    take(reader, separators)
    if (reader.isBroken || reader.at >= reader.text.length || entries.length >= mostEntries)
      return broken(reader)
    if (reader.text[reader.at] === close) {
      reader.at += 1
      return entries
    }
    const start = reader.at
    entries.push(readEntry(reader, close))
    if (reader.at === start) return broken(reader)
  }
}

/** `"name":`, `'name' =>`, `[name] =>`, `["name"]=>`, `:name=>`, `name=`, `name:`. */
const keyForms =
  /(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|\[\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\]\n"']{1,80}))(?::(?:protected|private|"[^"]*":private))?\s*\]|:?([A-Za-z_@$][\w.-]*|\d+))\s*(=>|[:=])(?![:=]|\/\/)[^\S\n]*/y

const readEntry = (reader: Reader, close: string): Entry => {
  keyForms.lastIndex = reader.at
  const found = keyForms.exec(reader.text)
  if (!found) return { value: readValue(reader, close, false) }
  reader.at += found[0].length
  const [, double, single, bracketDouble, bracketSingle, bracket, bare] = found
  const key = double ?? single ?? bracketDouble ?? bracketSingle ?? bracket ?? bare ?? ''
  return { key, value: readValue(reader, close, true) }
}

/** What `var_dump` writes before a value: `int(0)`, `string(5) "…"`. */
const dumped = /(int|float|double|bool)\(([^()\n]*)\)/y
const dumpedString = /string\(\d+\)\s*(?=")/y
/** And Go's dumpers: `(int) 1032`, `(string) (len=3) "abc"`. */
const goType = /\((?:string|bool|u?int\d*|float\d+)\)\s*(?:\(len=\d+\)\s*)?/y

const onNextLine =
  /\s*(?:["'`{(]|\[(?!["']?\w+["']?\]\s*=>)|(?:int|float|double|bool|string|array|object|Array|stdClass Object|NULL)\b)/y

const readValue = (reader: Reader, close: string, isPair: boolean): Json => {
  // An empty value ends at its line; what a dump writes stands on the next one.
  if (matchAt(reader, onNextLine) !== undefined) skipBlanks(reader)
  dumped.lastIndex = reader.at
  const number = dumped.exec(reader.text)
  if (number) {
    reader.at += number[0].length
    return scalar(number[2] ?? '')
  }
  take(reader, dumpedString)
  take(reader, goType)
  if (startsContainer(reader)) return readContainer(reader) ?? null
  return readQuoted(reader) ?? scalar(readBare(reader, close, isPair))
}

/** A word before a bracket is a type only where nothing stands between; a sentence with a bracket in it is none. */
const startsContainer = (reader: Reader): boolean => matchAt(reader, typeBefore) !== undefined

const quoted = /(?:[bu]|@)?("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S]|'(?=\w))*'|`[^`]*`)/y

const readQuoted = (reader: Reader): string | undefined => {
  const found = take(reader, quoted)
  if (found === undefined) return undefined
  const inner = found.replace(/^[bu@]/, '').slice(1, -1)
  return inner.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, sign: string) => unescaped(sign))
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '0': '\0' }

const unescaped = (sign: string): string =>
  sign.length === 5 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (escapes[sign] ?? sign)

/** Where the next pair begins although no sign stands before it: Go, `key=value` lines, `print_r` on one line. */
const nextPair = /\s+(?:\[["']?\w+["']?\]\s*=>|[A-Za-z_][\w.]*(?:=(?!=)|:(?=\S)))/y
/** What follows a sign that parts two values, so that a comma within a sentence parts nothing. */
const afterSign = /[,;]\s*(?:$|[\]})]|["'[:]?[A-Za-z_@$][\w.-]*["'\]]*\s*(?:=>|[:=])|["'])/y

const spacedPair = /[\s|]+["'[:]{0,3}([A-Za-z_][\w.]{0,60})["'\]]{0,3}[^\S\n]{0,3}(?:=>|[:=])/y

/** `ResultCode: 2001 ResultDesc: The initiator …`: what a log writes on one line, with a blank or a bar between. */
const isBeforeName = ({ text, at, isName }: Reader): boolean => {
  if (!isName) return false
  spacedPair.lastIndex = at
  const name = spacedPair.exec(text)?.[1]
  return name !== undefined && isName(name)
}

const longestBare = 4000

/** Text without quotes ends at the line, at the bracket, or where the next pair begins. */
const readBare = (reader: Reader, close: string, isPair: boolean): string => {
  const { text } = reader
  const start = reader.at
  let open = 0
  for (; reader.at < text.length && reader.at - start < longestBare; reader.at++) {
    const sign = text[reader.at] ?? ''
    if (sign === '\n') break
    if (closes[sign] === close) open += 1
    else if (sign === close && open-- === 0) break
    else if (sign === ',' || sign === ';') {
      if (!isPair || matchAt(reader, afterSign) !== undefined) break
    } else if (
      isPair &&
      reader.at > start &&
      /\S/.test(text[reader.at - 1] ?? '') &&
      (matchAt(reader, nextPair) !== undefined || isBeforeName(reader))
    )
      break
  }
  return text.slice(start, reader.at)
}

const scalar = (text: string): Json => {
  const value = text.trim()
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(value)) return Number(value)
  if (/^true$/i.test(value)) return true
  if (/^false$/i.test(value)) return false
  if (/^(?:null|nil|none|undefined|<nil>)$/i.test(value)) return null
  return value
}

/** Pairs make an object, and values alone a list; so do pairs that only count. */
const built = (entries: readonly Entry[]): Json => {
  const isList = entries.every(({ key }, index) => key === undefined || key === String(index))
  return isList
    ? entries.map(({ value }) => value)
    : Object.fromEntries(entries.map(({ key, value }, index) => [key ?? String(index), value]))
}

const wireName = /["'[:]{0,3}([A-Za-z_][\w.]{0,60})["'\]]{0,3}\s{0,20}(?:=>|[:=])/g

const mostPairs = 400

/**
 * Pairs that stand in a text without brackets around them, as loggers write them: one object for each time a name comes
 * again. Only names that `isKnown` count, so that a sentence with a colon is none.
 */
export const readLoosePairs = (text: string, isKnown: (name: string) => boolean): Record<string, Json>[] => {
  const found: Record<string, Json>[] = []
  let current: Record<string, Json> = {}
  let pairs = 0
  for (const match of text.matchAll(wireName)) {
    const [, name = ''] = match
    if (!isKnown(name)) continue
    if (++pairs > mostPairs) break
    const reader = readerAt(text, match.index, isKnown)
    const { key, value } = readEntry(reader, '\n')
    if (key === undefined) continue
    if (Object.hasOwn(current, key)) {
      found.push(current)
      current = {}
    }
    current[key] = value
  }
  return [...found, current].filter((pairs) => Object.keys(pairs).length > 0)
}
