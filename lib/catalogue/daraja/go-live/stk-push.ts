import type { EvidenceRecord } from '@/lib/catalogue/go-live'
import {
  answerPrompt,
  doesNotMatch,
  fault,
  has,
  hook,
  is,
  isBelow,
  isBetween,
  isLongerThan,
  isNoneOf,
  isOneOf,
  isSameAs,
  isShorterThan,
  letPass,
  matches,
  readStrictly,
  repeats,
  type Where,
} from '@/lib/catalogue/go-live-words'
import { longText, phone, waits } from './plays'
import {
  accepted,
  promptResult,
  promptResultOneOf,
  refused,
  refusesOf,
  urlWithHost,
  urlWithPort,
} from './proofs'
import { expectedTextIsWrong, overHttps, rightToken, wrongToken } from './shared-rows'
import { awaitCallback, called, ownCases, send, sendAndWait, sent, sheetCases } from './words'

/** The gateway takes a value. */
const takes = (...where: Where) => ({
  expected: 'Accepted.',
  proof: 'Accepted exchange.',
  records: [sent('stk-push', ...where, accepted)],
})
const refuses = refusesOf('stk-push')
const rowsSlip =
  'objective and expected text slip by one row on the sheet between rows 12 and 14; the title decides'
const types = ['CustomerPayBillOnline', 'CustomerBuyGoodsOnline']

/** A prompt that ends so on the phone of this number. */
const endsOn = (number: string, end: EvidenceRecord) => ({
  kind: 'negative' as const,
  records: [sent('stk-push'), end],
  play: [sendAndWait('stk-push', phone(number))],
})

