import type { XmlElement } from './parse'

/** The first child of that local name; other capitals are accepted where no exact name is there. */
export const childOf = (element: XmlElement | undefined, ...names: string[]): XmlElement | undefined => {
  if (!element) return undefined
  for (const name of names) {
    const found = element.children.find(({ local }) => local === name)
    if (found) return found
  }
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return element.children.find(({ local }) => wanted.has(local.toLowerCase()))
}

export const childrenOf = (element: XmlElement | undefined, ...names: string[]): XmlElement[] => {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return element?.children.filter(({ local }) => wanted.has(local.toLowerCase())) ?? []
}

/** Trimmed text of a child; undefined when it is missing or empty. */
export const childText = (element: XmlElement | undefined, ...names: string[]): string | undefined => {
  const text = childOf(element, ...names)?.text.trim()
  return text === '' ? undefined : text
}

/** The first element of that local name at any depth, the element itself included. */
export const findElement = (element: XmlElement, name: string): XmlElement | undefined => {
  if (element.local.toLowerCase() === name.toLowerCase()) return element
  for (const child of element.children) {
    const found = findElement(child, name)
    if (found) return found
  }
  return undefined
}
