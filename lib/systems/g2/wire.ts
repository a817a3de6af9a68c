import { parseXml, type XmlElement } from '@/lib/xml/parse'
import { childOf, childText } from '@/lib/xml/tree'
import type { Pair } from '../shared/sentences'

/** A SOAP message: what its body holds, and the header beside it. */
export type Soap = { header: XmlElement | undefined; content: XmlElement }

/** Undefined for whatever is no SOAP envelope with something in its body. Never throws. */
export const readSoap = (source: string | Uint8Array): Soap | undefined => {
  if (!startsLikeXml(source)) return undefined
  const reading = parseXml(source)
  if ('error' in reading || reading.root.local.toLowerCase() !== 'envelope') return undefined
  const [content] = childOf(reading.root, 'Body')?.children ?? []
  return content && { header: childOf(reading.root, 'Header'), content }
}

/** Most captured bodies are no XML: they are told apart before anything is decoded. */
const startsLikeXml = (source: string | Uint8Array): boolean => {
  if (typeof source === 'string') return /^[\uFEFF\s]{0,64}</.test(source)
  let at = 0
  while (at < 64 && skipped.has(source[at] ?? -1)) at += 1
  return source[at] === 0x3c
}

// White space and the bytes of byte order marks, and the zeros between UTF-16 letters.
const skipped = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe])

/** The document inside a message element: text in CDATA, escaped text, or, from some senders, elements as they are. */
export const documentOf = (element: XmlElement): XmlElement | undefined => {
  const [child] = element.children
  if (child) return child
  const reading = parseXml(element.text)
  return 'root' in reading ? reading.root : undefined
}

const mostPairs = 200

/** Key and Value pairs of a list, whatever its items are called. */
export const pairsOf = (list: XmlElement | undefined): Pair[] =>
  (list?.children ?? []).slice(0, mostPairs).flatMap((item) => {
    const name = childText(item, 'Key', 'Name', 'KYCName')
    const value = childOf(item, 'Value', 'KYCValue')?.text.trim() ?? ''
    return name ? [{ name: name.slice(0, 200), value: value.slice(0, 4000) }] : []
  })

/** The value under the first of these keys; capitals do not matter. */
export const valueIn = (pairs: readonly Pair[], ...names: string[]): string | undefined => {
  for (const name of names) {
    const found = pairs.find((pair) => pair.name.toLowerCase() === name.toLowerCase())?.value
    if (found) return found
  }
  return undefined
}

/** `2024-01-15 10:31:07`, Nairobi time -> fourteen digits. */
export const compactDate = (text: string | undefined): string | undefined => text?.replace(/[-: ]/g, '')
