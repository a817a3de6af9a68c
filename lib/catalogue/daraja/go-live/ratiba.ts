import { anyOf, fresh, has, isNoneOf, isOneOf } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const ratibaCases = ownCases('ratiba', [
  {
    own: 1,
    title: 'Customer approves a standing order',
    steps: 'Create a standing order and approve it.',
    expected: 'Accepted; callback reports success.',
    proof: 'Accepted exchange and callback.',
    records: [
      sent('ratiba-create'),
      called(
        'ratiba-result',
        anyOf(
          [isOneOf('body.responseHeader.responseCode', 0, 200)],
          [isOneOf('body.ResponseHeader.responseCode', 0, 200)],
        ),
      ),
    ],
    play: [sendAndWait('ratiba-create', { StandingOrderName: fresh(20, 'Rent ') })],
  },
  {
    own: 2,
    title: 'Customer declines a standing order',
    kind: 'negative',
    steps: 'Create a standing order and decline it.',
    expected: 'Callback reports the refusal.',
    proof: 'A callback that reports a failure.',
    records: [
      sent('ratiba-create'),
      called(
        'ratiba-result',
        anyOf(
          [isNoneOf('body.responseHeader.responseCode', 0, 200)],
          [isNoneOf('body.ResponseHeader.responseCode', 0, 200)],
        ),
        anyOf([has('body.responseHeader.responseCode')], [has('body.ResponseHeader.responseCode')]),
      ),
    ],
    play: [sendAndWait('ratiba-create', { StandingOrderName: fresh(20, 'Rent '), PartyA: '254700001032' })],
  },
])
