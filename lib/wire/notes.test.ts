import { describe, expect, test } from 'vitest'
import { readNotes, writeNotes } from './notes'

describe('remarks in a header', () => {
  test.each([
    [["This sandbox's public key fits none of it."]],
    [['“Remarks” is missing; {"a": 1} would do.', 'Zweite: 100 % | ø, \\n \n']],
    [[]],
  ])('come back as they were: %j', (notes) => {
    expect(readNotes(writeNotes(notes))).toEqual(notes)
  })

  test('hold nothing that quotes, parsers or proxies stumble over', () => {
    const every = Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code)).join('')
    expect(writeNotes([every.slice(0, 200)])).toMatch(/^[A-Za-z0-9 ._~+*!%|-]*$/)
  })

  test('are one short line, whole remarks only', () => {
    const line = writeNotes(Array.from({ length: 40 }, (_, index) => `Remark number ${index} on some field.`))
    expect(line.length).toBeLessThanOrEqual(1000)
    expect(readNotes(line).at(-1)).toMatch(/^Remark number \d+ on some field\.$/)
  })

  test('that nobody encoded are read as they stand', () => {
    expect(readNotes('100 % of it')).toEqual(['100 % of it'])
  })
})
