import type { Field } from '@/lib/catalogue/types'

/** What each field's own form is answered with: Mozambique portal, code table, by the wording of the codes. */
const forms: Partial<Record<string, (text: string) => string | undefined>> = {
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

/** The code with which the gateway names a value that is wrong. */
export const codeOf = ({ name }: Field, text: string): string | undefined => forms[name]?.(text)
