import { g2Codes } from '@/lib/catalogue/g2'
import type { Code, Trigger } from '@/lib/catalogue/types'
import { resultEndings } from '@/lib/systems/kenya/codes'
import { numberEndingWith } from '@/lib/world/phones'

/** A receiver whose number ends in a code of the core ends with it. */
export const g2TriggersOf = ({ code, where, success, operations, context }: Code): Trigger[] => {
  // Where both tables have a code, the sandbox speaks in the words of the older one.
  const isOlder = ({ code: same, context: newer }: Code) => same === code && newer === undefined
  if (context !== undefined && g2Codes.some(isOlder)) return []
  if (where !== 'result' || success || !operations.includes('g2.b2c-payment')) return []
  const msisdn = numberEndingWith(code, resultEndings, '254700000000')
  return msisdn ? [{ operation: 'g2.b2c-payment', send: { 'ReceiverParty.Identifier': msisdn } }] : []
}
