import type { Code, Trigger } from '@/lib/catalogue/types'
import { resultEndings, stkEndings } from '@/lib/systems/kenya/codes'
import { numberEndingWith } from '@/lib/world/phones'

const phone = '254700000000'

/** The call, and the number in it, by which a code of one place is asked for. */
const numbered = ({ code, where, operations }: Code): Trigger[] => {
  const isOf = (name: string) => operations.includes(`daraja.${name}`)
  if (where === 'stk-result' && isOf('stk-push')) {
    const msisdn = numberEndingWith(code, stkEndings, phone)
    return msisdn ? [{ operation: 'daraja.stk-push', send: { PartyA: msisdn, PhoneNumber: msisdn } }] : []
  }
  if (where === 'result' && isOf('b2c-v3')) {
    const msisdn = numberEndingWith(code, resultEndings, phone)
    return msisdn ? [{ operation: 'daraja.b2c-v3', send: { PartyB: msisdn } }] : []
  }
  const digits = code && /^[1-9]\d{0,3}$/.test(code) ? code.padStart(4, '0') : undefined
  if (!digits) return []
  if (isOf('ratiba-create') && where === 'result')
    return [{ operation: 'daraja.ratiba-create', send: { PartyA: `25470000${digits}` } }]
  return isOf('b2b-express-checkout') && code?.length === 4
    ? [{ operation: 'daraja.b2b-express-checkout', send: { primaryShortCode: `60${digits}` } }]
    : []
}

/** Numbers that end in a code, as far as the rules of the calls know them. */
export const darajaTriggersOf = (row: Code): Trigger[] =>
  row.success || row.context !== undefined ? [] : numbered(row)
