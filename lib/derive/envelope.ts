import type { Json, Operation, XmlShape } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import { declaration, writeXml, type XmlNode } from '@/lib/xml/write'
import { wholeBodyKey } from './body'

/** The XML body as it goes out. Absent values are left out with what stood around them, blank ones are kept. */
export const envelopeOf = ({ envelope }: Pick<Operation, 'envelope'>, values: Values): string => {
  const whole = values[wholeBodyKey]
  if (typeof whole === 'string') return whole
  const node = envelope && nodeOf(envelope, values)
  return node ? writeXml(node) : declaration
}

const textOf = (value: Json | undefined): string | undefined =>
  value === undefined || value === null
    ? undefined
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

const nodeOf = (shape: XmlShape, values: Values): XmlNode | undefined => {
  const { tag: name, attributes, children = [] } = shape
  const opened = { name, ...(attributes && { attributes }) }
  if (shape.field !== undefined) {
    const text = textOf(values[shape.field])
    return text === undefined ? undefined : { ...opened, text }
  }
  if (shape.text !== undefined) return { ...opened, text: shape.text }
  if (
    hasField(shape) &&
    !holdsKept(shape) &&
    !fieldsOf(shape).some((field) => textOf(values[field]) !== undefined)
  )
    return undefined
  const nodes = children.flatMap((child) => nodeOf(child, values) ?? [])
  const [document] = nodes
  if (shape.isDocument) return document && { ...opened, cdata: writeXml(document) }
  return { ...opened, children: nodes }
}

/** Names of the fields that an element or what is inside it carries, in the order of the wire. */
export const fieldsOf = (shape: XmlShape): string[] =>
  shape.field === undefined ? (shape.children ?? []).flatMap(fieldsOf) : [shape.field]

const holdsKept = ({ isKept, children = [] }: XmlShape): boolean =>
  isKept === true || children.some(holdsKept)

const hasField = (shape: XmlShape): boolean => fieldsOf(shape).length > 0
