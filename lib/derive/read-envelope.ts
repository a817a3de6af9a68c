import type { Operation, XmlShape } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import { parseXml, type XmlElement } from '@/lib/xml/parse'
import { wholeBodyKey } from './body'

/**
 * Reads an XML body, such as one edited by hand, back into values; an error names the line. What has an element that the
 * entry does not know is kept whole, as text, so that it is sent as it was written.
 */
export const valuesOfEnvelope = (
  { envelope }: Pick<Operation, 'envelope'>,
  text: string,
): { values: Values } | { error: string; line?: number } => {
  const reading = parseXml(text)
  if ('error' in reading) return reading
  const found: Values = {}
  const unread: Unread[] = []
  const isKnown = envelope !== undefined && read(envelope, reading.root, found, unread)
  const [inner] = unread
  if (inner) {
    // Where the document inside begins, seen from the whole text.
    const before = text.slice(0, Math.max(0, text.indexOf('<![CDATA['))).split('\n').length - 1
    return { error: inner.error, ...(inner.line !== undefined && { line: before + inner.line }) }
  }
  return { values: isKnown ? found : { [wholeBodyKey]: text } }
}

type Unread = { error: string; line?: number }

const localOf = (tag: string) => tag.slice(tag.indexOf(':') + 1)

/** Capitals and prefixes differ between clients. */
const isCalled = (shape: XmlShape, element: XmlElement) =>
  localOf(shape.tag).toLowerCase() === element.local.toLowerCase()

/** False when something stands there that the shape cannot hold. */
const read = (shape: XmlShape, element: XmlElement, found: Values, unread: Unread[]): boolean => {
  if (!isCalled(shape, element)) return false
  if (shape.field !== undefined) {
    if (element.children.length > 0) return false
    found[shape.field] = element.text
    return true
  }
  if (shape.text !== undefined) return element.children.length === 0 && element.text.trim() === shape.text
  if (shape.isDocument) {
    const [document] = shape.children ?? []
    const inner = parseXml(element.text)
    if ('error' in inner) {
      unread.push(inner)
      return false
    }
    return document !== undefined && read(document, inner.root, found, unread)
  }
  if (element.text.trim() !== '') return false
  const left = [...(shape.children ?? [])]
  for (const child of element.children) {
    const index = left.findIndex((one) => isCalled(one, child) && hasFixedTexts(one, child))
    const [fitting] = index < 0 ? [] : left.splice(index, 1)
    if (!fitting || !read(fitting, child, found, unread)) return false
  }
  return true
}

/** Key and Value pairs share one element name: the text of the key tells which is meant. */
const hasFixedTexts = (shape: XmlShape, element: XmlElement): boolean =>
  (shape.children ?? []).every(
    (part) =>
      part.text === undefined ||
      element.children.some((child) => isCalled(part, child) && child.text.trim() === part.text),
  )
