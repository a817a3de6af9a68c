/**
 * Where a request says it comes from. Next fills X-Forwarded-For from the socket when nobody else did; the last entry
 * is the one written nearest to us. A claim, good for counting failures and for nothing else.
 */
export const addressOf = (headers: Headers): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
