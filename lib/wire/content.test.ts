import * as zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contentOf, readableMessage } from './content'

const { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } = zlib
const text = '{"Name":"JOSÉ","ResultCode":1032}'
const utf8 = Buffer.from(text)
const latin1 = Buffer.from(text, 'latin1')
const utf16 = Buffer.from(text, 'utf16le')
const swapped = Buffer.from(utf16).swap16()
const message = (body: Uint8Array, headers: Record<string, string> = {}) => ({
  headers: Object.entries(headers),
  body,
})
const packed = (encoding: string) => ({ 'Content-Encoding': encoding })
const typed = (charset: string) => ({ 'content-type': `application/json; charset=${charset}` })
const read = (one: ReturnType<typeof message>) => Buffer.from(contentOf(one).body).toString()

describe('a body is read as it was meant', () => {
  test.each<[string, ReturnType<typeof message>]>([
    ['gzip', message(gzipSync(utf8), packed('gzip'))],
    ['gzip that nobody names', message(gzipSync(utf8))],
    ['gzip in capitals', message(gzipSync(utf8), packed('GZIP'))],
    ['deflate', message(deflateSync(utf8), packed('deflate'))],
    ['bare deflate', message(deflateRawSync(utf8), packed('deflate'))],
    ['Brotli', message(brotliCompressSync(utf8), packed('br'))],
    ['two layers', message(brotliCompressSync(gzipSync(utf8)), packed('gzip, br'))],
    ['identity', message(utf8, packed('identity'))],
    ['Latin-1', message(latin1, typed('iso-8859-1'))],
    ['Latin-1 that nobody names', message(latin1)],
    ['packed Latin-1', message(gzipSync(latin1), { ...packed('gzip'), ...typed('"ISO-8859-1"') })],
    ['UTF-16 with its mark', message(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))],
    ['UTF-16, the high byte first', message(Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]))],
    ['UTF-16 without a mark', message(utf16)],
    ['UTF-16 by name', message(swapped, typed('utf-16be'))],
  ])('%s', (_, one) => {
    expect(read(one)).toBe(text)
    expect(contentOf(one).problem).toBeUndefined()
  })

  test('zstd, where Node has it; elsewhere it is said', () => {
    const head = Buffer.from([
      0x28,
      0xb5,
      0x2f,
      0xfd,
      0x20,
      utf8.length,
      (utf8.length << 3) & 0xff,
      utf8.length >> 5,
      0,
    ])
    head[6] = ((utf8.length << 3) | 1) & 0xff
    const one = message(Buffer.concat([head, utf8]), packed('zstd'))
    const { body, problem } = contentOf(one)
    if ('zstdDecompressSync' in zlib) expect(Buffer.from(body).toString()).toBe(text)
    else expect(problem).toBe('Content-Encoding zstd cannot be undone here.')
  })

  test('a document in another script no longer says so', () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>É</a>'
    const one = message(Buffer.from(xml, 'latin1'), { 'content-type': 'text/xml; charset=iso-8859-1' })
    expect(read(one)).toBe('<?xml version="1.0" encoding="UTF-8"?><a>É</a>')
  })

  test('what is plain is not touched', () => {
    const one = message(utf8, typed('utf-8'))
    expect(readableMessage(one)).toBe(one)
    expect(readableMessage(message(Buffer.from('<a>\xc9</a>', 'latin1'))).body[3]).toBe(0xc9)
  })
})

describe('what cannot be read says why, and stays as it came', () => {
  test.each<[string, ReturnType<typeof message>, RegExp]>([
    ['a bomb', message(gzipSync(Buffer.alloc(20_000_000)), packed('gzip')), /longer than a megabyte/],
    [
      'a bomb in a bomb',
      message(gzipSync(gzipSync(Buffer.alloc(5_000_000))), packed('gzip, gzip')),
      /longer than a megabyte/,
    ],
    ['half a stream', message(gzipSync(utf8).subarray(0, 20), packed('gzip')), /no whole gzip/],
    ['plain text that claims to be packed', message(utf8, packed('br')), /no whole br/],
    ['a packing nobody knows', message(utf8, packed('compress')), /Content-Encoding compress/],
    ['many layers', message(utf8, packed('gzip,gzip,gzip,gzip')), /packed 4 times/],
    ['a script nobody knows', message(utf8, typed('klingon')), /not text in klingon/],
  ])('%s', (_, one, words) => {
    const { body, problem } = contentOf(one)
    expect(problem).toMatch(words)
    expect(body).toBe(one.body)
  })
})
