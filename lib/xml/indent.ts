/**
 * Sets an XML text on lines for reading, a document inside CDATA as well. Works on the text alone, so that what cannot
 * be parsed is shown as it came and nothing in it is lost or changed but the white space between tags.
 */
export const indentXml = (text: string): string => indentFrom(text, 0)

/** `base`: how deep the text stands in another one. Its first line follows what is there already. */
const indentFrom = (text: string, base: number): string => {
  const tokens = tokensOf(text)
  if (!tokens) return text
  const lines: string[] = []
  let depth = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? ''
    if (token.startsWith('</')) {
      depth -= 1
      if (depth < 0) return text
      lines.push(pad(depth) + token)
    } else if (isOpening(token)) {
      // An element that holds only text stays on one line with it.
      const close = closing(token)
      const [next = '', after = ''] = tokens.slice(index + 1, index + 3)
      if (next === close) {
        lines.push(pad(depth) + token + next)
        index += 1
      } else if (after === close && !isTag(next)) {
        lines.push(pad(depth) + token + inner(next, base + depth + 1) + after)
        index += 2
      } else {
        lines.push(pad(depth) + token)
        depth += 1
      }
    } else lines.push(pad(depth) + token.trim())
  }
  return depth === 0 ? lines.join(`\n${pad(base)}`) : text
}

const longest = 400_000
const pad = (depth: number) => '  '.repeat(Math.min(depth, 64))
const isTag = (token: string) => token.startsWith('<') && !token.startsWith('<![CDATA[')
const isOpening = (token: string) => /^<[A-Za-z_]/.test(token) && !token.endsWith('/>')
const closing = (token: string) => `</${/^<([^\s>]+)/.exec(token)?.[1] ?? ''}>`

/** A document inside CDATA goes on below its declaration, which has to come first, one step further in. */
const inner = (token: string, base: number): string => {
  const document = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(token)?.[1]
  if (!document?.trimStart().startsWith('<')) return token
  return `<![CDATA[${indentFrom(document, base)}]]>`
}

/** Tags, texts and sections in order; white space between tags is dropped. Undefined for what is no XML. */
const tokensOf = (text: string): string[] | undefined => {
  if (text.length > longest || !text.trimStart().startsWith('<')) return undefined
  const tokens: string[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    const before = text.slice(at, open < 0 ? undefined : open)
    if (before.trim() !== '') tokens.push(before)
    if (open < 0) break
    const close = ends.find(([start]) => text.startsWith(start, open))?.[1] ?? '>'
    const end = text.indexOf(close, open)
    if (end < 0) return undefined
    tokens.push(text.slice(open, end + close.length))
    at = end + close.length
  }
  return tokens
}

const ends: [start: string, close: string][] = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
]
