import { parseXml, type XmlElement } from '@/lib/xml/parse'

/** A message's body, read only when somebody asks for a part of it. */
export type Body = {
  text: string
  /** The value below a dotted path: texts, numbers, lists; undefined where there is none. An empty path is the text. */
  at(path: string): unknown
}

export const bodyOf = (text: string): Body => {
  let tree: { value: unknown } | undefined
  // Many cases ask for the same few parts.
  const found = new Map<string, unknown>()
  return {
    text,
    at(path) {
      if (path === '') return text === '' ? undefined : text
      if (found.has(path)) return found.get(path)
      tree ??= { value: treeOf(text) }
      const value = path.split('.').reduce(step, tree.value)
      found.set(path, value)
      return value
    },
  }
}

const treeOf = (text: string): unknown => {
  const start = text.trimStart()
  if (start === '') return undefined
  if (start.startsWith('<')) {
    const reading = parseXml(text)
    return 'root' in reading ? new Xml(reading.root) : undefined
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    return isForm(start) ? Object.fromEntries(new URLSearchParams(start)) : undefined
  }
}

/** The older checkout reports as a form. */
const isForm = (text: string) => /^[\w.+%-]+=[^&\s]*(&[\w.+%-]+=[^&\s]*)*\s*$/.test(text)

/** Marks an element among values of JSON. */
class Xml {
  constructor(readonly element: XmlElement) {}
}

const step = (value: unknown, name: string): unknown => {
  if (value instanceof Xml) {
    const found = descend(value.element, name.toLowerCase())
    return found && new Xml(found)
  }
  if (Array.isArray(value)) {
    const pair = pairsIn(value).find((each) => each.key === name)
    return pair ? pair.value : step(value[0], name)
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name]
  return pairsIn(value).find((each) => each.key === name)?.value
}

/** The next element of that name at any depth, documents that are carried as text included. */
const descend = (element: XmlElement, name: string): XmlElement | undefined => {
  for (const child of element.children) {
    if (child.local.toLowerCase() === name) return child
    const deeper = descend(child, name)
    if (deeper) return deeper
  }
  const inner = innerOf(element)
  if (!inner) return undefined
  return inner.local.toLowerCase() === name ? inner : descend(inner, name)
}

const inners = new WeakMap<XmlElement, { root?: XmlElement }>()

/** The document that an element carries as text. */
const innerOf = (element: XmlElement): XmlElement | undefined => {
  if (element.children.length > 0 || !element.text.trimStart().startsWith('<')) return undefined
  const known = inners.get(element)
  if (known) return known.root
  const reading = parseXml(element.text)
  const found = 'root' in reading ? { root: reading.root } : {}
  inners.set(element, found)
  return found.root
}

/** Key and value pairs, as `[{ Key, Value }]`, one object of it, or below one name more (`ResultParameter`). */
export const pairsIn = (value: unknown, depth = 0): { key: string; value: unknown }[] => {
  if (Array.isArray(value)) return value.flatMap((each) => pairsIn(each, depth))
  if (typeof value !== 'object' || value === null || value instanceof Xml) return []
  const record = value as Record<string, unknown>
  const key = record.Key ?? record.Name ?? record.name
  if (typeof key === 'string') return [{ key, value: record.Value ?? record.value }]
  if (depth > 0) return []
  return Object.values(record).flatMap((each) => (typeof each === 'object' ? pairsIn(each, depth + 1) : []))
}

/** As it is compared: trimmed text of an element, plain values as they are. */
export const plainOf = (value: unknown): unknown =>
  value instanceof Xml
    ? value.element.children.length > 0
      ? value.element.children.length
      : value.element.text.trim()
    : value
