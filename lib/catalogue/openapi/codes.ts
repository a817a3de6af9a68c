import type { Code } from '@/lib/catalogue/types'
import { cautions } from '../cautions'
import { withTriggers } from '../triggers'
import { openapiTriggers } from './triggers'

const c2b = ['c2b-single-stage']
const payments = [...c2b, 'b2c-single-stage', 'b2b-single-stage']
const mandates = ['direct-debit-create', 'direct-debit-payment', 'direct-debit-cancel']
const query = ['direct-debit-query']
const reversal = ['reversal']
const lookups = ['query-transaction-status', 'query-beneficiary-name']
const everything = [...payments, ...reversal, ...lookups, ...mandates, ...query]
/** Calls that the limits of an application are counted for. */
const limited = [...payments, ...mandates]

type Row = {
  code: string
  status?: number
  message: string
  cause: string
  cure: string
  operations: string[]
  /** Where a call answers the code with another status. */
  other?: string
  isOpen?: true
  success?: true
  isAnswered?: true
  retry?: true
  unconfirmed?: string
}

const own = (message: string, fields: Omit<Row, 'message'>): Row => ({ message, ...fields })

const rows: Row[] = [
  own('Request processed successfully', {
    code: 'INS-0',
    status: 200,
    other: '201 on every call that is not a query',
    cause:
      'Nothing is wrong. In synchronous mode the work is done; in asynchronous mode it is only taken in.',
    cure: 'Count a payment as done when there is a transaction id. Without one, wait for the callback.',
    operations: ['get-session', 'c2b-multi-stage', ...everything],
    success: true,
  }),
  own('Internal Error', {
    code: 'INS-1',
    status: 400,
    other: '500 on the direct-debit query',
    cause: 'Something broke or was overloaded behind the gateway.',
    cure: 'The outcome is unknown: query by conversation id first, and only then send again, with a new id.',
    operations: everything,
    isOpen: true,
  }),
  own('Transaction Failed', {
    code: 'INS-6',
    status: 401,
    cause:
      'The wallet refused: wrong PIN, a customer who said no, an account that is not in order. On the cancel call the text is “Mandate does not exist”.',
    cure: 'Let the customer try again as a new payment. The 401 is no lost session: do not renew the session and repeat.',
    operations: [...payments, ...reversal, ...lookups, ...mandates],
  }),
  own('Request timeout', {
    code: 'INS-9',
    status: 408,
    cause: 'The customer did not answer the USSD prompt, or the wallet was slow.',
    cure: 'The outcome is unknown: query first, and ask the customer before you repeat.',
    operations: everything,
    isOpen: true,
  }),
  own('Duplicate Transaction', {
    code: 'INS-10',
    status: 409,
    cause:
      'The ids of this request were used before, often by a blind retry. Which of them decides is not proven.',
    cure: 'After a retry the first attempt may have gone through: query it. A new payment needs a new id.',
    operations: [...payments, ...reversal, ...mandates, ...query],
    isOpen: true,
  }),
  own('Invalid Shortcode Used', {
    code: 'INS-13',
    status: 400,
    cause:
      'The service provider, primary or receiver code is unknown or not yours; or live and sandbox are mixed.',
    cure: '000000 in the sandbox; live, the code that your application has.',
    operations: everything,
  }),
  own('Invalid Amount Used', {
    code: 'INS-15',
    status: 400,
    cause: 'Zero, not a plain decimal, or outside what a wallet allows.',
    cure: 'Digits with one dot at most; no separators, no currency sign.',
    operations: [...payments, ...reversal, 'direct-debit-create', 'direct-debit-payment'],
  }),
  own('Invalid Transaction Reference. Length Should Be Between 1 and 20.', {
    code: 'INS-17',
    status: 400,
    cause: 'The reference is empty, too long, or has a sign such as a hyphen or a slash.',
    cure: 'One to twenty letters, digits and spaces.',
    operations: [...payments, 'direct-debit-create', 'direct-debit-payment', ...query],
  }),
  own('Invalid TransactionID Used', {
    code: 'INS-18',
    status: 400,
    cause: 'The receipt to give back is unknown or not of the accepted form.',
    cure: 'Send the output_TransactionID of the original: one to twenty letters and digits.',
    operations: reversal,
  }),
  own('Invalid ThirdPartyReference Used', {
    code: 'INS-19',
    status: 400,
    cause: 'The reference of the mandate is not one to 32 letters and digits.',
    cure: 'Leave hyphens and other signs out.',
    operations: ['direct-debit-cancel', ...query],
  }),
  own('Not All Parameters Provided. Please try again.', {
    code: 'INS-20',
    status: 400,
    cause: 'A field is missing or blank, or a GET call carries its fields in the body.',
    cure: 'Compare with the list of fields. Queries carry theirs in the query string.',
    operations: everything,
  }),
  own('Parameter validations failed. Please try again.', {
    code: 'INS-21',
    status: 400,
    cause: 'A field does not match its published pattern.',
    cure: 'Check each field; conversation ids have no hyphens.',
    operations: everything,
  }),
  own('Transaction not found. Contact M-Pesa Support', {
    code: 'INS-23',
    status: 400,
    cause: 'The id is wrong, belongs to another environment or organisation, or was asked about too early.',
    cure: 'Try the receipt, your own conversation id and the platform’s in turn.',
    operations: ['query-transaction-status'],
  }),
  own('Invalid Currency Used', {
    code: 'INS-26',
    status: 400,
    cause: 'The currency is not that of the market.',
    cure: 'TZS, GHS, LSL, USD (DR Congo) or MZN, as the market has it.',
    operations: [...payments, 'direct-debit-create', 'direct-debit-payment', ...query],
  }),
  own('Invalid ThirdPartyConversationID Used', {
    code: 'INS-28',
    status: 400,
    cause: 'Your conversation id is longer than 40 characters or has a hyphen.',
    cure: 'A UUID without its dashes does well.',
    operations: everything,
  }),
  own('Invalid Purchased Items Description Used', {
    code: 'INS-30',
    status: 400,
    cause: 'The description is empty, has punctuation, or is longer than 256 characters.',
    cure: 'Letters, digits and spaces.',
    operations: [...c2b, 'b2b-single-stage', ...mandates],
  }),
  own('Invalid Payment Items Description Used', {
    code: 'INS-31',
    status: 400,
    cause: 'The same for the description of a payout.',
    cure: 'Letters, digits and spaces, in input_PaymentItemsDesc.',
    operations: ['b2c-single-stage'],
  }),
  own('Invalid KYC Query Type Used', {
    code: 'INS-32',
    status: 400,
    cause: 'input_KycQueryType is not Name.',
    cure: 'Send Name.',
    operations: ['query-beneficiary-name'],
  }),
  own('This transaction do not belong to you', {
    code: 'INS-35',
    status: 400,
    cause: 'The receipt is another organisation’s.',
    cure: 'Reverse with the code that took part in the original.',
    operations: reversal,
  }),
  own('Invalid Agreed TC Used', {
    code: 'INS-36',
    status: 400,
    cause: 'input_AgreedTC is neither 0 nor 1.',
    cure: 'Send 1 once the customer has agreed.',
    operations: ['direct-debit-create'],
  }),
  own('Invalid First Payment Date Used', {
    code: 'INS-39',
    status: 400,
    cause: 'The first day is not YYYYMMDD, or comes without a frequency.',
    cure: 'Send it together with a frequency.',
    operations: ['direct-debit-create'],
  }),
  own('Invalid Frequency Used', {
    code: 'INS-40',
    status: 400,
    cause: 'The frequency is none of 01 to 08.',
    cure: 'Two digits, 01 to 08.',
    operations: ['direct-debit-create'],
  }),
  own('Invalid Start Range Days Used', {
    code: 'INS-41',
    status: 400,
    cause: 'The first day of the month is not two digits, or the frequency takes no days.',
    cure: 'Use it with 04 to 07 only.',
    operations: ['direct-debit-create'],
  }),
  own('Invalid End Range Days Used', {
    code: 'INS-42',
    status: 400,
    cause: 'The last day of the month is malformed, before the first, or the frequency takes no days.',
    cure: 'Use it with 04 to 07 only.',
    operations: ['direct-debit-create'],
  }),
  own('Invalid Expiry Date Used', {
    code: 'INS-43',
    status: 400,
    cause: 'The last day of the mandate is not YYYYMMDD.',
    cure: 'Eight digits.',
    operations: ['direct-debit-create'],
  }),
  own('MSISDN Token and MSISDN provided does not Match', {
    code: 'INS-50',
    status: 400,
    cause: 'Number and token are of two customers.',
    cure: 'Send one of the two.',
    operations: ['direct-debit-cancel', 'direct-debit-payment', ...query],
  }),
  own('Invalid MandateID Used', {
    code: 'INS-51',
    status: 400,
    cause: 'The number of the mandate is not one to twelve digits.',
    cure: 'Send the output_MandateID of creation.',
    operations: ['direct-debit-cancel', 'direct-debit-payment', ...query],
  }),
  own('The MandateID used does not correspond to the ThirdPartyReference used.', {
    code: 'INS-52',
    status: 400,
    other: '500 on the direct-debit query',
    cause: 'Number and reference are of two mandates.',
    cure: 'Send the pair that creation gave. It is final, also with HTTP 500.',
    operations: ['direct-debit-cancel', 'direct-debit-payment', ...query],
  }),
  own('Invalid BalanceAmount Used', {
    code: 'INS-54',
    status: 400,
    other: '401 stands in the same table',
    cause: 'The amount to test is no plain decimal.',
    cure: 'Digits with one dot at most.',
    operations: query,
  }),
  own('BalanceAmount is Mandatory when QueryBalanceAmount is True', {
    code: 'INS-55',
    status: 401,
    cause: 'The balance shall be tested, but against nothing.',
    cure: 'Add input_BalanceAmount, or ask with False. The 401 is no lost session.',
    operations: query,
  }),
  own('Invalid MSISDNToken Used', {
    code: 'INS-56',
    status: 401,
    cause: 'The token is unknown or was damaged: in a query string its = signs have to be encoded.',
    cure: 'Send the stored token, encoded. The 401 is no lost session.',
    operations: query,
  }),
  own('Either MSISDN or MSISDNToken required', {
    code: 'INS-57',
    status: 500,
    cause: 'The request names no customer.',
    cure: 'Send the number or the token. HTTP 500 here is final.',
    operations: query,
  }),
  own('No Active Mandate found', {
    code: 'INS-58',
    status: 400,
    cause: 'The mandate was cancelled, has expired, or was never approved.',
    cure: 'Create a new one.',
    operations: query,
  }),
  own('Session Creation Failed', {
    code: 'INS-989',
    status: 400,
    cause:
      'Wrong API key, the other environment’s public key, another padding, an Origin that is not trusted, or the wrong market.',
    cure: 'Check those in turn: key, sandbox or live, PKCS#1 v1.5, Origin, market.',
    operations: ['get-session'],
  }),
  own('Customer Transaction Value Limit Breached', {
    code: 'INS-990',
    status: 400,
    cause: 'This customer has used up the day’s value that the application allows.',
    cure: 'Wait for the next day, or raise the limit.',
    operations: limited,
  }),
  own('Customer Transaction Count Limit Breached', {
    code: 'INS-991',
    status: 400,
    cause: 'This customer has used up the day’s number of transactions that the application allows.',
    cure: 'Wait for the next day, or raise the limit.',
    operations: limited,
  }),
  own('Multiple Limits Breached', {
    code: 'INS-992',
    status: 400,
    cause: 'The call breaks several limits of the application at once.',
    cure: 'Look at all limits of the product.',
    operations: limited,
  }),
  own('Organization Transaction Count Limit Breached', {
    code: 'INS-993',
    status: 400,
    cause: 'The product’s number of transactions is used up for this session key.',
    cure: 'A new session key, or a higher limit.',
    operations: limited,
  }),
  own('Organization Transaction Value Limit Breached', {
    code: 'INS-994',
    status: 400,
    cause: 'The product’s daily value is used up for this session key.',
    cure: 'A new session key, or a higher limit.',
    operations: limited,
  }),
  own('API Single Transaction Limit Breached', {
    code: 'INS-995',
    status: 400,
    cause: 'This one transaction is larger than the application allows.',
    cure: 'Split it, or raise the limit.',
    operations: limited,
  }),
  own('API Being Used Outside Of Usage Time', {
    code: 'INS-996',
    status: 400,
    cause: 'The product may not be called at this hour.',
    cure: 'Call in the hours that the application allows, or widen them.',
    operations: [...limited, ...reversal, ...lookups],
  }),
  own('API Not Enabled', {
    code: 'INS-997',
    status: 400,
    cause: 'The product is off, on the application or on the organisation’s account.',
    cure: 'Switch it on; live, have the operator do so.',
    operations: everything,
  }),
  own('Invalid Market', {
    code: 'INS-998',
    status: 400,
    cause: 'The market in the path is misspelt, input_Country is another one’s, or the application is.',
    cure: 'One market throughout: path, country, currency.',
    operations: everything,
  }),
  own('Insufficient balance', {
    code: 'INS-2006',
    status: 422,
    cause: 'The customer (C2B, direct debit) or the organisation (B2C, B2B, reversal) has too little.',
    cure: 'Top up, or ask for less.',
    operations: [...payments, ...reversal, ...mandates, ...query],
  }),
  own('MSISDN invalid.', {
    code: 'INS-2051',
    status: 400,
    cause: 'The number is malformed, or no wallet of this market.',
    cure: 'Country code first, no plus, 12 to 14 digits (Lesotho: 11).',
    operations: [...c2b, 'b2c-single-stage', 'query-beneficiary-name', ...mandates, ...query],
  }),
  own('Request processed successfully', {
    code: 'INS-GAR-0',
    status: 201,
    cause: 'The second stage of a collection in two steps went through.',
    cure: 'Count it as success, and answer its callback with the same code.',
    operations: ['update-transaction-status'],
    success: true,
    unconfirmed: 'GitHub abubakar508/go-vodacom-sdk; Ithute Pay Bridge',
  }),
  own('Accepted for processing', {
    code: 'INS-A-0',
    cause: 'A two-stage call was taken in for asynchronous work. Its text on the wire is not known.',
    cure: 'Wait for the callback.',
    operations: ['c2b-multi-stage', 'update-transaction-status'],
    success: true,
    unconfirmed: 'GitHub abubakar508/go-vodacom-sdk; Ithute Pay Bridge',
  }),
  own('Invalid Use Case', {
    code: 'INS-999',
    cause: 'Sandbox only: the reference asks for a scenario that there is none of.',
    cure: 'Use one of the listed trigger values.',
    operations: ['direct-debit-query', 'direct-debit-cancel'],
    unconfirmed: 'A Python SDK (seen in the sandbox); the portal’s testing page has the text',
  }),
  own('Unable to handle the request due to a temporary overloading', {
    code: 'INS-16',
    status: 503,
    cause:
      'The platform has too much to do. Listed on the Mozambique portal; likely behind “Service is not available” here.',
    cure: 'Query what became of it, then try later.',
    operations: [],
    isOpen: true,
    retry: true,
    unconfirmed: 'Mozambique portal, code table',
  }),
  own('Successfully Accepted Result', {
    code: '0',
    status: 200,
    cause: 'No error: what your listener answers when it takes a result in.',
    cure: 'Return it; INS-0 for the direct-debit query, INS-GAR-0 for the second stage.',
    operations: [],
    success: true,
    isAnswered: true,
  }),
]

