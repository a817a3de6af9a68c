import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyLabels, keyOf } from './keys'

/** Encrypts what is kept. AES-256-GCM with a key that lives outside the database. */
export type Vault = {
  /** `context` binds the ciphertext to its row: it opens nowhere else. */
  seal(plain: string, context: string): Buffer
  /** Throws when the key, the context or a byte is wrong. */
  open(sealed: Buffer, context: string): string
}

const version = 1
const nonceBytes = 12
const tagBytes = 16

/** Layout: version, nonce, tag, ciphertext. */
export const createVault = (secret: Uint8Array): Vault => {
  const key = keyOf(secret, keyLabels.vault)
  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(associated(context))
      const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), ciphertext])
    },
    open(sealed, context) {
      if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) throw new VaultError()
      const nonce = sealed.subarray(1, 1 + nonceBytes)
      const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(associated(context))
      decipher.setAuthTag(tag)
      try {
        const body = sealed.subarray(1 + nonceBytes + tagBytes)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        throw new VaultError()
      }
    },
  }
}

/** Says nothing of what was inside. */
export class VaultError extends Error {
  constructor() {
    super('A stored secret cannot be opened: the key changed or the row is damaged. Enter the secret again.')
    this.name = 'VaultError'
  }
}

const associated = (context: string): Buffer => Buffer.from(`v${version} ${context}`, 'utf8')
