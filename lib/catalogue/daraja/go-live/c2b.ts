import {
  answerValidation,
  anyOf,
  doesNotMatch,
  fault,
  has,
  is,
  isAbove,
  isAtLeast,
  isBelow,
  isBetween,
  isEmpty,
  isLongerThan,
  isNoneOf,
  isNot,
  isSameAs,
  isShorterThan,
  lacks,
  letPass,
  matches,
  onlyByHand,
  readStrictly,
  repeats,
  type Where,
} from '@/lib/catalogue/go-live-words'
import { billIsPaid, registerUrls } from './plays'
import { refused } from './proofs'
import { overHttps, rightToken, wrongToken } from './shared-rows'
import { awaitCallback, called, ownCases, send, sent, sheetCases, silence } from './words'

const register = ['c2b-register-v2', 'c2b-register-v1']
const simulate = ['c2b-simulate-v2', 'c2b-simulate-v1']
const done = is('response.status', 200)

const commands = ['CustomerPayBillOnline', 'CustomerBuyGoodsOnline']
const digitsOnly = /^\d+$/

const shifted = 'columns B to D of this row are shifted one column to the right on the sheet'
const oneUrl = {
  quirk: 'current Daraja documents both URLs as required',
  byHand:
    'Both addresses are required today: a registration with one of them is refused, so no run can prove this row. Mark it with a reason.',
}

/** The simulator takes a value. */
const takes = (...where: Where) => ({
  expected:
    'Acknowledgement with ConversationID, OriginatorConversationID (spelled OriginatorCoversationID on the wire) and ResponseDescription.',
  proof: 'A simulate exchange with status 200 that shows the value under test.',
  records: [sent(simulate, ...where, done)],
})

/** The simulator refuses a value, with a message about its field. */
const refuses = (field: string, about: RegExp, ...where: Where) => ({
  kind: 'negative' as const,
  expected: `Error body with requestId, errorCode and an errorMessage about ${field}.`,
  proof: `A simulate exchange with an error about ${field}.`,
  records: [sent(simulate, ...where, refused(about))],
})

const isMandatory = (field: string, about: RegExp, name = field) => ({
  title: `${name} is mandatory`,
  steps: `Leave ${field} out of an otherwise valid call.`,
  ...refuses(name, about, lacks(`request.body.${field}`)),
  play: [send('c2b-simulate-v2', { [field]: null })],
})

/** A payment about which we are asked, and what we answer. */
const asked = (answer: string) => [registerUrls, answerValidation(answer), billIsPaid]

