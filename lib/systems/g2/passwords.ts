import { createCipheriv, createDecipheriv } from 'node:crypto'

const keyBytes = 16

/** AES-128-CBC with PKCS#7 padding, by the worked example; the text beside it says AES-256. */
export const encryptNewPassword = (password: string, key: string, vector: string): string | undefined => {
  if (Buffer.byteLength(key) !== keyBytes || Buffer.byteLength(vector) !== keyBytes) return undefined
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(key), Buffer.from(vector))
  return Buffer.concat([cipher.update(password, 'utf8'), cipher.final()]).toString('base64')
}

export const decryptNewPassword = (text: string, key: string, vector: string): string | undefined => {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(key), Buffer.from(vector))
    return Buffer.concat([decipher.update(text, 'base64'), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
