import { portal } from '../sources'
import { codesOf, registrations, sources, tutorialTable } from './code'

const c2b = portal('Customer to Business')

const refusal = (code: string, message: string, reason: string) => ({
  id: `c2bv-${code}`,
  code,
  message,
  cause: `You reply this from the validation URL to turn a payment down because ${reason}. It picks the text of the customer’s SMS.`,
  cure: `Reply {"ResultCode":"${code}","ResultDesc":"Rejected"} within about eight seconds.`,
  httpStatus: 200,
  operations: registrations,
  source: c2b,
})

/** What you answer when M-PESA asks whether a customer’s payment may go through. */
export const validationCodes = codesOf('c2b-validation', [
  refusal('C2B00011', 'Invalid MSISDN', 'of who pays'),
  refusal('C2B00012', 'Invalid Account Number', 'the account is not yours'),
  refusal('C2B00013', 'Invalid Amount', 'of its amount'),
  refusal('C2B00014', 'Invalid KYC Details', 'of the payer’s identity'),
  refusal('C2B00015', 'Invalid Shortcode', 'the shortcode is not the right one'),
  refusal('C2B00016', 'Other Error', 'of anything else'),
  {
    id: 'c2bv-0',
    code: '0',
    message: 'Accepted',
    cause:
      'You let the payment through. The tutorial wants a number, the portal has text; both are said to work.',
    cure: 'Reply ResultCode 0, with a ThirdPartyTransID if you like.',
    httpStatus: 200,
    operations: registrations,
    success: true,
    source: sources(c2b, tutorialTable),
  },
  {
    id: 'c2bv-other',
    code: '1',
    message: 'Rejected',
    cause: 'Any other value but zero turns the payment down as well, negative ones included.',
    cure: 'Better reply C2B00011 to C2B00016: the customer’s SMS says more.',
    httpStatus: 200,
    operations: registrations,
    source: tutorialTable,
  },
  {
    id: 'tut-sms-unavailable',
    whyNot: 'A message on the customer’s own phone: no call and no callback carries it.',
    message:
      'Transaction failed, M-PESA cannot complete payment of Ksh <amount> to <organisation>. Organization receiving the payment is unavailable, try again later.',
    cause:
      'The shortcode asks for validation, and the reply was a refusal, came too late, or never came while Cancelled was registered.',
    cure: 'The payer checks amount and account. The organisation keeps its validation URL up and quick, or registers Completed.',
    context: 'SMS to the paying customer',
    retry: true,
    source: tutorialTable,
    tutorialRow: 18,
  },
])
