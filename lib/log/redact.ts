const secretNames =
  'password|passkey|secret|token|pin|securitycredential|initiatorpassword|consumersecret|authorization'
const isSecret = new RegExp(`^(${secretNames})$`, 'i')
const named = new RegExp(`("?(?:${secretNames})"?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\s,;&}]+)`, 'gi')

/** Takes credentials out of a text that is about to be logged. */
export const redact = (text: string): string =>
  text.replace(/\b(Bearer|Basic)\s+[\w+/=.~-]{4,}/gi, '$1 [redacted]').replace(named, '$1[redacted]')

/** For JSON.parse: whatever field a secret came into, it does not leave by it. */
export const withoutSecret = (name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value
  return isSecret.test(name) ? '[redacted]' : redact(value)
}
