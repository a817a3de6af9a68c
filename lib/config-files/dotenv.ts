import { parse } from 'dotenv'
import { meaningOf } from './meaning'
import type { ConfigFile, Setting, Unread } from './types'

/** What other shells and files write before a name. */
const openings =
  /^(\s*)(?:export\s+|set\s+(?:-\w+\s+)?|setx?\s+|declare\s+-x\s+|\$env:|ENV\s+|ARG\s+)(?=["']?[A-Za-z_])/i

const assignment = /^(\s*)["']?([A-Za-z_][\w.-]*)["']?\s*(=|:\s)/

/** `set -x NAME value`, `setenv NAME value` and a Dockerfile's `ENV NAME value` have a blank for the sign. */
const blankSign = /^(\s*)(?:set\s+-\w*x\w*|setenv|ENV)\s+([A-Za-z_]\w*)\s+(?!=)(?=\S)/

/** A letter of no language, for a sharp that starts no comment because no blank stands before it. */
const sharp = '\uE000'
const tag = (line: number): string => `__jaribu_line_${line}`
const tags = /__jaribu_line_\d+/g

/**
 * The parser tells neither lines nor what was said twice. Names are therefore given their line before it reads them,
 * and lose it afterwards.
 */
export const readDotenv = (text: string): ConfigFile => {
  const { lines, starts, unread } = markWhole(text.split('\n'))
  const values = parse(lines.join('\n'))
  const settings = starts.flatMap(({ key, line, section, heading, raw }): Setting[] => {
    const read = values[`${key}${tag(line)}`]
    if (read === undefined) return []
    const value = restored(read, raw)
    const quote = /^["'`]/.exec(value)?.[0]
    if (quote && !value.slice(1).includes(quote)) {
      unread.push({ key, line, reason: `The quote ${quote} is not closed.` })
      return []
    }
    const path = section === '' ? [key] : [...section.split('.'), key]
    return [
      { path, where: path.join('.'), line, ...meaningOf(value), context: heading === '' ? [] : [heading] },
    ]
  })
  return { format: '.env file', settings, requests: [], unread }
}

/** `heading` is the short remark above: people part the values of sandbox and production by one. */
type Start = { key: string; line: number; section: string; heading: string; raw: string }
type Marked = {
  lines: string[]
  starts: Start[]
  unread: Unread[]
  unclosed?: { line: number; quote: string }
}

const mostUnclosed = 50

/** A quote that nothing closes takes its own line away, not all that stand below it. */
const markWhole = (given: readonly string[]): Marked => {
  const lines = [...given]
  const lost: Unread[] = []
  for (let round = 0; ; round++) {
    const marked = mark(lines)
    const { unclosed } = marked
    if (!unclosed || round === mostUnclosed) return { ...marked, unread: [...marked.unread, ...lost] }
    const key = assignment.exec((lines[unclosed.line - 1] ?? '').replace(openings, '$1'))?.[2] ?? ''
    lost.push({ key, line: unclosed.line, reason: `The quote ${unclosed.quote} is not closed.` })
    lines[unclosed.line - 1] = ''
  }
}

const mark = (given: readonly string[]): Marked => {
  const starts: Start[] = []
  const unread: Unread[] = []
  let section = ''
  let heading = ''
  let open: string | undefined
  let openedAt = 0
  const lines = given.map((whole, index) => {
    const line = index + 1
    if (open !== undefined) {
      if (hasQuote(whole, open)) open = undefined
      return whole
    }
    if (/^\s*(?:#|;|\/\/|rem\s|$)/i.test(whole)) {
      heading = headingIn(whole) ?? heading
      return ''
    }
    const bracketed = /^\s*\[([^\]=]+)\]\s*$/.exec(whole)
    if (bracketed?.[1]) {
      section = bracketed[1].trim()
      heading = ''
      return ''
    }
    const bare = whole
      .replace(blankSign, '$1$2=')
      .replace(openings, '$1')
      .replace(/^\s*"(\w+=[^"]*)"\s*$/, '$1')
    const found = assignment.exec(bare)
    if (!found?.[2]) {
      unread.push({ key: '', line, reason: 'This line is not NAME=value.' })
      return ''
    }
    const raw = bare.slice(found[0].length).trimStart()
    open = opened(raw)
    openedAt = line
    starts.push({ key: found[2], line, section, heading, raw })
    return `${found[2]}${tag(line)}=${raw.replace(/(?<=[^\s"'`])#/g, sharp)}`
  })
  return { lines, starts, unread, ...(open !== undefined && { unclosed: { line: openedAt, quote: open } }) }
}

/** A remark of at most four words; a sentence is about something, a name is over something. */
const headingIn = (line: string): string | undefined => {
  const text = line.replace(/^[\s#;/=*_-]+|[\s#=*:_-]+$/g, '')
  return /^[\w()'-]+(?:\s+[\w()'-]+){0,3}$/.test(text) ? text : undefined
}

const hasQuote = (text: string, quote: string): boolean =>
  quote === '"' ? /(?:^|[^\\])(?:\\\\)*"/.test(text) : text.includes(quote)

/** The quote that this value opens and leaves open. */
const opened = (raw: string): string | undefined => {
  const quote = /^["'`]/.exec(raw)?.[0]
  return quote && !hasQuote(raw.slice(1), quote) ? quote : undefined
}

/** The parser leaves the escapes of a double-quoted value in, all but those of line ends. */
const restored = (value: string, raw: string): string => {
  const plain = value.replaceAll(sharp, '#').replace(tags, '')
  return raw.startsWith('"') ? plain.replace(/\\(["$\\`])/g, '$1') : plain
}
