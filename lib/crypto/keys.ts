import { createHmac, hkdfSync } from 'node:crypto'

/** One secret, many keys: each purpose has its own label, so no key says anything of another. */
export const keyOf = (secret: Uint8Array, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', label, 32))

export const keyLabels = {
  vault: 'jaribu vault',
  session: 'jaribu session',
  pepper: 'jaribu token pepper',
} as const

/** How tokens and one-time links are stored: useless without the secret outside the database. */
export const hashToken = (token: string, secret: Uint8Array): string =>
  createHmac('sha256', keyOf(secret, keyLabels.pepper)).update(token, 'utf8').digest('base64url')
