import type { CredentialSpec } from '@/lib/systems/types'

/** What a pasted `.env` file or JSON object says, matched with the credentials that a system knows. */
export type ReadCredentials = {
  recognised: { name: string; key: string; line: number | null; value: string }[]
  /** Keys that belong to no credential, and lines that say nothing readable. */
  unknown: { key: string; line: number | null; reason: string }[]
}

type Pair = { key: string; value: string; line: number | null }

export const readCredentials = (text: string, specs: readonly CredentialSpec[]): ReadCredentials => {
  const clean = text.replace(/^\uFEFF/, '')
  const { pairs, unread } = /^\s*[{[]/.test(clean) ? readJson(clean) : readDotEnv(clean)
  const result: ReadCredentials = { recognised: [], unknown: unread }
  for (const { key, value, line } of pairs) {
    const spec = specOf(key, specs)
    if (!spec) result.unknown.push({ key, line, reason: 'No credential of this system has this name.' })
    else if (value === '') result.unknown.push({ key, line, reason: 'It is empty, so it changes nothing.' })
    else {
      const earlier = result.recognised.find((one) => one.name === spec.name)
      if (earlier) {
        result.recognised.splice(result.recognised.indexOf(earlier), 1)
        result.unknown.push({
          key: earlier.key,
          line: earlier.line,
          reason: `${key} below it says the same and wins.`,
        })
      }
      result.recognised.push({ name: spec.name, key, line, value })
    }
  }
  result.unknown.sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
  return result
}

/** Words that people put before a name, in any order: whose API, which environment, which framework. */
const prefixes =
  /^(?:NEXTPUBLIC|REACTAPP|VITE|EXPOPUBLIC|APP(?!KEY|SECRET)|MPESA|DARAJA|SAFARICOM|SANDBOX|PRODUCTION|PROD|LIVE|TEST|ENV|B2C(?=INITIATOR|SHORT|PARTY|CONSUMER)|C2B(?=SHORT|CONSUMER))/

const plain = (key: string): string => key.toUpperCase().replace(/[^A-Z0-9]/g, '')

const specOf = (key: string, specs: readonly CredentialSpec[]): CredentialSpec | undefined => {
  // A JSON path is matched whole, then by ever shorter ends.
  const parts = key.split('.')
  for (let from = 0; from < parts.length; from++) {
    const found = specNamed(plain(parts.slice(from).join('')), specs)
    if (found) return found
  }
  return undefined
}

const specNamed = (name: string, specs: readonly CredentialSpec[]): CredentialSpec | undefined => {
  const found = specs.find(
    (spec) => plain(spec.name) === name || spec.envNames.some((envName) => plain(envName) === name),
  )
  if (found) return found
  const shorter = name.replace(prefixes, '')
  return shorter !== name && shorter !== '' ? specNamed(shorter, specs) : undefined
}

type Pairs = { pairs: Pair[]; unread: ReadCredentials['unknown'] }

const readJson = (text: string): Pairs => {
  const pairs: Pair[] = []
  const walk = (value: unknown, path: string[]): void => {
    if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    } else if (value !== null && value !== undefined) {
      pairs.push({ key: path.join('.'), value: String(value), line: null })
    }
  }
  try {
    walk(JSON.parse(text), [])
    return { pairs, unread: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown fault'
    // The message of the parser quotes the text around the fault, which may be a secret.
    const at = /line \d+ column \d+|position \d+/.exec(reason)?.[0]
    return {
      pairs,
      unread: [{ key: '', line: null, reason: `This is no valid JSON${at ? ` (${at})` : ''}.` }],
    }
  }
}

const readDotEnv = (text: string): Pairs => {
  const result: Pairs = { pairs: [], unread: [] }
  const lines = text.split(/\r\n|\n|\r/)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const number = index + 1
    if (/^\s*(#|;|\/\/|$)/.test(line)) continue
    const match = /^\s*(?:export\s+|set\s+)?["']?([\w.-]+)["']?\s*(?:=|:\s)\s*(.*)$/.exec(line)
    if (!match?.[1]) {
      result.unread.push({ key: '', line: number, reason: 'This line is not NAME=value.' })
      continue
    }
    const key = match[1]
    const rest = (match[2] ?? '')
      .trimEnd()
      .replace(/,$/, (comma) => (/^["']/.test(match[2] ?? '') ? '' : comma))
    const quote = /^["'`]/.exec(rest)?.[0]
    if (!quote) {
      result.pairs.push({ key, value: rest.replace(/(^|\s)#.*$/, '').trim(), line: number })
      continue
    }
    const closing = closeQuote(lines, index, rest, quote)
    if (!closing) {
      result.unread.push({ key, line: number, reason: `The quote ${quote} is not closed.` })
      continue
    }
    result.pairs.push({ key, value: closing.value, line: number })
    index = closing.lastIndex
  }
  return result
}

/** Finds the end of a quoted value, on this line or a later one. */
const closeQuote = (
  lines: string[],
  index: number,
  rest: string,
  quote: string,
): { value: string; lastIndex: number } | undefined => {
  let value = ''
  let text = rest.slice(1)
  for (let at = index; ; ) {
    for (let position = 0; position < text.length; position++) {
      const character = text[position]
      if (character === '\\' && quote === '"') {
        position++
        value += escaped(text[position] ?? '')
      } else if (character === quote) return { value, lastIndex: at }
      else value += character
    }
    at++
    const next = lines[at]
    if (next === undefined) return undefined
    value += '\n'
    text = next
  }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$' }
const escaped = (character: string): string => escapes[character] ?? `\\${character}`
