import { describe, expect, test } from 'vitest'
import { hashToken, keyLabels, keyOf } from './keys'
import { hashPassword, isPassword } from './password'
import { createVault, VaultError } from './vault'

const secret = new Uint8Array(32).fill(1)
const vault = createVault(secret)

describe('the vault', () => {
  test.each(['', 'Safaricom999!*!', 'ünïcode 🇰🇪', 'x'.repeat(100_000)])('opens what it sealed', (plain) => {
    expect(vault.open(vault.seal(plain, 'row 1'), 'row 1')).toBe(plain)
  })

  test('seals the same text differently each time', () => {
    expect(vault.seal('a', 'c').equals(vault.seal('a', 'c'))).toBe(false)
  })

  test('does not open in another context', () => {
    expect(() => vault.open(vault.seal('plain', 'row 1'), 'row 2')).toThrow(VaultError)
  })

  test('does not open with another key', () => {
    const other = createVault(new Uint8Array(32).fill(2))
    expect(() => other.open(vault.seal('plain', 'row 1'), 'row 1')).toThrow(VaultError)
  })

  test('notices every changed byte', () => {
    const sealed = vault.seal('plain', 'row 1')
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => vault.open(changed, 'row 1')).toThrow(VaultError)
    }
  })

  test.each([0, 1, 28])('refuses %i bytes', (length) => {
    expect(() => vault.open(Buffer.alloc(length, 1), 'row 1')).toThrow(VaultError)
  })

  test('says nothing of what was inside', () => {
    const sealed = vault.seal('hunter2', 'row 1')
    expect(() => vault.open(sealed, 'row 2')).not.toThrow(/hunter2/)
    expect(sealed.toString('latin1')).not.toContain('hunter2')
  })
})

describe('keys', () => {
  test('differ by purpose', () => {
    const keys = Object.values(keyLabels).map((label) => keyOf(secret, label).toString('hex'))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('hash a token the same way each time, and differently under another secret', () => {
    expect(hashToken('token', secret)).toBe(hashToken('token', secret))
    expect(hashToken('token', secret)).not.toBe(hashToken('token', new Uint8Array(32).fill(2)))
  })
})

describe('a password', () => {
  test('is recognised by its hash, in any Unicode composition', async () => {
    const hash = await hashPassword('caf\u00e9 nairobi')
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$/)
    expect(await isPassword('cafe\u0301 nairobi', hash)).toBe(true)
    expect(await isPassword('cafe nairobi', hash)).toBe(false)
  })

  test('is wrong where none is set, and where the hash is of another kind', async () => {
    expect(await isPassword('', null)).toBe(false)
    expect(await isPassword('anything', null)).toBe(false)
    expect(await isPassword('anything', 'bcrypt$1$2$3$4$5')).toBe(false)
  })
})
