import type { Field, Operation } from '@/lib/catalogue/types'
import { hasLength, hasPattern, isChoice } from '@/lib/systems/gateway/field-facts'
import { amountOf } from '@/lib/systems/vodacom/call'
import { isWebAddress } from '@/lib/wire/url-text'
import { isDocumented } from './codes'

/** By the wording of the codes; a call whose table lacks the code answers INS-21. */
const codes: Record<string, string> = {
  input_Amount: 'INS-15',
  input_ReversalAmount: 'INS-15',
  input_CustomerMSISDN: 'INS-2051',
  input_Country: 'INS-998',
  input_Currency: 'INS-26',
  input_ServiceProviderCode: 'INS-13',
  input_PrimaryPartyCode: 'INS-13',
  input_ReceiverPartyCode: 'INS-13',
  input_TransactionReference: 'INS-17',
  input_ThirdPartyConversationID: 'INS-28',
  input_PurchasedItemsDesc: 'INS-30',
  input_PaymentItemsDesc: 'INS-31',
  input_ThirdPartyReference: 'INS-19',
  input_TransactionID: 'INS-18',
  input_KycQueryType: 'INS-32',
  input_AgreedTC: 'INS-36',
  input_FirstPaymentDate: 'INS-39',
  input_Frequency: 'INS-40',
  input_StartRangeOfDays: 'INS-41',
  input_EndRangeOfDays: 'INS-42',
  input_ExpiryDate: 'INS-43',
  input_MandateID: 'INS-51',
  input_BalanceAmount: 'INS-54',
  input_MsisdnToken: 'INS-56',
}

/** More than a wallet could ever hold; cents stay whole numbers. */
const mostCents = 10_000_000_000_00

const isAmount = (text: string) => {
  const cents = amountOf(text)
  return cents !== undefined && cents > 0 && cents <= mostCents
}

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const fits = (field: Field, text: string): boolean => {
  if (field.kind === 'amount') return hasPattern(field, text) && isAmount(text)
  if (field.kind === 'url') return isWebAddress(text)
  if (field.const !== undefined) return text === String(field.const)
  // Market and currency are compared with the path's, not with the list.
  if (field.derive === 'openapi.country' || field.derive === 'openapi.currency') return true
  if (!isChoice(field, text) || !hasLength(field, text) || !hasPattern(field, text)) return false
  if (/Date$/.test(field.name)) return isDay(text)
  return !/RangeOfDays$/.test(field.name) || (Number(text) >= 1 && Number(text) <= 31)
}

/** The code with which the gateway names a value that is wrong. */
export const codeOf = (operation: Operation, field: Field, text: string): string | undefined => {
  if (fits(field, text)) return undefined
  const code = codes[field.name]
  return code !== undefined && isDocumented(operation, code) ? code : 'INS-21'
}
