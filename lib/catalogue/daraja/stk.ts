import { promptWait } from '../longest-waits'
import { callback } from './callbacks'
import {
  amount,
  callbackUrl,
  choice,
  msisdn,
  orInteger,
  paidFor,
  reference,
  shortcode,
  stkSignature,
  text,
} from './fields'
import { answers, refuses, sample, stkMessage } from './messages'
import { checkStatusOfPaymentTo, defineOperation, reversePaymentTo } from './operation'
import { captures, darajaJs, observations, olderPortal, portal, tutorial } from './sources'

const accepted = {
  ResponseCode: '0',
  ResponseDescription: 'The service request has been accepted successfully',
  MerchantRequestID: sample.merchantRequestId,
  CheckoutRequestID: sample.checkoutRequestId,
}

export const stkPush = defineOperation({
  name: 'stk-push',
  title: 'M-PESA Express (STK push)',
  summary:
    'Puts a prompt on a customer’s phone that asks for the M-PESA PIN to pay you. The answer only says that the prompt is on its way; whether it was paid comes to the CallBackURL.',
  group: 'M-PESA Express',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/stkpush/v1/processrequest',
  version: 'v1',
  auth: { type: 'bearer', uses: ['lnmShortcode', 'lnmPasskey'] },
  fields: [
    ...stkSignature,
    choice({
      name: 'TransactionType',
      help: 'Whether the receiver is a paybill or a till.',
      choices: [
        { value: 'CustomerPayBillOnline', label: 'CustomerPayBillOnline: to a paybill' },
        { value: 'CustomerBuyGoodsOnline', label: 'CustomerBuyGoodsOnline: to a till' },
      ],
    }),
    amount({
      name: 'Amount',
      help: 'What the customer pays, in whole shillings. Cents are refused.',
      minimum: 1,
      maximum: 250_000,
      example: '1',
    }),
    msisdn({
      name: 'PartyA',
      ...orInteger,
      help: 'The phone that pays.',
      follows: 'PhoneNumber',
      note: 'One project reports ResultCode 1037 in production when phone numbers go out as text; others send text without trouble. A bare number is the safe choice.',
      sources: [portal('M-PESA Express'), darajaJs],
    }),
    shortcode({
      name: 'PartyB',
      ...orInteger,
      help: 'Who gets the money: the paybill itself, or the till number with CustomerBuyGoodsOnline.',
      follows: 'BusinessShortCode',
      example: '174379',
      prefill: { from: 'credential', name: 'lnmShortcode' },
    }),
    msisdn({
      name: 'PhoneNumber',
      ...orInteger,
      help: 'The phone that shows the prompt. Normally the same as PartyA.',
    }),
    callbackUrl({
      name: 'CallBackURL',
      help: 'Where the outcome is posted. Public HTTPS only; addresses with words such as mpesa, safaricom, exe, exec, cmd, sql or query are filtered.',
      example: 'https://hooks.example.test/d/stk/7f3a',
    }),
    paidFor({
      name: 'AccountReference',
      help: 'The account or invoice that the prompt and the customer’s SMS show.',
      maxLength: 12,
      pattern: '^[A-Za-z0-9 _.-]{1,12}$',
      example: 'INV-2041',
      note: 'Longer text can push the prompt past 182 characters, which ends in ResultCode 1025.',
      sources: [portal('M-PESA Express'), observations],
    }),
    text({
      name: 'TransactionDesc',
      help: 'A free note. The portal calls it optional; the tutorial says that it must be there.',
      required: false,
      minLength: 1,
      maxLength: 13,
      example: 'Order 2041',
      sources: [portal('M-PESA Express'), tutorial],
    }),
  ],
  asynchronous: true,
  longestWait: promptWait,
  movesMoney: true,
  acknowledgement: {
    success: answers({
      MerchantRequestID: sample.merchantRequestId,
      CheckoutRequestID: sample.checkoutRequestId,
      ResponseCode: '0',
      ResponseDescription: 'Success. Request accepted for processing',
      CustomerMessage: 'Success. Request accepted for processing',
    }),
    failure: refuses(400, '400.002.02', 'Bad Request - Invalid PhoneNumber'),
    successRule: 'ResponseCode "0" means accepted. It never means paid.',
  },
  variants: [
    refuses(500, '500.001.1001', 'Wrong credentials', {
      when: 'Wrong password, unknown shortcode, a prompt already open, and much else',
    }),
    refuses(404, '404.001.03', 'Invalid Access Token', { when: 'Token expired or from another environment' }),
  ],
  callbacks: [
    callback('stk-result', { variant: 'success', to: 'CallBackURL' }),
    callback('stk-result', {
      variant: 'failure',
      to: 'CallBackURL',
      example: stkMessage({ ResultCode: 1032, ResultDesc: 'Request Cancelled by user.' }),
    }),
    callback('stk-result', {
      variant: 'no-response',
      to: 'CallBackURL',
      example: stkMessage({ ResultCode: 1037, ResultDesc: 'No response from user.' }),
    }),
  ],
  followUps: [
    {
      label: 'Query this',
      operation: 'daraja.stk-query',
      take: [{ value: 'checkout-id', field: 'CheckoutRequestID' }],
    },
    checkStatusOfPaymentTo('PartyB'),
    reversePaymentTo('PartyB'),
  ],
  limits: [
    'KES 1 to 250,000 in one payment.',
    'A customer may move KES 500,000 a day and hold at most KES 500,000.',
  ],
  timing:
    'In the sandbox an unanswered prompt called back after 26 s and a paid one after 17 s. The tutorial gives a prompt one to three minutes, depending on the phone. The same amount to the same customer within two minutes ends in ResultCode 17: leave a minute between prompts. Five unanswered prompts in a row are said to block the phone for a day.',
  notes: [
    'The API never repeats AccountReference; the customer’s SMS does show it.',
    'Nothing guards against a double push: the same AccountReference twice gives two CheckoutRequestIDs.',
    'The callback comes with an HTTP header BusinessShortCode and the content type application/json;charset=UTF-8. It is not signed.',
    'Read CallbackMetadata.Item by Name. Balance usually has no Value, and portal samples leave it out.',
    'One ResultCode has different texts in the callback and in the query.',
    'A prompt that the sandbox sends to a real line takes real money. Reports of the refund differ: at midnight, or at 06:00 the next day.',
  ],
  sources: [portal('M-PESA Express'), observations, captures, olderPortal('M-PESA Express'), tutorial],
})

