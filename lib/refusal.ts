/** Our own refusals: a closed set, turned into HTTP in one place. Anything else that is thrown is a fault of ours. */
export type RefusalKind =
  | 'not-found'
  | 'forbidden'
  | 'unauthenticated'
  | 'conflict'
  | 'limit'
  | 'precondition'
  | 'invalid'
  | 'too-large'

export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    /** What happened, why, and the next step, for people. */
    message: string,
    /** For `invalid`: what is wrong beside each field. */
    readonly fields: Record<string, string[]> = {},
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

export const refusalStatus: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  precondition: 412,
  'too-large': 413,
  limit: 429,
}
