import { describe, expect, test } from 'vitest'
import { bytesOf, hexDump, hexLine } from './hex'
import { prettyBody, prettyJson, prettyXml } from './pretty'

describe('JSON for reading', () => {
  test('is indented', () => {
    expect(prettyJson('{"a":[1,{"b":"x"}],"c":{},"d":[ ]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": "x"\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    )
  })
  test.each([
    ['an amount keeps its decimals', '{"Amount":1.00}', '{\n  "Amount": 1.00\n}'],
    ['a long number keeps its digits', '[254700000000123456789]', '[\n  254700000000123456789\n]'],
    ['a repeated name stays repeated', '{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['an escape stays an escape', '{"a":"\\u003c \\" : , {"}', '{\n  "a": "\\u003c \\" : , {"\n}'],
  ])('%s', (_, body, pretty) => expect(prettyJson(body)).toBe(pretty))
  test('what is not JSON is left alone', () => {
    expect(prettyBody('{"a":', 'application/json')).toEqual({ text: '{"a":', language: 'text' })
  })
  test('deep nesting does not grow without bound', () => {
    const body = '['.repeat(3000) + ']'.repeat(3000)
    expect(prettyJson(body)?.length ?? 0).toBeLessThan(600_000)
  })
})

describe('XML for reading', () => {
  test.each([
    [
      'elements are indented and texts stay on their line',
      '<?xml version="1.0"?><a><b x="1>2">text</b><c/><d></d></a>',
      '<?xml version="1.0"?>\n<a>\n  <b x="1>2">text</b>\n  <c/>\n  <d></d>\n</a>',
    ],
    ['CDATA is text', '<a><![CDATA[<b>]]></a>', '<a><![CDATA[<b>]]></a>'],
    [
      'comments and a document type keep their line',
      '<!DOCTYPE a [<!ENTITY x "y">]><a><!-- note --></a>',
      undefined,
    ],
  ])('%s', (_, body, pretty) => {
    if (pretty !== undefined) expect(prettyXml(body)).toBe(pretty)
    else expect(() => prettyXml(body)).not.toThrow()
  })
  test.each(['<a><b></a>extra</b></c>', '<a', '<a><!-- never ends', '</a>'])(
    'broken XML is left alone: %s',
    (body) => expect(prettyBody(body, 'text/xml')).toEqual({ text: body, language: 'text' }),
  )
  test('a megabyte of unfinished comments is given up quickly', () => {
    expect(prettyXml('<!--'.repeat(250_000))).toBeUndefined()
  })
})

test('a form is one name and value a line', () => {
  expect(prettyBody('a=1+2&b=%7B%7D&c=%zz&d', 'application/x-www-form-urlencoded; charset=utf-8').text).toBe(
    'a = 1 2\nb = {}\nc = %zz\nd',
  )
})

describe('bytes in hexadecimal', () => {
  test('a line has offset, bytes and their printable characters', () => {
    expect(hexLine(bytesOf('{"Body":{"é":1}}x', 'utf8'), 0)).toEqual({
      offset: '00000000',
      hex: '7b 22 42 6f 64 79 22 3a  7b 22 c3 a9 22 3a 31 7d',
      text: '{"Body":{"..":1}',
    })
  })
  test('the last line is filled up with spaces', () => {
    const { hex, text, offset } = hexLine(bytesOf('AAECAwQFBgcICQoLDA0ODxA=', 'base64'), 1)
    expect([offset, hex.length, hex.trim(), text]).toEqual(['00000010', 48, '10', '.'])
  })
  test('nothing has no lines', () => expect(hexDump(new Uint8Array())).toBe(''))
})
