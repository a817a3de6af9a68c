import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { isBlank } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'

/** The code with which the gateway names a wrong field, and why. */
export type Fault = { code: string; note: string }

/** What each field's own form is answered with: Mozambique portal, code table, by the wording of the codes. */
const judges: Partial<Record<string, (text: string) => string | undefined>> = {
  input_TransactionReference: (text) => {
    // abdulmueid/mpesa-php-api, issue 9: a leading space was enough for it.
    if (text !== text.trim()) return 'INS-1'
    if (text.length > 20) return 'INS-17'
    return /^\w+$/.test(text) ? undefined : 'INS-14'
  },
  input_ThirdPartyReference: (text) => (/^\w{1,200}$/.test(text) ? undefined : 'INS-19'),
  input_CustomerMSISDN: (text) => (/^258(84|85)[0-9]{7}$/.test(text) ? undefined : 'INS-2051'),
  input_Amount: (text) => amountCode(text),
  input_ReversalAmount: (text) => amountCode(text),
  input_ServiceProviderCode: (text) => shortcodeCode(text),
  input_PrimaryPartyCode: (text) => shortcodeCode(text),
  input_ReceiverPartyCode: (text) => (/^[0-9]{5,6}$/.test(text) ? undefined : 'INS-2002'),
  input_TransactionID: (text) => (/^[A-Za-z0-9]{1,64}$/.test(text) ? undefined : 'INS-18'),
  input_InitiatorIdentifier: (text) => (text.length <= 100 ? undefined : 'INS-24'),
  input_SecurityCredential: (text) => (text.length <= 255 ? undefined : 'INS-25'),
  input_QueryReference: (text) => (/^\w{1,200}$/.test(text) ? undefined : 'INS-14'),
}

/** More than ten digits of meticais no wallet holds, and cents of them stay whole numbers. */
const amountCode = (text: string) =>
  /^[0-9]{1,10}(\.[0-9]{1,2})?$/.test(text) && Number(text) > 0 ? undefined : 'INS-15'

const shortcodeCode = (text: string) => (/^[0-9]{5,6}$/.test(text) ? undefined : 'INS-13')

const judge = (field: Field, value: Json, isStrict: boolean): Fault | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return { code: 'INS-21', note: `${field.name} is neither text nor a number.` }
  }
  if (isStrict && typeof value === 'number' && !field.alsoAccepts?.includes('number')) {
    return { code: 'INS-21', note: `${field.name} has to be text.` }
  }
  const code = judges[field.name]?.(String(value))
  return code === undefined ? undefined : { code, note: `${field.name} is not of the documented form.` }
}

/** The first field that the provider would object to, in the order of its documentation. */
export const checkFields = (operation: Operation, values: Values, isStrict: boolean): Fault | undefined => {
  const missing = operation.fields.find((field) => field.required && isBlank(values[field.name]))
  if (missing) return { code: 'INS-20', note: `${missing.name} is missing.` }
  for (const field of operation.fields) {
    const value = values[field.name]
    if (value === undefined || isBlank(value)) continue
    const fault = judge(field, value, isStrict)
    if (fault) return fault
  }
  return undefined
}
