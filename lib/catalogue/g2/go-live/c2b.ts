import { answerValidation, customerPays, is, isNot, letPass } from '@/lib/catalogue/go-live-words'
import { accepted } from './proofs'
import { awaitCallback, called, ownCases, send, sent, silence } from './words'

export const c2bCases = ownCases('c2b', [
  {
    own: 1,
    title: 'Register URLs',
    steps: 'Send RegisterURL with both URLs.',
    expected: 'Zeros.',
    proof: 'An exchange with zeros.',
    records: [sent('register-url', accepted)],
    play: [send('register-url')],
  },
  {
    own: 2,
    title: 'Validation accepted and confirmed',
    steps: 'Answer validation with 0 and acknowledge the confirmation.',
    expected: 'Both callbacks with one TransID.',
    proof: 'A validation answered 0 and a confirmation with the same TransID.',
    records: [called('c2b-validation', is('answer.body.ResultCode', '0')), called('c2b-confirmation')],
    play: [
      send('register-url'),
      answerValidation('accept'),
      customerPays('600000', 'INV-9', 10),
      awaitCallback('c2b-confirmation'),
    ],
  },
  {
    own: 3,
    title: 'Validation rejected',
    kind: 'negative',
    steps: 'Answer with a non-zero code.',
    expected: 'No confirmation.',
    proof: 'A validation answered non-zero and no confirmation.',
    records: [
      called('c2b-validation', isNot('answer.body.ResultCode', '0')),
      silence('c2b-confirmation', 60),
    ],
    play: [
      send('register-url'),
      answerValidation('C2B00012'),
      customerPays('600000', 'INV-9', 10),
      awaitCallback('c2b-validation'),
      letPass(65),
    ],
  },
])
