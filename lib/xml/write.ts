/** An element to be written. Children, text and CDATA exclude each other. */
export type XmlNode = {
  name: string
  attributes?: Readonly<Record<string, string>>
  children?: readonly XmlNode[]
  text?: string
  /** Carried as it is inside CDATA. */
  cdata?: string
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

/** Characters that XML 1.0 cannot carry at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export const escapeXml = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')

const escapeAttribute = (text: string) =>
  escapeXml(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

/** A closing mark inside the text is parted over two sections. */
const cdataOf = (text: string) =>
  `<![CDATA[${text.replace(forbidden, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

const openingOf = ({ name, attributes = {} }: XmlNode) =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeAttribute(value)}"`)].join(' ')

const linesOf = (node: XmlNode, indent: string): string[] => {
  const opening = openingOf(node)
  if (node.cdata !== undefined) return [`${indent}<${opening}>${cdataOf(node.cdata)}</${node.name}>`]
  if (node.text !== undefined) return [`${indent}<${opening}>${escapeXml(node.text)}</${node.name}>`]
  if (!node.children?.length) return [`${indent}<${opening}/>`]
  return [
    `${indent}<${opening}>`,
    ...node.children.flatMap((child) => linesOf(child, `${indent}  `)),
    `${indent}</${node.name}>`,
  ]
}

/** A whole document, an element a line. */
export const writeXml = (root: XmlNode): string => [declaration, ...linesOf(root, '')].join('\n')
