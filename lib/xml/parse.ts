import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element as it was read. Names are compared without their prefix, because senders choose prefixes freely. */
export type XmlElement = {
  /** As written, prefix included. */
  name: string
  /** Without the prefix. */
  local: string
  /** The namespace that is in force for it. */
  namespace: string | undefined
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own text, CDATA included, as written between the tags. */
  text: string
}

type XmlFault = { error: string; line?: number; column?: number }
export type XmlReading = { root: XmlElement } | XmlFault

/** Longer messages are no message of a payment. */
const longest = 1_048_576
const deepest = 64
const mostElements = 20_000

/**
 * Reads one document. Declarations of types or entities are refused, references to entities other than the five of XML
 * and numbers stay as written, and nothing outside the text is ever fetched. Never throws.
 */
export const parseXml = (source: string | Uint8Array): XmlReading => {
  const decoded = typeof source === 'string' ? { text: source } : decodeXml(source)
  if ('error' in decoded) return decoded
  // Some senders leave white space or a byte order mark before the declaration.
  const lead = /^[\uFEFF\s]*/.exec(decoded.text)?.[0] ?? ''
  const skipped = linesIn(lead) - 1
  const text = decoded.text.slice(lead.length)
  const unfit = surveyed(text)
  if (unfit) return shifted(unfit, skipped)
  try {
    const checked = XMLValidator.validate(text)
    if (checked !== true) {
      const { msg, line, col } = checked.err
      return shifted({ error: msg, line, column: col }, skipped)
    }
    const [first, ...rest] = (parser.parse(text) as Node[]).filter((node) => tagOf(node) !== undefined)
    if (!first || rest.length > 0) return { error: 'A document has exactly one outermost element.' }
    return { root: elementOf(first, {}) }
  } catch {
    return { error: 'This is not well-formed XML.' }
  }
}

const shifted = (found: XmlFault, by: number): XmlFault =>
  found.line === undefined ? found : { ...found, line: found.line + by }

const linesIn = (text: string) => text.split('\n').length

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  maxNestedTags: deepest,
})

/**
 * One pass before anything is parsed: what is dangerous, too much or unfinished is found without following it. Answers
 * undefined when the text may be parsed.
 */
const surveyed = (text: string): XmlFault | undefined => {
  if (text.length > longest) return { error: 'The document is longer than a megabyte.' }
  if (text.trim() === '') return { error: 'There is no document.', line: 1 }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none of these
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return { error: 'It holds control characters.' }
  const problem = (error: string, at: number): XmlFault => ({
    error,
    line: linesIn(text.slice(0, at)),
    column: at - text.lastIndexOf('\n', at - 1),
  })
  let depth = 0
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skip = skipped.find(({ open }) => text.startsWith(open, at))
    const end = text.indexOf(skip?.close ?? '>', at)
    if (end < 0) return problem(skip ? `${skip.name} is not closed.` : 'A tag is not closed.', at)
    if (!skip) {
      if (text[at + 1] === '!') return problem('Declarations of types and entities are not allowed.', at)
      if (text[at + 1] === '/') depth -= 1
      else {
        count += 1
        if (text[end - 1] !== '/') depth += 1
      }
      if (depth > deepest) return problem(`Elements are nested more than ${deepest} deep.`, at)
      if (count > mostElements) return problem(`There are more than ${mostElements} elements.`, at)
    }
    at = end + 1
  }
  return undefined
}

const skipped = [
  { open: '<![CDATA[', close: ']]>', name: 'A CDATA section' },
  { open: '<!--', close: '-->', name: 'A comment' },
  { open: '<?', close: '?>', name: 'A processing instruction' },
]

/** What the library hands out in order: one tag name as a key, its children as a list, attributes beside them. */
type Node = { [tag: string]: unknown }

const attributesKey = ':@'

const tagOf = (node: Node): string | undefined =>
  Object.keys(node).find((key) => key !== attributesKey && !key.startsWith('#'))

const elementOf = (node: Node, outer: Readonly<Record<string, string>>): XmlElement => {
  const name = tagOf(node) ?? ''
  const attributes = Object.fromEntries(
    Object.entries((node[attributesKey] ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      unescapeXml(String(value)),
    ]),
  )
  const scope = { ...outer }
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xmlns') scope[''] = value
    else if (key.startsWith('xmlns:')) scope[key.slice(6)] = value
  }
  const colon = name.indexOf(':')
  const children: XmlElement[] = []
  let text = ''
  for (const child of (node[name] ?? []) as Node[]) {
    if ('#text' in child) text += unescapeXml(String(child['#text']))
    else if ('#cdata' in child) text += cdataOf(child['#cdata'])
    else if (tagOf(child) !== undefined) children.push(elementOf(child, scope))
  }
  return {
    name,
    local: name.slice(colon + 1),
    namespace: scope[colon < 0 ? '' : name.slice(0, colon)],
    attributes,
    children,
    text,
  }
}

const cdataOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((part) => ('#text' in Object(part) ? String((part as Node)['#text']) : '')).join('')
    : String(value)

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five names of XML and numbered characters. Any other reference stays as it is written: it is text, not an order. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:([a-z]{2,4})|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (whole, name, decimal, hex) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff)
    return isCharacter && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })

/** Bytes as text, by byte order mark or declaration; an encoding that is not spoken here is an error. */
const decodeXml = (bytes: Uint8Array): { text: string } | { error: string } => {
  if (bytes.length > longest) return { error: 'The document is longer than a megabyte.' }
  const label = encodingOf(bytes)
  if (!label) return { error: 'The encoding of the document is not known here.' }
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    return { error: `The bytes are not ${label}.` }
  }
}

const encodings: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-8',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
}

const encodingOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /<\?xml[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1]
  return declared === undefined ? 'utf-8' : encodings[declared.toLowerCase()]
}