const cautionOf = (code: string, isOpen = false): Pick<Code, 'caution'> => {
  if (isOpen) return { caution: cautions.outcomeUnknown }
  return code === 'INS-6' ? { caution: cautions.refusedWith401 } : {}
}

/** Codes after which nobody knows whether it was done. */
export const openOutcomes: readonly string[] = rows.flatMap(({ code, isOpen }) => (isOpen ? [code] : []))

const codes = rows.map(
  ({
    code,
    status,
    message,
    cause,
    cure,
    operations,
    other,
    isOpen,
    success,
    isAnswered,
    retry,
    unconfirmed,
  }): Code => ({
    id: `openapi-${code.toLowerCase()}`,
    system: 'openapi',
    code,
    where: code === '0' ? 'result' : 'api',
    message,
    cause,
    cure,
    ...(status !== undefined && { httpStatus: status }),
    operations: operations.map((name) => `openapi.${name}`),
    retry: retry ?? false,
    ...cautionOf(code, isOpen),
    ...(success && { success }),
    ...(isAnswered && { isAnswered }),
    confirmed: unconfirmed === undefined,
    ...(isOpen && { context: 'outcome unknown' }),
    ...(other && { note: `HTTP ${other}.` }),
    source: unconfirmed ?? 'M-Pesa OpenAPI portal, response codes',
  }),
)

export const openapiCodes: readonly Code[] = withTriggers(openapiTriggers, codes)