export const stkQuery = defineOperation({
  name: 'stk-query',
  tellsResult: true,
  longestWait: promptWait,
  title: 'M-PESA Express query',
  summary:
    'Asks what became of a prompt. The answer comes at once, and may be that the prompt is still open.',
  group: 'M-PESA Express',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/stkpushquery/v1/query',
  version: 'v1',
  auth: { type: 'bearer', uses: ['lnmShortcode', 'lnmPasskey'] },
  fields: [
    ...stkSignature,
    reference({
      name: 'CheckoutRequestID',
      mentions: ['checkout-id'],
      help: 'The id that the push answered with.',
      pattern: '^ws_CO_[A-Za-z0-9_]+$',
      example: sample.checkoutRequestId,
    }),
  ],
  acknowledgement: {
    success: answers({ ...accepted, ResultCode: '0', ResultDesc: sample.completed }),
    failure: refuses(500, '500.001.1001', 'The transaction does not Exist'),
    successRule:
      'ResultCode "0" is paid. "4999" or errorCode 500.001.1001 means ask again later. Anything else is final.',
  },
  variants: [
    {
      when: 'Prompt still open',
      ...answers({
        ...accepted,
        ResultCode: '4999',
        ResultDesc: 'The transaction is still under processing',
      }),
    },
    refuses(500, '500.001.1001', 'The transaction is being processed', {
      when: 'Prompt still open, in the older form that is still seen',
    }),
    refuses(200, '500.001.1001', '', { when: 'Prompt still open, as seen in October 2026' }),
    {
      when: 'Nobody answered',
      ...answers({ ...accepted, ResultCode: '1037', ResultDesc: 'DS timeout user cannot be reached.' }),
    },
  ],
  timing:
    'For the test phone that cannot be reached: 4999 at once and after 6 s, 1037 from 14 s on. About one question in five got 500.001.1001 for a push that existed, so that code alone decides nothing.',
  notes: [
    'ResultCode is text here and a number in the callback.',
    'There is no asking by AccountReference. Without the CheckoutRequestID only the callback tells, or the transaction status once a receipt is known.',
  ],
  sources: [portal('M-PESA Express query'), observations, captures],
})
