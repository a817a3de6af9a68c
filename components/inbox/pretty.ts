import { indentJson } from '@/lib/wire/indent'

export type Pretty = { text: string; language: 'json' | 'xml' | 'text' }

/** Deeper than this, indentation stops growing: a hostile body must not become megabytes of spaces. */
const deepest = 40
const indent = (depth: number) => `\n${'  '.repeat(Math.min(depth, deepest))}`

/** A body indented for reading. Every value stays as it was written: `1.00` is not made `1`, no digit is rounded. */
export const prettyBody = (body: string, contentType: string): Pretty => {
  const start = body.trimStart()[0]
  if (start === '{' || start === '[') {
    const text = prettyJson(body)
    if (text !== undefined) return { text, language: 'json' }
  }
  if (start === '<') {
    const text = prettyXml(body)
    if (text !== undefined) return { text, language: 'xml' }
  }
  if (/^application\/x-www-form-urlencoded/i.test(contentType))
    return { text: prettyForm(body), language: 'text' }
  return { text: body, language: 'text' }
}

/** Undefined when it is not JSON. */
export const prettyJson = (body: string): string | undefined => {
  try {
    JSON.parse(body)
  } catch {
    return undefined
  }
  return indentJson(body)
}

type XmlToken = { kind: 'open' | 'close' | 'single' | 'text'; text: string }

const delimiters: [start: string, end: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/** Cuts at tags only; nothing is resolved, expanded or fetched. Undefined when a tag does not end. */
const xmlTokens = (body: string): XmlToken[] | undefined => {
  const tokens: XmlToken[] = []
  let at = 0
  while (at < body.length) {
    if (body[at] !== '<') {
      const end = body.indexOf('<', at)
      const text = body.slice(at, end < 0 ? undefined : end)
      if (text.trim() !== '') tokens.push({ kind: 'text', text })
      at = end < 0 ? body.length : end
      continue
    }
    const special = delimiters.find(([start]) => body.startsWith(start, at))
    const end = special ? body.indexOf(special[1], at + special[0].length) : endOfTag(body, at)
    if (end < 0) return undefined
    const stop = end + (special ? special[1].length : 1)
    const text = body.slice(at, stop)
    const kind = special
      ? special[0] === '<![CDATA['
        ? 'text'
        : 'single'
      : text.startsWith('</')
        ? 'close'
        : text.endsWith('/>')
          ? 'single'
          : 'open'
    tokens.push({ kind, text })
    at = stop
  }
  return tokens
}

/** A `>` inside a quoted attribute does not end the tag. */
const endOfTag = (text: string, from: number): number => {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? ''
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
  }
  return -1
}

/** Undefined when the tags do not pair up. Text stays on the line of its element. */
export const prettyXml = (body: string): string | undefined => {
  const tokens = xmlTokens(body.trim())
  if (!tokens) return undefined
  const parts: string[] = []
  let depth = 0
  /** Whether the line so far holds an element with text, which closes on the same line. */
  let inText = false
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'text') {
      parts.push(token.text)
      inText = true
      continue
    }
    if (token.kind === 'close') {
      depth--
      if (depth < 0) return undefined
      const empty = tokens[index - 1]?.kind === 'open'
      if (!inText && !empty) parts.push(indent(depth))
      inText = false
    } else if (index > 0) {
      parts.push(indent(depth))
      inText = false
    }
    parts.push(token.text)
    if (token.kind === 'open') depth++
  }
  return depth === 0 ? parts.join('') : undefined
}

/** One name and value a line, decoded where they decode. */
const prettyForm = (body: string): string =>
  body
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0
        ? formDecoded(pair)
        : `${formDecoded(pair.slice(0, at))} = ${formDecoded(pair.slice(at + 1))}`
    })
    .join('\n')

const formDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
