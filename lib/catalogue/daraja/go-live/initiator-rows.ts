import type { Condition, PlayStep } from '@/lib/catalogue/go-live'
import {
  type CaseRow,
  type Changes,
  differsFrom,
  doesNotMatch,
  hook,
  is,
  isBetween,
  isLongerThan,
  isOutside,
  isSameAs,
  isShorterThan,
  matches,
  readStrictly,
  type SendOptions,
  type Where,
} from '@/lib/catalogue/go-live-words'
import { longText } from './plays'
import { accepted, failedResult, refused, result, urlWithHost, urlWithPort } from './proofs'
import { overHttps, rightToken, wrongToken } from './shared-rows'
import { sent } from './words'

/** A call that an operator of the organisation signs, as its sheet tries it. */
export type InitiatorCall = {
  /** As the sheets name it. */
  name: string
  operations: string | readonly string[]
  /** The field that names the operator. */
  initiator: 'Initiator' | 'InitiatorName'
  /** What else has to be as it should, for a refusal to be that of the operator's credential. */
  rightParty?: Condition
  commands: readonly string[]
  /** A call that succeeds but for these changes, after whatever it needs. */
  attempt: (changes?: Changes, more?: SendOptions) => PlayStep[]
  /** A call that these changes have refused at once. */
  refusal: (changes: Changes) => PlayStep
}

const urls = {
  ResultURL: { path: '/result', about: /result ?url/i },
  QueueTimeOutURL: { path: '/timeout', about: /(queue|result) ?(time ?out)? ?url/i },
}

