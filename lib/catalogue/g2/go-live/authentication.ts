import { is, isOneOf } from '@/lib/catalogue/go-live-words'
import { accepted } from './proofs'
import { called, ownCases, send, sendAndWait, sent } from './words'

export const authenticationCases = ownCases('authentication', [
  {
    own: 1,
    title: 'Right spPassword',
    steps: 'Send any request with the right hash.',
    expected: 'Accepted.',
    proof: 'An exchange with response code zero.',
    records: [sent('b2c-payment', accepted)],
    play: [send('b2c-payment')],
  },
  {
    own: 2,
    title: 'Wrong spPassword',
    kind: 'negative',
    steps: 'Change the timestamp after hashing.',
    expected: '100000007.',
    proof: 'An exchange with 100000007.',
    records: [sent('b2c-payment', is('response.body.ResponseCode', '100000007'))],
    play: [
      send('b2c-payment', {
        timeStamp: '20150101000000',
        spPassword: 'MzE2OTQ0YjE2NWY1MGM5MGU0OTdkMWIzYTcyNTA5NWU=',
      }),
    ],
  },
  {
    own: 3,
    title: 'Initiator credential wrong',
    kind: 'negative',
    steps: 'Encrypt another password.',
    expected: 'Accepted, then result 18 (or 2001).',
    proof: 'A result with 18 or 2001.',
    records: [sent('b2c-payment'), called('result', isOneOf('body.Result.ResultCode', '18', '2001'))],
    play: [sendAndWait('b2c-payment', {}, { credentials: { initiatorPassword: 'NotThePassword1!' } })],
  },
])
