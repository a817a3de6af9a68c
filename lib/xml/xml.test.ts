import { describe, expect, test } from 'vitest'
import { indentXml } from './indent'
import { parseXml, type XmlElement } from './parse'
import { childOf, childText, findElement } from './tree'
import { writeXml } from './write'

const rootOf = (text: string | Uint8Array): XmlElement => {
  const reading = parseXml(text)
  if ('error' in reading) throw new Error(reading.error)
  return reading.root
}

test('elements are found by name whatever their prefix, capitals or namespace', () => {
  const root = rootOf('<a:X xmlns:a="urn:a"><b>1</b><a:Code xmlns="urn:d"><c/></a:Code><b>2</b></a:X>')
  expect(root).toMatchObject({ name: 'a:X', local: 'X', namespace: 'urn:a' })
  expect(childText(root, 'b')).toBe('1')
  expect(childOf(root, 'code')?.namespace).toBe('urn:a')
  expect(findElement(root, 'c')?.namespace).toBe('urn:d')
})

test('text keeps what it says: entities, CDATA, white space and numbers', () => {
  const root = rootOf('<a x="&lt;1">  007 &amp; <![CDATA[<b>&amp;</b>]]>&#x41;&nbsp;</a>')
  expect(root.text).toBe('  007 & <b>&amp;</b>A&nbsp;')
  expect(root.attributes.x).toBe('<1')
})

test('a document inside CDATA is a document again', () => {
  const inner = rootOf(
    rootOf('<m><![CDATA[ \n <?xml version="1.0" encoding="UTF-8"?><r><k>v</k></r>]]></m>').text,
  )
  expect(childText(inner, 'k')).toBe('v')
})

describe('hostile text is an answer, never an exception', () => {
  const bomb = '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>'
  test.each([
    ['an entity bomb', bomb, /Declarations/],
    ['an external entity', '<!DOCTYPE x SYSTEM "http://169.254.169.254/"><x/>', /Declarations/],
    ['a DTD in an odd place', '<x><!ENTITY y SYSTEM "file:///etc/passwd"></x>', /Declarations/],
    ['deep nesting', '<a>'.repeat(100_000), /deep/],
    ['many elements', `<r>${'<a/>'.repeat(30_000)}</r>`, /elements/],
    ['a huge text', `<r>${'x'.repeat(1_100_000)}</r>`, /megabyte/],
    ['unclosed CDATA again and again', '<![CDATA['.repeat(50_000), /CDATA/],
    ['an unclosed element', '<a>\n<b></a>', /./],
    ['two outermost elements', '<a/><b/>', /./],
    ['nothing', '  ', /no document/],
    ['plain text', 'hello', /./],
    ['JSON', '{"a":1}', /./],
    ['a null byte', '<a>\u0000</a>', /control/],
  ])('%s', (_, text, error) => {
    expect(parseXml(text)).toMatchObject({ error: expect.stringMatching(error) })
  })

  test('names such as __proto__ change nothing', () => {
    parseXml('<r><__proto__><polluted>1</polluted></__proto__></r>')
    parseXml('<r __proto__="x" constructor="y"/>')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('an error names its line', () => {
    expect(parseXml('\n\n<a>\n<b>\n</a>')).toMatchObject({ line: expect.any(Number) })
  })
})

describe('bytes are read by their encoding', () => {
  test.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFF<a>é</a>'), 'é'],
    ['UTF-16', Buffer.from('\uFEFF<a>é</a>', 'utf16le'), 'é'],
    ['Latin 1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'), 'é'],
  ])('%s', (_, bytes, text) => expect(rootOf(bytes).text).toBe(text))

  test.each([
    ['broken UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['UTF-7', Buffer.from('<?xml version="1.0" encoding="UTF-7"?><a/>')],
    ['no text at all', Buffer.from([0, 1, 2, 3])],
  ])('%s is refused', (_, bytes) => expect(parseXml(bytes)).toHaveProperty('error'))
})

test('what is written is read back the same', () => {
  const text = 'a & <b> "c" ]]> \r\n é'
  const written = writeXml({
    name: 'p:r',
    attributes: { 'xmlns:p': 'urn:x', q: '"<&\n' },
    children: [
      { name: 'k', text },
      { name: 'd', cdata: text.replace('\r', '') },
      { name: 'e', text: '' },
      { name: 'f' },
    ],
  })
  const root = rootOf(written)
  expect(root.children.map((child) => child.text)).toEqual([text, text.replace('\r', ''), '', ''])
  expect(root.attributes.q).toBe('"<&\n')
})

test('a text on one line is set on many, and a document inside CDATA too', () => {
  expect(indentXml('<a><b>1</b><c/><m><![CDATA[<r><k>v</k></r>]]></m><d></d></a>')).toBe(
    '<a>\n  <b>1</b>\n  <c/>\n  <m><![CDATA[<r>\n      <k>v</k>\n    </r>]]></m>\n  <d></d>\n</a>',
  )
  for (const odd of ['<a><b>', '</a>', '<a', 'text', '<!-- x']) expect(indentXml(odd)).toBe(odd)
})
