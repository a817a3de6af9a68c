import { decodeBase64, decodeUtf8, encodeBase64 } from './base64'

/** Daraja, M-PESA Express: Base64 of shortcode, passkey and timestamp, one after the other. */
export const makeStkPassword = (parts: { shortcode: string; passkey: string; timestamp: string }): string =>
  encodeBase64(`${parts.shortcode}${parts.passkey}${parts.timestamp}`)

export type StkPasswordReading =
  | { kind: 'read'; shortcode: string; passkey: string; timestamp: string }
  | { kind: 'unreadable'; reason: string }

/** Takes a password apart. The passkey is the 64 hex digits before the timestamp; the shortcode is what is left. */
export const readStkPassword = (password: string): StkPasswordReading => {
  const bytes = decodeBase64(password.trim())
  const text = bytes && decodeUtf8(bytes)
  if (!text) return { kind: 'unreadable', reason: 'This is not Base64 text.' }
  const timestamp = /(\d{14})$/.exec(text)?.[1]
  if (!timestamp)
    return { kind: 'unreadable', reason: 'It does not end in a timestamp of 14 digits (YYYYMMDDHHmmss).' }
  const head = text.slice(0, -14)
  // Published and portal-issued passkeys are 64 hex digits; others are split after the longest plausible shortcode.
  const parts = /^(\d{5,7})([0-9a-f]{64})$/i.exec(head) ?? /^(\d{5,7})(\D.*)$/s.exec(head)
  if (!parts?.[1] || !parts[2])
    return {
      kind: 'unreadable',
      reason: 'It does not start with a shortcode of 5 to 7 digits and a passkey.',
    }
  return { kind: 'read', shortcode: parts[1], passkey: parts[2], timestamp }
}
