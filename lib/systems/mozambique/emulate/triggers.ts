import type { Code, Trigger } from '@/lib/catalogue/types'
import { numberEndingWith } from '@/lib/world/phones'
import { payoutEndings, promptEndings } from './call'

const phone = '258840000000'

/** A customer whose number ends in a code ends with it. */
export const mozambiqueTriggersOf = ({ code }: Code): Trigger[] => {
  const asked = numberEndingWith(code, promptEndings, phone)
  if (asked) return [{ operation: 'mozambique.c2b-payment', send: { input_CustomerMSISDN: asked } }]
  const paid = numberEndingWith(code, payoutEndings, phone)
  return paid ? [{ operation: 'mozambique.b2c-payment', send: { input_CustomerMSISDN: paid } }] : []
}
