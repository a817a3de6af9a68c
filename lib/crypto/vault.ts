/** Encrypts what is kept. AES-256-GCM with a key that lives outside the database. */
export type Vault = {
  /** `context` binds the ciphertext to its row: it opens nowhere else. */
  seal(plain: string, context: string): Buffer
  /** Throws when the key, the context or a byte is wrong. */
  open(sealed: Buffer, context: string): string
}
