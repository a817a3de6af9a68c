import { has, isAtLeast, isNoneOf } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const dynamicQrCases = ownCases('dynamic-qr', [
  {
    own: 1,
    title: 'QR for a paybill',
    steps: 'Ask for a QR code.',
    expected: 'A QRCode string is returned.',
    proof: 'An exchange with a QRCode field.',
    records: [sent('dynamic-qr', has('response.body.QRCode'))],
    play: [send('dynamic-qr')],
  },
  {
    own: 2,
    title: 'Unknown TrxCode',
    kind: 'negative',
    steps: 'Send a TrxCode that does not exist.',
    expected: 'Refused.',
    proof: 'An exchange with an error.',
    records: [
      sent(
        'dynamic-qr',
        isAtLeast('response.status', 400),
        isNoneOf('request.body.TrxCode', 'BG', 'WA', 'PB', 'SM', 'SB'),
      ),
    ],
    play: [send('dynamic-qr', { TrxCode: 'XX' })],
  },
])
