/** Takes credentials out of a text that is about to be logged. */
export const redact = (text: string, known: readonly string[] = []): string => {
  let clean = text
  for (const secret of known) {
    if (secret.length >= 6) clean = clean.replaceAll(secret, '[redacted]')
  }
  return clean
    .replace(/\b(Bearer|Basic)\s+[\w+/=.~-]{4,}/gi, '$1 [redacted]')
    .replace(
      /("?(?:password|passkey|secret|token|pin|securitycredential|initiatorpassword|consumersecret|authorization)"?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&}]+)/gi,
      '$1[redacted]',
    )
}
