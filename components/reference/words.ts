import { type CodePlace, codePlaces } from '@/lib/catalogue/code-places'
import type { CallbackSpec, Code, Evidence, Operation } from '@/lib/catalogue/types'

export const evidenceWords = {
  portal: 'from the provider’s page',
  observed: 'seen live',
  secondary: 'from secondary sources',
  unconfirmed: 'unconfirmed',
} satisfies Record<Evidence, string>

/** Whether a call that ended with this code may be sent again. */
export const repeatWords = ({ caution, retry }: Pick<Code, 'caution' | 'retry'>): string => {
  if (caution) return `Do not just repeat it. ${caution}`
  return retry
    ? 'Sending it again can help.'
    : 'Sending the same again will not help: change what the cure says first.'
}

/** Where a code is seen, in words. */
export const placeWords = (where: CodePlace): string => codePlaces[where]

const variantWords = {
  success: 'success',
  failure: 'failure',
  cancelled: 'cancelled',
  'no-response': 'no response',
} satisfies Record<NonNullable<CallbackSpec['variant']>, string>

/** `STK result: success` as a heading. */
export const callbackTitle = ({ title, variant }: CallbackSpec): string =>
  variant ? `${title}: ${variantWords[variant]}` : title

/** A call that sends nothing in the Authorization header may still be signed by values of its body. */
export const authWords = ({ auth, headers }: Operation): string => {
  if (auth.type !== 'none') return { basic: 'Basic', bearer: 'Bearer token' }[auth.type]
  if (auth.uses.length === 0) return 'nothing'
  const isBearer = headers.some(({ name }) => name === 'Authorization')
  return isBearer ? 'an encrypted key as bearer' : 'values inside the message'
}
