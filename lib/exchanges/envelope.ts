import type { Operation, XmlShape } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import { parseXml, type XmlElement } from '@/lib/xml/parse'
import type { Unread } from './types'
import { nearestName } from './unread'

/** What an envelope holds, by the names of an operation's fields, and the elements that nobody reads. */
export type EnvelopeReading = { values: Values; unread: Unread[] }

const localOf = (tag: string) => tag.slice(tag.indexOf(':') + 1)

/** `Key` and `Value` pairs share one element: the text of the key tells which is meant. */
const keyOf = (shape: XmlShape): string | undefined =>
  shape.children?.find(({ tag, text }) => text !== undefined && text !== '' && localOf(tag) === 'Key')?.text

const keyIn = (element: XmlElement): string | undefined =>
  element.children.find(({ local }) => /^(key|name)$/i.test(local))?.text.trim()

const isMeant = (shape: XmlShape, element: XmlElement): boolean => {
  if (localOf(shape.tag).toLowerCase() !== element.local.toLowerCase()) return false
  const key = keyOf(shape)
  return key === undefined || key.toLowerCase() === keyIn(element)?.toLowerCase()
}

/** As `Parameter "Amount"` or `spId`. */
const nameOf = (element: XmlElement) => keyIn(element) ?? element.local

const walk = (shape: XmlShape, element: XmlElement, found: EnvelopeReading): void => {
  if (shape.field !== undefined) {
    found.values[shape.field] = element.text.trim()
    return
  }
  const children = shape.isDocument ? documentsIn(element) : element.children
  const shapes = [...(shape.children ?? [])]
  const strange: XmlElement[] = []
  for (const child of children) {
    const index = shapes.findIndex((one) => isMeant(one, child))
    const [fitting] = index < 0 ? [] : shapes.splice(index, 1)
    if (fitting) walk(fitting, child, found)
    else strange.push(child)
  }
  const open = shapes.map((one) => keyOf(one) ?? localOf(one.tag))
  // Text that was fixed, such as a key, is no value.
  if (shape.text !== undefined) return
  for (const child of strange) found.unread.push(unreadOf(nameOf(child), open, element.local))
}

const unreadOf = (name: string, open: readonly string[], within: string): Unread => {
  const meant = nearestName(name, open)
  return {
    name: name.slice(0, 80),
    ...(meant !== undefined && { meant }),
    sentence:
      meant === undefined
        ? `Nobody reads it inside ${within}.`
        : `Nobody reads it inside ${within}. Was ${meant} meant?`,
  }
}

const documentsIn = (element: XmlElement): XmlElement[] => {
  if (element.children.length > 0) return element.children
  const reading = parseXml(element.text)
  return 'root' in reading ? [reading.root] : []
}

/** Reads an envelope as far as it goes, whatever else stands in it. */
export const readEnvelope = ({ envelope }: Operation, text: string): EnvelopeReading => {
  const found: EnvelopeReading = { values: {}, unread: [] }
  const reading = parseXml(text)
  if (envelope && 'root' in reading && isMeant(envelope, reading.root)) walk(envelope, reading.root, found)
  return found
}
