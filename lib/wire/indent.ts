/** Deeper than this, lines are not indented further: a hostile body must not become gigabytes of spaces. */
const deepest = 40
/** Deeper than this, nothing is for eyes: it stays as it came. */
const tooDeep = 1000

/**
 * Indents JSON without reading its values: `1.0` stays `1.0` and a number of twenty digits keeps them all, which
 * `JSON.stringify(JSON.parse(…))` would not do. The text must already be valid JSON.
 */
export const indentJson = (text: string): string => {
  let out = ''
  let depth = 0
  let at = 0
  const line = () => `\n${'  '.repeat(Math.min(depth, deepest))}`
  while (at < text.length) {
    const character = text[at] as string
    if (character === '"') {
      const end = endOfString(text, at)
      out += text.slice(at, end)
      at = end
      continue
    }
    at += 1
    if (character === '{' || character === '[') {
      const closing = nextMeaningful(text, at)
      if (text[closing] === '}' || text[closing] === ']') {
        out += character + text[closing]
        at = closing + 1
        continue
      }
      depth += 1
      if (depth > tooDeep) return text
      out += character + line()
    } else if (character === '}' || character === ']') {
      depth -= 1
      out += line() + character
    } else if (character === ',') {
      out += character + line()
    } else if (character === ':') {
      out += ': '
    } else if (!/\s/.test(character)) {
      out += character
    }
  }
  return out
}

const endOfString = (text: string, start: number): number => {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

const nextMeaningful = (text: string, from: number): number => {
  let at = from
  while (at < text.length && /\s/.test(text[at] as string)) at += 1
  return at
}
