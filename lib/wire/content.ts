import * as zlib from 'node:zlib'
import { headerOf } from './http'
import type { WireMessage } from './types'

/** What a body says once its packing and its script are undone. The bytes that came stay as they are. */
export type Content = {
  /** In UTF-8 where it is text. */
  body: Uint8Array
  /** What it was packed with, the outermost last, as the header lists it. */
  encodings: string[]
  /** What its text is written in, where that is not UTF-8. */
  charset: string | undefined
  /** Why it could not be unpacked or read; the body is then as it came. */
  problem: string | undefined
}

type Carried = Pick<WireMessage, 'headers' | 'body'>

/** As much as a body may have when it comes plain: what unpacks to more is not read. */
const mostUnpacked = 1_048_576
const mostLayers = 3

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array

/** Node 20 has no zstd; from 22.15 on it has. */
const { zstdDecompressSync } = zlib as typeof zlib & { zstdDecompressSync?: Unpack }

/** `deflate` is zlib's form by the book, and bare in the habit of some. */
const inflate: Unpack = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0
    ? zlib.inflateSync(bytes, options)
    : zlib.inflateRawSync(bytes, options)

const unpackers: Readonly<Record<string, Unpack | undefined>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  deflate: inflate,
  br: zlib.brotliDecompressSync,
  zstd: zstdDecompressSync,
}

const encodingsOf = ({ headers, body }: Carried): string[] => {
  const named = headers
    .filter(([name]) => name.length === 16 && name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'identity')
  // Some senders pack and do not say so: no text begins with these two bytes.
  return named.length === 0 && body[0] === 0x1f && body[1] === 0x8b ? ['gzip'] : named
}

const isTooLong = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE'

const unpacked = (body: Uint8Array, encodings: readonly string[]): Uint8Array | string => {
  if (encodings.length > mostLayers) return `It is packed ${encodings.length} times: that is not undone.`
  let bytes = body
  for (const encoding of encodings.toReversed()) {
    const unpack = unpackers[encoding]
    if (!unpack) return `Content-Encoding ${encoding.slice(0, 40)} cannot be undone here.`
    try {
      bytes = unpack(bytes, { maxOutputLength: mostUnpacked })
    } catch (thrown) {
      return isTooLong(thrown)
        ? 'Unpacked it is longer than a megabyte, so it is not read.'
        : `It is no whole ${encoding}, although it says so.`
    }
  }
  return bytes
}

/** Which script the bytes are in, by mark, by header, or by the zeros that UTF-16 puts between plain letters. */
const charsetOf = ({ headers }: Carried, bytes: Uint8Array, guesses: boolean): string | undefined => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return undefined
  if (bytes.length > 1 && bytes.length % 2 === 0) {
    if (first === 0 && (second === 0x7b || second === 0x3c || second === 0x5b)) return 'utf-16be'
    if (second === 0 && (first === 0x7b || first === 0x3c || first === 0x5b)) return 'utf-16le'
  }
  const type = headerOf({ headers } as WireMessage, 'content-type')
  const named = type && /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(type)?.[1]?.toLowerCase()
  if (!named) return guesses && isWestern(bytes) ? 'windows-1252' : undefined
  return ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(named) ? undefined : named
}

const scanned = 65_536
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Text that has letters beyond ASCII and is no UTF-8, although nobody says what it is. XML says it itself. */
const isWestern = (bytes: Uint8Array): boolean => {
  if (bytes[0] !== 0x7b && bytes[0] !== 0x5b) return false
  const end = Math.min(bytes.length, scanned)
  let at = 0
  while (at < end && (bytes[at] ?? 0) < 0x80) at++
  if (at === end) return false
  try {
    strictUtf8.decode(bytes)
    return false
  } catch {
    return true
  }
}

/** The declaration of a document that is in UTF-8 now must not say that it is in something else. */
const declaration = /^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(["'])[^"']*\2/

const recoded = (bytes: Uint8Array, charset: string): Uint8Array | undefined => {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes)
    return new TextEncoder().encode(text.replace(declaration, '$1$2UTF-8$2'))
  } catch {
    return undefined
  }
}

/**
 * Undoes packing and script, as far as that is safe. Never throws. A script that nobody names is guessed by looking at
 * every byte, which a caller in a hurry leaves out.
 */
export const contentOf = (message: Carried, guesses = true): Content => {
  const encodings = encodingsOf(message)
  const plain = { body: message.body, encodings, charset: undefined, problem: undefined }
  const bytes = encodings.length === 0 ? message.body : unpacked(message.body, encodings)
  if (typeof bytes === 'string') return { ...plain, problem: bytes }
  const charset = charsetOf(message, bytes, guesses)
  if (charset === undefined) return { ...plain, body: bytes }
  const body = recoded(bytes, charset)
  return body
    ? { ...plain, body, charset }
    : { ...plain, body: bytes, problem: `It is not text in ${charset.slice(0, 40)}, although it says so.` }
}

/** The message with its body as readers understand it; the same one where there is nothing to undo. */
export const readableMessage = <Message extends Carried>(message: Message, guesses = true): Message => {
  const { body } = contentOf(message, guesses)
  return body === message.body ? message : { ...message, body }
}
