import type { Evidence, Operation, OperationStatus } from '@/lib/catalogue/types'

export const statusWords = {
  current: 'current',
  legacy: 'legacy',
  'sandbox-only': 'sandbox only',
  'sandbox-only-legacy': 'sandbox only, legacy',
  commercial: 'by agreement',
  historic: 'historic',
} satisfies Record<OperationStatus, string>

export const evidenceWords = {
  portal: 'from the provider’s page',
  observed: 'seen live',
  secondary: 'from secondary sources',
  unconfirmed: 'unconfirmed',
} satisfies Record<Evidence, string>

const places: Record<string, string> = {
  api: 'Answer to a call',
  'stk-result': 'Outcome of a prompt',
  result: 'Result of a call',
  'c2b-validation': 'Your answer to a validation',
}

/** Where a code is seen, in words. */
export const placeWords = (where: string): string => places[where] ?? where.replaceAll('-', ' ')

/** `stk-success` as a heading. */
export const callbackTitle = (kind: string): string => {
  const words = kind.replaceAll('-', ' ').replace(/\b(stk|c2b|b2c|b2b)\b/gi, (name) => name.toUpperCase())
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** A call that sends nothing in the Authorization header may still be signed by values of its body. */
export const authWords = ({ auth, headers }: Operation): string => {
  if (auth.type !== 'none') return { basic: 'Basic', bearer: 'Bearer token' }[auth.type]
  if (auth.uses.length === 0) return 'nothing'
  const isBearer = headers.some(({ name }) => name === 'Authorization')
  return isBearer ? 'an encrypted key as bearer' : 'values inside the message'
}
