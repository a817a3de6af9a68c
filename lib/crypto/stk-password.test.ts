import { describe, expect, test } from 'vitest'
import { decodeBase64, decodeUtf8, encodeBase64 } from './base64'
import { makeStkPassword, readStkPassword } from './stk-password'

const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'

describe('an STK password', () => {
  test('is the Base64 of shortcode, passkey and timestamp', () => {
    expect(makeStkPassword({ shortcode: '174379', passkey, timestamp: '20261120091530' })).toBe(
      Buffer.from(`174379${passkey}20261120091530`).toString('base64'),
    )
  })

  test.each(['17437', '174379', '7174379'])('of shortcode %s reads back into its parts', (shortcode) => {
    const parts = { shortcode, passkey, timestamp: '20261120091530' }
    expect(readStkPassword(makeStkPassword(parts))).toEqual({ kind: 'read', ...parts })
  })

  test('with a passkey of another form reads back too', () => {
    const parts = { shortcode: '174379', passkey: 'my-own-passkey', timestamp: '20261120091530' }
    expect(readStkPassword(makeStkPassword(parts))).toEqual({ kind: 'read', ...parts })
  })

  test.each([
    ['not Base64', '***'],
    ['Base64 of bytes that are no text', encodeBase64(new Uint8Array([255, 254, 253]))],
    ['without a timestamp', encodeBase64('174379abc')],
    ['without a shortcode', encodeBase64('abc20261120091530')],
  ])('that is %s says so', (_, password) => {
    expect(readStkPassword(password).kind).toBe('unreadable')
  })
})

describe('Base64', () => {
  test.each(['', 'a', 'ab', 'abc', 'Jambo ☕', '\u0000\n'])('of %j reads back', (text) => {
    const bytes = decodeBase64(encodeBase64(text))
    expect(bytes && decodeUtf8(bytes)).toBe(text)
    expect(encodeBase64(text)).toBe(Buffer.from(text).toString('base64'))
  })

  test.each([
    ['without padding', 'YQ'],
    ['with line breaks', 'Y\nQ==\n'],
  ])('is read %s', (_, encoded) => {
    const bytes = decodeBase64(encoded)
    expect(bytes && decodeUtf8(bytes)).toBe('a')
  })

  test.each(['Y', 'a*b', 'YQ=='.replace('Q', '#')])('refuses %j', (encoded) => {
    expect(decodeBase64(encoded)).toBeUndefined()
  })
})
