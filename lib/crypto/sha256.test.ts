import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hexOf, sha256 } from './sha256'

test('the digest is the one of every other implementation, whatever the length', () => {
  for (let length = 0; length <= 200; length += 1) {
    const text = 'Jambo ☕ '.repeat(30).slice(0, length)
    expect(hexOf(sha256(text)), String(length)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  }
})
