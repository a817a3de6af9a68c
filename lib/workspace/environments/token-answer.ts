import type { TokenResult } from './get-token'

/** What screens and scripts are told of a token: everything but the token. */
export type TokenAnswer =
  | { kind: 'token'; obtainedAt: number; expiresAt: number; fetched: boolean }
  | Exclude<TokenResult, { kind: 'token' }>

export const withoutToken = (result: TokenResult): TokenAnswer => {
  if (result.kind !== 'token') return result
  const { obtainedAt, expiresAt, fetched } = result
  return { kind: 'token', obtainedAt, expiresAt, fetched }
}