export const c2bCases = [
  ...sheetCases(
    { sheet: 'C2B', api: 'c2b' },
    {
      Authentication: [
        { row: 4, ...rightToken, quirk: shifted },
        { row: 5, ...wrongToken, quirk: shifted },
      ],
      'Certificate management': [
        // The early form of the answer has no ResponseCode.
        { row: 6, ...overHttps('c2b-register', register, [registerUrls]), quirk: shifted },
        {
          row: 7,
          title: 'Service provider credentials (SPID, password, timestamp, service id)',
          steps: 'On the SOAP interface: send a request with the right RequestSOAPHeader.',
          expected: 'Authentication succeeds.',
          proof: 'On G2 SOAP: an exchange whose response code is not 100000007. On Daraja: not applicable.',
          ...onlyByHand('Left over from the SOAP interface: Daraja has no SPID. Mark it as not applicable.'),
          quirk: 'left over from the G2 SOAP interface; mark not applicable for Daraja',
        },
      ],
      'Transaction type management': [
        {
          row: 8,
          title: 'Register both URLs',
          steps: 'Register a ConfirmationURL and a ValidationURL for the short code.',
          expected: 'Success answer; both URLs in force.',
          proof: 'Accepted register exchange with both URLs.',
          records: [
            sent(register, has('request.body.ConfirmationURL'), has('request.body.ValidationURL'), done),
          ],
          play: [registerUrls],
        },
        {
          row: 9,
          title: 'Register the confirmation URL only',
          steps: 'Register with a ConfirmationURL and no ValidationURL.',
          expected: 'Success answer; confirmations arrive.',
          proof: 'Accepted register exchange without a ValidationURL, and a later confirmation callback.',
          records: [
            sent(register, isEmpty('request.body.ValidationURL'), done),
            called('c2b-confirmation', isSameAs('body.BusinessShortCode', 'first.request.body.ShortCode')),
          ],
          ...oneUrl,
        },
        {
          row: 10,
          title: 'Register the validation URL only',
          steps: 'Register with a ValidationURL and no ConfirmationURL.',
          expected: 'Success answer; validations arrive.',
          proof: 'Accepted register exchange without a ConfirmationURL, and a later validation callback.',
          records: [
            sent(register, isEmpty('request.body.ConfirmationURL'), done),
            called('c2b-validation', isSameAs('body.BusinessShortCode', 'first.request.body.ShortCode')),
          ],
          ...oneUrl,
        },
      ],
      'Functionality tests': [
        {
          row: 11,
          title: 'Confirmation received and acknowledged',
          steps: ['Make a payment.', 'Answer the confirmation.'],
          expected: 'The confirmation arrives and the receiver acknowledges it.',
          proof: 'A confirmation callback whose answer was HTTP 200.',
          records: [called('c2b-confirmation', is('answer.status', 200))],
          against: 'meant',
          play: [registerUrls, billIsPaid, awaitCallback('c2b-confirmation')],
        },
        {
          row: 12,
          title: 'Confirmation received but not acknowledged, ResponseType Completed',
          steps: [
            'Register with ResponseType Completed.',
            'Make a payment and let the receiver give no proper answer.',
          ],
          expected: 'The payment still completes.',
          proof:
            'A confirmation callback whose answer failed, and a status query or statement that shows Completed.',
          records: [called('c2b-confirmation', isNot('answer.status', 200))],
          byHand:
            'The inbox acknowledges every confirmation it can read. Let a receiver of your own keep silent and record what came.',
          against: 'meant',
        },
        {
          row: 13,
          title: 'Validation accepted',
          steps: [
            'Switch validation on.',
            'Make a payment and answer the validation with success.',
            'Answer the confirmation.',
          ],
          expected:
            'Validation arrives, is accepted, the payment completes (or fails for lack of money), and the confirmation follows.',
          proof: 'A validation callback answered 0 and a confirmation callback with the same TransID.',
          records: [called('c2b-validation', is('answer.body.ResultCode', '0')), called('c2b-confirmation')],
          play: [...asked('accept'), awaitCallback('c2b-confirmation')],
        },
        {
          row: 14,
          title: 'Validation rejected',
          kind: 'negative',
          steps: 'Answer the validation with a non-zero code.',
          expected: 'M-PESA cancels; the customer gets a failure SMS; no confirmation comes.',
          proof: 'A validation callback answered with a non-zero code and no confirmation for that TransID.',
          records: [
            called('c2b-validation', isNot('answer.body.ResultCode', '0')),
            silence('c2b-confirmation', 60),
          ],
          play: [...asked('C2B00011'), awaitCallback('c2b-validation'), letPass(60)],
        },
        {
          row: 15,
          title: 'Validation not answered, ResponseType Completed',
          steps: ['Register with ResponseType Completed.', 'Let the validation time out.'],
          expected: 'The payment completes by default.',
          proof: 'A validation callback without a timely answer, followed by a confirmation.',
          records: [called('c2b-validation', is('answer.status', 0)), called('c2b-confirmation')],
          against: 'meant',
          play: [...asked('silent'), awaitCallback('c2b-confirmation')],
        },
        {
          row: 16,
          title: 'Validation not answered, ResponseType Cancelled',
          kind: 'negative',
          steps: ['Register with ResponseType Cancelled.', 'Let the validation time out.'],
          expected: 'The payment is cancelled by default.',
          proof: 'A validation callback without a timely answer and no confirmation.',
          records: [called('c2b-validation', is('answer.status', 0)), silence('c2b-confirmation', 60)],
          against: 'meant',
          play: [
            send('c2b-register-v2', { ResponseType: 'Cancelled' }),
            answerValidation('silent'),
            billIsPaid,
            awaitCallback('c2b-validation'),
            letPass(70),
          ],
        },
      ],
      'Test C2B Simulate Transaction': [
        {
          row: 18,
          title: 'Simulator page can be opened',
          steps: 'Open the C2B simulate form.',
          expected: 'The form is shown.',
          proof: 'A simulate exchange with status 200: the form was opened and sent.',
          records: [sent(simulate, done)],
          play: [send('c2b-simulate-v2')],
        },
        {
          row: 19,
          title: 'Simulate with no input at all',
          steps: 'Send the call with neither token nor body.',
          ...refuses(
            'the missing input',
            /.+/,
            isEmpty('request.body'),
            lacks('request.headers.Authorization'),
          ),
          play: [send('c2b-simulate-v2', {}, { token: null, body: '' })],
        },
        {
          row: 20,
          title: 'Simulate with a token but no body',
          steps: 'Send the call with a valid token and an empty body.',
          ...refuses(
            'the missing input',
            /.+/,
            isEmpty('request.body'),
            has('request.headers.Authorization'),
          ),
          play: [send('c2b-simulate-v2', {}, { body: '' })],
        },
        { row: 21, ...isMandatory('CommandID', /command ?id/i) },
        { row: 22, ...isMandatory('Amount', /Amount/i) },
        { row: 23, ...isMandatory('Msisdn', /MSISDN/i, 'MSISDN') },
        {
          row: 24,
          title: 'BillRefNumber is mandatory',
          steps: 'Leave BillRefNumber out of an otherwise valid call.',
          ...refuses(
            'BillRefNumber',
            /bill ?ref/i,
            is('request.body.CommandID', 'CustomerPayBillOnline'),
            lacks('request.body.BillRefNumber'),
          ),
          against: 'meant',
          play: [readStrictly, send('c2b-simulate-v2', { BillRefNumber: null })],
        },
        { row: 25, ...isMandatory('ShortCode', /ShortCode/i) },
        {
          row: 26,
          title: 'Valid call with CustomerPayBillOnline',
          steps: 'Send a valid call.',
          ...takes(is('request.body.CommandID', 'CustomerPayBillOnline')),
          play: [send('c2b-simulate-v2', { CommandID: 'CustomerPayBillOnline' })],
        },
        {
          row: 27,
          title: 'Unknown CommandID',
          steps: 'Send a random CommandID.',
          ...refuses('CommandID', /command/i, isNoneOf('request.body.CommandID', ...commands)),
          play: [send('c2b-simulate-v2', { CommandID: 'NoSuchCommand' })],
        },
        {
          row: 28,
          title: 'Amount 0',
          steps: 'Send amount 0.',
          ...refuses('Amount', /amount/i, is('request.body.Amount', 0)),
          play: [send('c2b-simulate-v2', { Amount: 0 })],
        },
        {
          row: 29,
          title: 'Amount above 70,000',
          steps: 'Send an amount above 70,000.',
          ...refuses('Amount', /amount/i, isAbove('request.body.Amount', 70000)),
          play: [readStrictly, send('c2b-simulate-v2', { Amount: 300000, BillRefNumber: '2041' })],
        },
        {
          row: 30,
          title: 'Negative amount',
          steps: 'Send a negative amount.',
          ...refuses('Amount', /amount/i, isBelow('request.body.Amount', 0)),
          play: [send('c2b-simulate-v2', { Amount: -1 })],
        },
        {
          row: 31,
          title: 'MSISDN with letters',
          steps: 'Send a number that holds letters.',
          ...refuses('MSISDN', /msisdn/i, doesNotMatch('request.body.Msisdn', digitsOnly)),
          play: [send('c2b-simulate-v2', { Msisdn: '25470837414A' })],
        },
        {
          row: 32,
          title: 'MSISDN longer than 12 digits',
          steps: 'Send a number of 13 or more digits.',
          ...refuses('MSISDN', /msisdn/i, isLongerThan('request.body.Msisdn', 12)),
          play: [send('c2b-simulate-v2', { Msisdn: '2547083741490' })],
        },
        {
          row: 33,
          title: 'MSISDN shorter than 12 digits',
          steps: 'Send a number of 11 or fewer digits.',
          ...refuses('MSISDN', /msisdn/i, isShorterThan('request.body.Msisdn', 12)),
          play: [send('c2b-simulate-v2', { Msisdn: '25470837414' })],
        },
        {
          row: 34,
          title: 'BillRefNumber not numeric',
          steps: 'Send a BillRefNumber with letters.',
          ...refuses('BillRefNumber', /bill ?ref/i, doesNotMatch('request.body.BillRefNumber', digitsOnly)),
          byHand:
            'The service takes letters in account numbers today, so no run can prove this row: mark it with a reason.',
          quirk:
            'the live service takes letters in account numbers; expect this row to be marked as not matching',
        },
        {
          row: 35,
          title: 'BillRefNumber too long',
          steps: 'Send a BillRefNumber over the maximum length.',
          ...refuses('BillRefNumber', /bill ?ref/i, isLongerThan('request.body.BillRefNumber', 20)),
          play: [send('c2b-simulate-v2', { BillRefNumber: 'INV-2041-of-a-customer-with-a-long-name' })],
        },
        {
          row: 36,
          title: 'BillRefNumber too short',
          steps: 'Send a BillRefNumber under the minimum length.',
          ...refuses('BillRefNumber', /bill ?ref/i, isShorterThan('request.body.BillRefNumber', 1)),
          play: [readStrictly, send('c2b-simulate-v2', { BillRefNumber: '' })],
        },
        {
          row: 37,
          title: 'ShortCode not numeric',
          steps: 'Send a short code with letters.',
          ...refuses('ShortCode', /short ?code/i, doesNotMatch('request.body.ShortCode', digitsOnly)),
          play: [send('c2b-simulate-v2', { ShortCode: 'sixhundred' })],
        },
        {
          row: 38,
          title: 'ShortCode longer than 6 digits',
          steps: 'Send a short code of 7 or more digits.',
          ...refuses('ShortCode', /short ?code/i, isLongerThan('request.body.ShortCode', 6)),
          play: [send('c2b-simulate-v2', { ShortCode: '60000000' })],
          quirk: 'short codes of 7 digits exist today',
        },
        {
          row: 39,
          title: 'ShortCode shorter than 5 digits',
          steps: 'Send a short code of 4 or fewer digits.',
          ...refuses('ShortCode', /short ?code/i, isShorterThan('request.body.ShortCode', 5)),
          play: [send('c2b-simulate-v2', { ShortCode: '600' })],
        },
        {
          row: 40,
          title: 'Amount from 1 to 70,000',
          steps: 'Send an amount inside the range.',
          ...takes(isBetween('request.body.Amount', 1, 70000)),
          play: [send('c2b-simulate-v2')],
        },
        {
          row: 41,
          title: 'MSISDN with 12 digits',
          steps: 'Send a 12-digit number.',
          ...takes(matches('request.body.Msisdn', /^\d{12}$/)),
          play: [send('c2b-simulate-v2')],
        },
        {
          row: 42,
          title: 'Valid MSISDN',
          steps: 'Send the test number.',
          ...takes(has('request.body.Msisdn')),
          play: [send('c2b-simulate-v2')],
        },
        {
          row: 43,
          title: 'Valid BillRefNumber',
          steps: 'Send a valid account number.',
          ...takes(has('request.body.BillRefNumber')),
          play: [send('c2b-simulate-v2', { BillRefNumber: '2041' })],
        },
        {
          row: 44,
          title: 'Valid ShortCode',
          steps: 'Send the test short code.',
          ...takes(has('request.body.ShortCode')),
          play: [send('c2b-simulate-v2')],
        },
      ],
    },
  ),
  ...ownCases('c2b', [
    {
      own: 1,
      title: 'Register twice',
      kind: 'negative',
      steps: 'Register URLs for a short code that has URLs.',
      expected: 'Sandbox overwrites; production refuses as already registered.',
      proof: 'Two register exchanges; in production the second is an error that says registered.',
      records: [
        sent(register, done),
        sent(
          register,
          isSameAs('request.body.ShortCode', 'first.request.body.ShortCode'),
          anyOf([done], [matches('response.body.errorMessage', /registered/i)]),
        ),
      ],
      play: [send('c2b-register-v2', {}, { times: 2 })],
    },
    {
      own: 2,
      title: 'Forbidden word in a URL',
      kind: 'negative',
      steps: 'Register a URL that contains mpesa, safaricom, exe, cmd, sql or query.',
      expected: 'Refused, or warned by the dashboard before sending.',
      proof: 'A register exchange with an error, or the dashboard warning.',
      records: [
        sent(
          register,
          matches('request.body.ConfirmationURL', /mpesa|m-pesa|safaricom|exe|cmd|sql|query/i),
          anyOf([isAtLeast('response.status', 400)], [is('request.sentAnyway', true)]),
        ),
      ],
      play: [send('c2b-register-v2', { ConfirmationURL: 'https://duka.example/mpesa/confirmation' })],
    },
    {
      own: 3,
      title: 'ResponseType spelled wrong',
      kind: 'negative',
      steps: 'Register with completed in lower case.',
      expected: 'Refused, or ignored; must be Completed or Cancelled.',
      proof: 'A register exchange with the wrong spelling.',
      records: [
        sent(
          register,
          isNoneOf('request.body.ResponseType', 'Completed', 'Cancelled'),
          has('response.status'),
        ),
      ],
      play: [send('c2b-register-v2', { ResponseType: 'completed' })],
    },
    {
      own: 4,
      title: 'Rejection with a named reason',
      kind: 'negative',
      steps: 'Answer a validation with C2B00012.',
      expected: 'The payment is cancelled.',
      proof: 'A validation callback answered with C2B00011 to C2B00016.',
      records: [
        called('c2b-validation', matches('answer.body.ResultCode', /^C2B0001[1-6]$/)),
        silence('c2b-confirmation', 60),
      ],
      play: [...asked('C2B00012'), awaitCallback('c2b-validation'), letPass(70)],
    },
    {
      own: 5,
      title: 'Slow validation answer',
      kind: 'negative',
      steps: 'Answer after the time limit (about 8 seconds).',
      expected: 'M-PESA applies the registered ResponseType.',
      proof: 'A validation callback whose answer took longer than the limit.',
      records: [called('c2b-validation', anyOf([isAbove('answer.ms', 8000)], [is('answer.status', 0)]))],
      against: 'meant',
      play: [...asked('silent'), awaitCallback('c2b-confirmation')],
    },
    {
      own: 6,
      title: 'Same confirmation twice',
      steps: 'Deliver the same TransID again.',
      expected: 'The receiver answers success and books it once.',
      proof: 'Two confirmation callbacks with one TransID, both answered 200.',
      records: [called('c2b-confirmation', repeats('body.TransID', 2), is('answer.status', 200))],
      play: [registerUrls, fault('duplicate'), billIsPaid, awaitCallback('c2b-confirmation'), letPass(3)],
    },
    {
      own: 7,
      title: 'Masked or hashed MSISDN',
      steps: 'Receive a confirmation whose MSISDN is masked or a 64-character hash.',
      expected: 'The receiver stores it without failing.',
      proof: 'A confirmation callback with a masked or hashed MSISDN, answered 200.',
      records: [
        called('c2b-confirmation', doesNotMatch('body.MSISDN', /^\d{12}$/), is('answer.status', 200)),
      ],
      against: 'meant',
      play: [send('c2b-register-v1'), billIsPaid, awaitCallback('c2b-confirmation')],
    },
    {
      own: 8,
      title: 'Buy goods payment',
      steps: 'Simulate CustomerBuyGoodsOnline without a bill reference.',
      expected: 'Accepted; confirmation arrives.',
      proof: 'Accepted simulate exchange and a confirmation.',
      records: [
        sent(simulate, is('request.body.CommandID', 'CustomerBuyGoodsOnline'), done),
        called(
          'c2b-confirmation',
          isSameAs('body.BusinessShortCode', 'first.request.body.ShortCode'),
          isSameAs('body.TransAmount', 'first.request.body.Amount'),
        ),
      ],
      play: [
        send('c2b-register-v2', { ShortCode: 303040 }),
        send('c2b-simulate-v2', {
          ShortCode: 303040,
          CommandID: 'CustomerBuyGoodsOnline',
          BillRefNumber: null,
        }),
        awaitCallback('c2b-confirmation'),
      ],
    },
  ]),
]
