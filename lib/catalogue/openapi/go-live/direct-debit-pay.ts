import { from, has, is, isNot, isSameAs } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const directDebitPayCases = ownCases('direct-debit-pay', [
  {
    own: 1,
    title: 'Collect under a mandate',
    steps: 'Collect under a mandate.',
    expected: 'Success code.',
    proof: 'An exchange with INS-0.',
    records: [sent('direct-debit-payment', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [
      send('direct-debit-create', {}, { as: 'mandate' }),
      send('direct-debit-payment', {
        input_ThirdPartyReference: from('mandate', 'request.body.input_ThirdPartyReference'),
      }),
    ],
  },
  {
    own: 2,
    title: 'Collect after cancelling',
    kind: 'negative',
    steps: 'Collect under a cancelled mandate.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0 after a cancel.',
    records: [
      sent('direct-debit-cancel', is('response.body.output_ResponseCode', 'INS-0')),
      sent(
        'direct-debit-payment',
        isSameAs('request.body.input_ThirdPartyReference', 'first.request.body.input_ThirdPartyReference'),
        has('response.body.output_ResponseCode'),
        isNot('response.body.output_ResponseCode', 'INS-0'),
      ),
    ],
    against: 'meant',
    play: [
      send('direct-debit-create', {}, { as: 'mandate' }),
      send('direct-debit-cancel', {
        input_ThirdPartyReference: from('mandate', 'request.body.input_ThirdPartyReference'),
      }),
      send('direct-debit-payment', {
        input_ThirdPartyReference: from('mandate', 'request.body.input_ThirdPartyReference'),
      }),
    ],
  },
])