export const stkPushCases = [
  ...sheetCases(
    { sheet: 'STK Push request', api: 'stk-push' },
    {
      Authentication: [
        { row: 4, ...rightToken },
        { row: 5, ...wrongToken },
      ],
      'Certificate management': [
        { row: 6, ...overHttps('stk-push', 'stk-push', [sendAndWait('stk-push')], accepted) },
      ],
      'Functionality tests': [
        {
          row: 7,
          title: 'Push with all values valid',
          steps:
            'Send CustomerPayBillOnline with a valid short code, password, timestamp, amount, parties and phone.',
          expected: 'Accepted; the prompt appears on the phone.',
          proof:
            'Accepted exchange (ResponseCode 0 and a CheckoutRequestID) and the callback with ResultCode 0.',
          records: [sent('stk-push', accepted, has('response.body.CheckoutRequestID')), promptResult(0)],
          play: [sendAndWait('stk-push')],
          observed: 'request sent and prompt shown',
        },
        {
          row: 8,
          title: 'Wrong short code',
          steps: 'Change the short code, keep password and timestamp.',
          ...refuses('BusinessShortCode', /short ?code|merchant does not exist/i),
          play: [send('stk-push', { BusinessShortCode: '999999' })],
          observed: 'Bad Request - Invalid BusinessShortCode',
        },
        {
          row: 9,
          title: 'Wrong password',
          steps: 'Change the password, keep short code and timestamp.',
          ...refuses('the credentials', /wrong credentials|password/i),
          play: [send('stk-push', {}, { credentials: { lnmPasskey: 'not-the-passkey-of-this-shortcode' } })],
          observed: '[MerchantValidate] - Wrong credentials',
        },
        {
          row: 10,
          title: 'Wrong timestamp',
          steps: 'Change the timestamp, keep short code and password.',
          ...refuses('Timestamp', /timestamp|wrong credentials/i),
          play: [send('stk-push', { Timestamp: 'yesterday' })],
          observed: 'Bad Request - Invalid Timestamp',
        },
        {
          row: 11,
          title: 'Invalid PartyA',
          steps: 'Send a PartyA that is not a valid number.',
          ...refuses('PartyA', /party ?a/i),
          play: [send('stk-push', { PartyA: '12345' })],
          observed:
            'Bad Request - Invalid PartyA; a PartyA that merely differs from PhoneNumber was accepted',
        },
        {
          row: 12,
          title: 'Invalid phone number',
          steps: 'Send a PhoneNumber with too many or too few digits.',
          ...refuses('PhoneNumber', /phone/i),
          play: [send('stk-push', { PhoneNumber: '2547083741490000' })],
          observed: 'Bad Request - Invalid PhoneNumber',
        },
        {
          row: 13,
          title: 'Valid transaction type',
          steps: 'Send CustomerPayBillOnline (or CustomerBuyGoodsOnline).',
          ...takes(isOneOf('request.body.TransactionType', ...types)),
          proof: 'Accepted exchange that shows the type.',
          play: [sendAndWait('stk-push')],
          quirk: rowsSlip,
        },
        {
          row: 14,
          title: 'Invalid transaction type',
          steps: 'Send a TransactionType that does not exist.',
          ...refuses(
            'TransactionType',
            /transaction ?type/i,
            isNoneOf('request.body.TransactionType', ...types),
          ),
          play: [send('stk-push', { TransactionType: 'NoSuchType' })],
          quirk: rowsSlip,
          observed: 'Bad Request - Invalid TransactionType',
        },
        {
          row: 15,
          title: 'AccountReference under 200 characters',
          steps: 'Send a short AccountReference.',
          ...takes(isShorterThan('request.body.AccountReference', 200)),
          play: [sendAndWait('stk-push')],
          quirk: 'current Daraja allows 12 characters',
          observed: 'accepted',
        },
        {
          row: 16,
          title: 'AccountReference over 200 characters',
          steps: 'Send a long AccountReference.',
          ...refuses(
            'AccountReference',
            /account|remark/i,
            isLongerThan('request.body.AccountReference', 200),
          ),
          play: [readStrictly, send('stk-push', { AccountReference: longText })],
          observed: 'accepted, but no prompt came',
        },
        {
          row: 17,
          title: 'CallBackURL with address and port',
          steps: 'Send a CallBackURL with address and port.',
          ...takes(matches('request.body.CallBackURL', urlWithPort)),
          play: [sendAndWait('stk-push', { CallBackURL: hook('/stk') })],
          observed: 'accepted',
        },
        {
          row: 18,
          title: 'CallBackURL without address and port',
          steps: 'Send a CallBackURL that lacks host and port.',
          ...refuses(
            'CallBackURL',
            /call ?back ?url|result ?url/i,
            doesNotMatch('request.body.CallBackURL', urlWithHost),
          ),
          play: [send('stk-push', { CallBackURL: 'no-address' })],
          observed: 'Bad Request - Invalid CallBackURL',
        },
        {
          row: 19,
          title: 'TransactionDesc under 200 characters',
          steps: 'Send a short TransactionDesc.',
          ...takes(isShorterThan('request.body.TransactionDesc', 200)),
          play: [sendAndWait('stk-push', { TransactionDesc: 'School fees' })],
          quirk: expectedTextIsWrong,
          observed: 'accepted',
        },
        {
          row: 20,
          title: 'TransactionDesc over 200 characters',
          steps: 'Send a long TransactionDesc.',
          ...refuses(
            'TransactionDesc',
            /remark|desc|occasion/i,
            isLongerThan('request.body.TransactionDesc', 200),
          ),
          play: [readStrictly, send('stk-push', { TransactionDesc: longText })],
          observed: 'Bad Request - Invalid Remark',
        },
        {
          row: 21,
          title: 'Amount above 0 and under 70,000',
          steps: 'Send amount 1.',
          ...takes(isBetween('request.body.Amount', 1, 70000)),
          play: [sendAndWait('stk-push')],
          quirk: `${expectedTextIsWrong}; the row warns that the test takes real money`,
        },
        {
          row: 22,
          title: 'Negative amount',
          steps: 'Send amount -1.',
          ...refuses('Amount', /amount/i, isBelow('request.body.Amount', 0)),
          play: [send('stk-push', { Amount: -1 })],
          observed: 'Bad Request - Invalid Amount',
        },
        {
          row: 23,
          title: 'Right PIN on the phone',
          steps: 'Accept the prompt with the right PIN.',
          expected: 'The payment completes; the callback says 0.',
          proof: 'A callback with ResultCode 0 and a receipt.',
          records: [sent('stk-push'), promptResult(0)],
          play: [send('stk-push', phone(waits)), answerPrompt('pin'), awaitCallback('stk-result')],
          quirk: expectedTextIsWrong,
          observed: 'payment went through',
        },
        {
          row: 24,
          title: 'Wrong PIN on the phone',
          steps: 'Enter a wrong PIN (three tries before the PIN is blocked).',
          expected: 'The request was accepted, but the callback reports the failure.',
          proof: 'A callback with a non-zero ResultCode (2001).',
          ...endsOn('254700002001', promptResult(2001)),
          observed: 'payment did not go through',
        },
      ],
    },
  ),
  ...ownCases('stk-push', [
    {
      own: 1,
      title: 'Customer cancels',
      steps: 'Cancel the prompt.',
      expected: 'Callback 1032.',
      proof: 'A callback with 1032.',
      ...endsOn('254700001032', promptResult(1032)),
    },
    {
      own: 2,
      title: 'Phone not reachable',
      steps: 'Send to a phone that is off.',
      expected: 'Callback 1037.',
      proof: 'A callback with 1037.',
      ...endsOn('254700001037', promptResult(1037)),
    },
    {
      own: 3,
      title: 'Customer has too little money',
      steps: 'Accept with a balance below the amount.',
      expected: 'Callback 1.',
      proof: 'A callback with 1.',
      ...endsOn('254700000001', promptResult(1)),
    },
    {
      own: 4,
      title: 'Prompt expires',
      steps: 'Leave the prompt alone.',
      expected: 'Callback 1019 or 1037.',
      proof: 'A callback with 1019 or 1037.',
      ...endsOn('254700001019', promptResultOneOf(1019, 1037)),
    },
    {
      own: 5,
      title: 'Second push while one is open',
      kind: 'negative',
      steps: 'Send two pushes to one phone.',
      expected: 'The second is refused: subscriber locked (500.001.1001).',
      proof: 'Two exchanges; the second an error about a transaction in process.',
      records: [
        sent('stk-push', accepted),
        sent(
          'stk-push',
          refused(/lock subscriber|in process/i),
          isSameAs('request.body.PhoneNumber', 'first.request.body.PhoneNumber'),
        ),
      ],
      against: 'meant',
      play: [send('stk-push', phone(waits)), send('stk-push', phone(waits)), answerPrompt('cancel')],
    },
    {
      own: 6,
      title: 'Buy goods push',
      steps: 'Send CustomerBuyGoodsOnline with the till as PartyB.',
      expected: 'Accepted; callback 0.',
      proof: 'Accepted exchange with that type and callback 0.',
      records: [
        sent('stk-push', is('request.body.TransactionType', 'CustomerBuyGoodsOnline'), accepted),
        promptResult(0),
      ],
      play: [sendAndWait('stk-push', { TransactionType: 'CustomerBuyGoodsOnline', PartyB: '303040' })],
    },
    {
      own: 7,
      title: 'Wrong PartyB for the type',
      kind: 'negative',
      steps: 'Mix a till with CustomerPayBillOnline.',
      expected: 'Callback 2028 or SFC_IC0003.',
      proof: 'A callback with that code.',
      records: [sent('stk-push'), promptResultOneOf(2028, 'SFC_IC0003')],
      play: [readStrictly, sendAndWait('stk-push', { PartyB: '303040' })],
    },
    {
      own: 8,
      title: 'Callback delivered twice',
      steps: 'Deliver one CheckoutRequestID twice.',
      expected: 'Booked once, answered 200 twice.',
      proof: 'Two callbacks with one CheckoutRequestID, both answered 200.',
      records: [
        sent('stk-push'),
        called('stk-result', repeats('body.Body.stkCallback.CheckoutRequestID', 2), is('answer.status', 200)),
      ],
      play: [fault('duplicate', { operation: 'daraja.stk-push' }), sendAndWait('stk-push'), letPass(3)],
    },
  ]),
]
