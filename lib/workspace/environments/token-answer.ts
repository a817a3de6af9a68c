import type { TokenResult } from './get-token'
import type { TokenAnswer } from './views'

/** What screens and scripts are told of a token: everything but the token. */
export const withoutToken = (result: TokenResult): TokenAnswer => {
  if (result.kind !== 'token') return result
  const { obtainedAt, expiresAt, fetched } = result
  return { kind: 'token', obtainedAt, expiresAt, fetched }
}
