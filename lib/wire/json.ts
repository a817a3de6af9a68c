import type { Json } from '@/lib/catalogue/types'

/** Reads what arrives without trusting its shape: wrong types are absent, numbers and strings are one. */
export type WireObject = { [key: string]: Json }

export const objectOf = (value: Json | undefined): WireObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined

/** A list, or the bare object that stands for a list of one. */
export const listOf = (value: Json | undefined): Json[] =>
  Array.isArray(value) ? value : objectOf(value) ? [value as WireObject] : []

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? plainNumber(value) : undefined

// 20261120091547 must not turn into an exponent.
const plainNumber = (value: number) =>
  Number.isSafeInteger(value) ? value.toFixed(0) : Number.isFinite(value) ? String(value) : undefined

/** The value under the first of these names; other capitals are accepted where no exact name is there. */
export const pick = (from: WireObject | undefined, ...names: string[]): Json | undefined => {
  if (!from) return undefined
  for (const name of names) if (Object.hasOwn(from, name)) return from[name]
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  for (const key in from) if (wanted.has(key.toLowerCase())) return from[key]
  return undefined
}

export const pickText = (from: WireObject | undefined, ...names: string[]): string | undefined => {
  const text = textOf(pick(from, ...names))?.trim()
  return text === '' ? undefined : text
}

export const parseObject = (text: string): WireObject | undefined => {
  try {
    return objectOf(JSON.parse(text) as Json)
  } catch {
    return undefined
  }
}

/** The JSON object of a body, whatever precedes its brace; undefined when it is something else. */
export const jsonObjectOf = (bytes: Uint8Array): WireObject | undefined => {
  let start = 0
  // A byte order mark and white space may precede the brace.
  while (start < bytes.length && start < 64 && isSkipped(bytes[start])) start++
  if (bytes[start] !== 0x7b) return undefined
  return parseObject(utf8.decode(bytes.subarray(start)))
}

const utf8 = new TextDecoder()

const isSkipped = (byte: number | undefined) =>
  byte === 0x20 ||
  byte === 0x09 ||
  byte === 0x0a ||
  byte === 0x0d ||
  byte === 0xef ||
  byte === 0xbb ||
  byte === 0xbf

/** Nothing was given: absent, null, or an empty text. White space counts as given. */
export const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === ''