/** Rows that the sheets of all these calls have, and what their other rows have in common. */
export const initiatorRows = (call: InitiatorCall) => {
  const { name, operations, initiator, commands, attempt, refusal } = call
  const operator = `request.body.${initiator}`
  const rightNames = [
    isSameAs(operator, 'environment.initiatorName'),
    ...(call.rightParty ? [call.rightParty] : []),
  ]
  const command = new RegExp(`^(${commands.join('|')})$`)

  /** The gateway takes a value. */
  const takes = (...where: Where) => ({
    expected: 'The gateway accepts the request (service request accepted).',
    proof: 'An exchange that shows the value under test and ResponseCode 0.',
    records: [sent(operations, ...where, accepted)],
  })

  /** The gateway refuses a value, with a message about its field. */
  const refuses = (field: string, about: RegExp, ...where: Where) => ({
    kind: 'negative' as const,
    expected: `The request is refused with an error that names ${field}.`,
    proof: `An exchange that shows the wrong value and an error about ${field}.`,
    records: [sent(operations, ...where, refused(about))],
  })

  /** The core refuses it, usually after the gateway took it. */
  const fails = (reason: string) => ({
    kind: 'negative' as const,
    expected: `The request may be accepted, no money moves, and the result names the reason: ${reason}.`,
    proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
  })

  /** Refused for a party that is not the right one. */
  const failsForParty = (reason: string, about: RegExp, other: Condition, ...refusedFor: Where) => ({
    ...fails(reason),
    proof:
      'An accepted exchange and a result callback whose ResultCode is that of a party, not of a locked credential or a fault.',
    records: [sent(operations, other), failedResult()],
    or: [[sent(operations, other, ...refusedFor, refused(about))]],
    against: 'meant' as const,
  })

  const shortText = (field: string, text: string) => ({
    title: `${field} under 200 characters`,
    ...takes(isShorterThan(`request.body.${field}`, 200)),
    play: attempt({ [field]: text }),
  })
  const overlongText = (field: string, about: RegExp) => ({
    title: `${field} over 200 characters`,
    ...refuses(field, about, isLongerThan(`request.body.${field}`, 200)),
    play: [readStrictly, refusal({ [field]: longText })],
  })

  const rightCredential = {
    title: 'Security credential encrypted the right way',
    steps: [
      'Encrypt the initiator password with the certificate of the environment (RSA, PKCS#1 v1.5, base64).',
      `Send a valid request to ${name}.`,
    ],
    expected:
      'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
    proof: 'An accepted exchange and its result callback with ResultCode 0.',
    records: [sent(operations, accepted), result(0)],
    play: attempt(),
  } satisfies CaseRow
  const wrongCredential = {
    title: 'Security credential encrypted the wrong way',
    kind: 'negative',
    steps: [
      'Send the password in clear, or encrypted with another certificate.',
      `Send the otherwise valid request to ${name}.`,
    ],
    expected: 'The initiator is refused, at once or in the result (2001).',
    proof: 'An error answer, or a result callback that says the initiator information is invalid.',
    records: [sent(operations, ...rightNames), result(2001)],
    or: [[sent(operations, ...rightNames, refused(/security ?credential|initiator/i))]],
    against: 'meant',
    play: [refusal({ SecurityCredential: 'the-password-in-clear' })],
  } satisfies CaseRow

  return {
    takes,
    refuses,
    fails,
    failsForParty,

    /** With these the workbook begins each of their sheets. */
    head: {
      Authentication: [
        { row: 4, ...rightToken },
        { row: 5, ...wrongToken },
        { row: 6, ...rightCredential },
        { row: 7, ...wrongCredential },
      ],
      'Certificate management': [{ row: 8, ...overHttps(name, operations, attempt(), accepted) }],
    },

    wrongInitiatorName: {
      ...fails('initiator invalid'),
      records: [sent(operations, differsFrom(operator, 'environment.initiatorName')), result(2001)],
      play: attempt({ [initiator]: 'nobody' }),
    },
    wrongInitiatorPassword: {
      ...fails('initiator invalid'),
      records: [sent(operations, ...rightNames), result(2001)],
      against: 'meant' as const,
      play: attempt({}, { credentials: { initiatorPassword: 'not-the-password' } }),
    },

    validCommand: {
      title: 'Valid CommandID',
      steps: `Send ${name} with CommandID ${commands.join(' or ')}.`,
      ...takes(matches('request.body.CommandID', command)),
      play: attempt(),
    } satisfies CaseRow,
    invalidCommand: (wrong: string): CaseRow => ({
      title: 'Invalid CommandID',
      steps: `Send ${name} with a CommandID that does not exist.`,
      ...refuses('CommandID', /command/i, doesNotMatch('request.body.CommandID', command)),
      play: [refusal({ CommandID: wrong })],
    }),
    invalidIdentifierType: (field: 'IdentifierType' | 'RecieverIdentifierType'): CaseRow => ({
      title: 'Invalid identifier type',
      steps: `Send ${field} 6.`,
      ...refuses('the identifier type', /identifier/i, is(`request.body.${field}`, 6)),
      play: [refusal({ [field]: '6' })],
    }),

    amountWithinLimits: {
      title: 'Amount between 1 and 70,000',
      ...takes(isBetween('request.body.Amount', 1, 70000)),
      play: attempt({ Amount: '150' }),
    },
    amountBeyondLimits: {
      title: 'Negative or huge amount',
      ...refuses('Amount', /amount/i, isOutside('request.body.Amount', 1, 70000)),
      play: [refusal({ Amount: '-150' }), refusal({ Amount: '15000000000000000000' })],
    },

    remarks: (text: string): CaseRow => ({
      ...shortText('Remarks', text),
      steps: `Send ${name} with Remarks shorter than 200 characters.`,
    }),
    longRemarks: {
      ...overlongText('Remarks', /remark/i),
      steps: `Send ${name} with Remarks longer than 200 characters.`,
    } satisfies CaseRow,
    occasion: (text: string) => shortText('Occasion', text),
    longOccasion: overlongText('Occasion', /occasion/i),

    urlWithAddress: (field: keyof typeof urls): CaseRow => ({
      title: `${field} with address and port`,
      steps: `Send ${name} with a ${field} that has an address and a port.`,
      ...takes(matches(`request.body.${field}`, urlWithPort)),
      play: attempt({ [field]: hook(urls[field].path) }),
    }),
    urlWithoutAddress: (field: keyof typeof urls): CaseRow => ({
      title: `${field} without address and port`,
      steps: `Send ${name} with a ${field} that lacks host and port.`,
      ...refuses(field, urls[field].about, doesNotMatch(`request.body.${field}`, urlWithHost)),
      play: [refusal({ [field]: urls[field].path })],
    }),
  }
}
