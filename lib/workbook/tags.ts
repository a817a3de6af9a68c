import { unescapeXml } from '@/lib/xml/parse'

/** A tag of an XML text with the place where it stands, so that the text around it can be left alone. */
export type Tag = {
  kind: 'open' | 'close' | 'empty'
  /** As written, prefix included. */
  name: string
  local: string
  start: number
  end: number
}

export class UnfitXml extends Error {}

/**
 * The tags of a document in order. Comments, CDATA and processing instructions are stepped over; declarations of types
 * and entities are refused, so nothing can be expanded or fetched.
 */
export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<Tag> {
  let at = xml.indexOf('<', from)
  while (at >= 0 && at < to) {
    const next = xml[at + 1]
    if (next === '!' || next === '?') {
      at = xml.indexOf('<', endOfSpecial(xml, at))
      continue
    }
    const end = endOfTag(xml, at)
    const isClose = next === '/'
    const name = /^[^\s/>]+/.exec(xml.slice(at + (isClose ? 2 : 1), Math.min(end, at + 200)))?.[0]
    if (!name) throw new UnfitXml('It holds XML that is not well-formed.')
    const kind = isClose ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open'
    yield { kind, name, local: name.slice(name.indexOf(':') + 1), start: at, end }
    at = xml.indexOf('<', end)
  }
}

const endOfSpecial = (xml: string, at: number): number => {
  const close = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml.startsWith('<?', at)
        ? '?>'
        : undefined
  if (!close) throw new UnfitXml('It declares XML types or entities, which no workbook does.')
  const end = xml.indexOf(close, at)
  if (end < 0) throw new UnfitXml('It holds XML that is not finished.')
  return end + close.length
}

/** Just after the `>`; one inside an attribute's quotes does not count. */
const endOfTag = (xml: string, at: number): number => {
  let quote = ''
  for (let index = at + 1; index < xml.length; index += 1) {
    const character = xml[index] ?? ''
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index + 1
    else if (character === '<') break
  }
  throw new UnfitXml('It holds XML that is not well-formed.')
}

/** By local name, except that a prefixed one (`r:id`) keeps its prefix as well. */
export const attributesOf = (xml: string, tag: Tag): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of xml
    .slice(tag.start, tag.end)
    .matchAll(/\s([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[name] = unescapeXml(double ?? single ?? '')
  }
  return found
}

/** The text of an element without children of interest: CDATA as it is, the rest unescaped, tags left out. */
export const textIn = (xml: string, from: number, to: number): string =>
  xml
    .slice(from, to)
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[')
        ? piece.slice(9, -3)
        : unescapeXml(piece.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')),
    )
    .join('')
