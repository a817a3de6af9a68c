import type { Field } from '@/lib/catalogue/types'
import { captures, olderPortal, portal, tutorial } from './sources'

/** A field before its entry says where it was read. */
export type FieldDraft = Omit<Field, 'sources'> & { sources?: string[] }

type FieldFacts = Pick<Field, 'name' | 'help'> & Partial<FieldDraft>

/** Documented as text; the service takes a bare number as well. */
export const orInteger = { alsoAccepts: ['integer'] } satisfies Partial<Field>
/** Documented as a number; the service takes text as well. */
export const orString = { alsoAccepts: ['string'] } satisfies Partial<Field>

export const text = (facts: FieldFacts): FieldDraft => ({
  kind: 'text',
  type: 'string',
  required: true,
  example: '',
  ...facts,
})

export const reference = (facts: FieldFacts): FieldDraft => text({ kind: 'reference', ...facts })

/** What the payment is for, as payer and payee know it. */
export const paidFor = (facts: FieldFacts): FieldDraft => reference({ subject: 'reference', ...facts })

/** Whole shillings written as digits. */
export const amount = (facts: FieldFacts): FieldDraft => ({
  kind: 'amount',
  type: 'string',
  alsoAccepts: ['integer'],
  required: true,
  pattern: '^[1-9][0-9]*$',
  example: '150',
  ...facts,
})

/** A Safaricom line in international form, without the plus. */
export const msisdn = (facts: FieldFacts): FieldDraft => ({
  kind: 'msisdn',
  type: 'string',
  required: true,
  pattern: '^254(7|1)[0-9]{8}$',
  example: '254708374149',
  prefill: { from: 'phone' },
  ...facts,
})

/** A line that may also be written in the national form, `07…` or `01…`. */
export const nationalMsisdn = (facts: FieldFacts): FieldDraft =>
  msisdn({ pattern: '^(254|0)(7|1)[0-9]{8}$', example: '0708374149', prefill: { from: 'example' }, ...facts })

export const shortcode = (facts: FieldFacts): FieldDraft => ({
  kind: 'shortcode',
  type: 'string',
  required: true,
  pattern: '^[0-9]{5,7}$',
  example: '600321',
  prefill: { from: 'credential', name: 'shortcode' },
  ...facts,
})

export const choice = (facts: FieldFacts & { choices: { value: string; label: string }[] }): FieldDraft => ({
  kind: 'choice',
  type: 'string',
  required: true,
  example: facts.choices[0]?.value ?? '',
  ...facts,
})

/** A choice with one possible answer. */
export const fixed = (facts: FieldFacts & { const: string; label: string }): FieldDraft => {
  const { label, ...field } = facts
  return choice({ ...field, example: facts.const, choices: [{ value: facts.const, label }] })
}

/** A URL that the provider calls; prefilled with the run's own address in the inbox. */
export const callbackUrl = (facts: FieldFacts & { suffix?: string }): FieldDraft => {
  const { suffix = '', ...field } = facts
  return {
    kind: 'url',
    type: 'string',
    required: true,
    example: 'https://hooks.example.test/d',
    prefill: { from: 'inbox', suffix },
    ...field,
  }
}

/** Command ids are at most 64 characters on every page that lists them. */
export const commandId = (value: string, label: string): FieldDraft =>
  fixed({
    name: 'CommandID',
    const: value,
    label,
    maxLength: 64,
    help: 'Names the kind of transaction. This operation has only one.',
  })

/** Called `InitiatorName` by B2C and `Initiator` everywhere else. */
export const operator = (name: 'Initiator' | 'InitiatorName'): FieldDraft => ({
  name,
  kind: 'operator',
  type: 'string',
  required: true,
  help: 'User name of the API operator that your Business Administrator made on the M-PESA organisation portal.',
  example: 'jaribuapi',
  prefill: { from: 'credential', name: 'initiatorName' },
})

const exampleCredential =
  'SmFyaWJ1IGV4YW1wbGUgb25seSwgbm90IGEgcmVhbCBjcmVkZW50aWFsLiBKYXJpYnUgZXhhbXBsZSBvbmx5LCBub3QgYSByZWFsIGNyZWRlbnRpYWwuIEphcmlidSBleGFtcGxlIG9ubHksIG5vdCBhIHJlYWwgY3JlZGVudGlhbC4gSmFyaWJ1IGV4YW1wbGUgb25seSwgbm90IGEgcmVhbCBjcmVkZW50aWFsLiBKYXJpYnUgZXhhbXBsZSBvbmx5LCBub3QgYSByZWFsIGNyZWRlbnRpYWwuIEphcmlidSBleGFtcGxlIG9ubHksIG5vdCBhIHJlYWwgY3JlZA=='

export const securityCredential: FieldDraft = {
  name: 'SecurityCredential',
  kind: 'base64',
  type: 'string',
  required: true,
  // A 2048-bit RSA key gives 256 bytes, which are 344 characters of base64.
  pattern: '^[A-Za-z0-9+/]{342}==$',
  help: 'The operator’s password, encrypted with the environment’s certificate (RSA, PKCS#1 v1.5) and written as base64. The same value may be sent again until the password changes.',
  example: exampleCredential,
  derive: 'daraja.security-credential',
  secret: true,
}

export const remarks: FieldDraft = text({
  name: 'Remarks',
  help: 'A short note that is kept with the transaction. It may not be blank.',
  minLength: 2,
  maxLength: 100,
  example: 'November float',
})

/** `Occassion` on payment calls, `Occasion` on reversal and status: both as on the wire. */
export const occasion = (name: 'Occassion' | 'Occasion', facts: Partial<FieldDraft> = {}): FieldDraft =>
  text({
    name,
    help:
      name === 'Occassion'
        ? 'A second free note. The wire name has a double s.'
        : 'A second free note. Here the wire name has one s.',
    required: false,
    maxLength: 100,
    example: 'November',
    ...facts,
  })

export const resultUrls: FieldDraft[] = [
  callbackUrl({
    name: 'QueueTimeOutURL',
    suffix: '/timeout',
    help: 'Called when the request waited in the gateway’s queue for too long and never reached M-PESA.',
    example: 'https://hooks.example.test/d/timeout',
  }),
  callbackUrl({
    name: 'ResultURL',
    suffix: '/result',
    help: 'Called with the outcome once M-PESA has worked on the request.',
    example: 'https://hooks.example.test/d/result',
  }),
]

export const identifierTypes = {
  msisdn: { value: '1', label: '1: phone number' },
  till: { value: '2', label: '2: till' },
  shortcode: { value: '4', label: '4: organisation shortcode' },
  reversal: { value: '11', label: '11: organisation, as reversal has it' },
}

export const senderIdentifierType: FieldDraft = fixed({
  name: 'SenderIdentifierType',
  const: '4',
  label: identifierTypes.shortcode.label,
  ...orInteger,
  help: 'What kind of identifier PartyA is. Only an organisation shortcode can pay here.',
})

export const receiverIdentifierType = (facts: Partial<FieldDraft> = {}): FieldDraft =>
  choice({
    name: 'RecieverIdentifierType',
    ...orInteger,
    choices: [identifierTypes.shortcode],
    help: 'What kind of identifier PartyB is. The wire name swaps i and e; sent correctly spelled, it is not found.',
    ...facts,
  })

export const originatorConversationId: FieldDraft = reference({
  name: 'OriginatorConversationID',
  help: 'Your own id of this payout. A second request with the same id is refused, so nobody is paid twice.',
  maxLength: 128,
  example: 'jaribu-2041-0001',
  derive: 'daraja.originator-id',
  key: 'originator-conversation-id',
})

export const stkSignature: FieldDraft[] = [
  shortcode({
    name: 'BusinessShortCode',
    type: 'integer',
    ...orString,
    help: 'The shortcode that went live with M-PESA Express. A till uses its store or head-office number here.',
    example: 174379,
    prefill: { from: 'credential', name: 'lnmShortcode' },
  }),
  {
    name: 'Password',
    kind: 'base64',
    type: 'string',
    required: true,
    help: 'Base64 of shortcode, passkey and Timestamp written one after the other.',
    example:
      'MTc0Mzc5YmZiMjc5ZjlhYTliZGJjZjE1OGU5N2RkNzFhNDY3Y2QyZTBjODkzMDU5YjEwZjc4ZTZiNzJhZGExZWQyYzkxOTIwMjYxMTIwMDkxNTMw',
    derive: 'daraja.stk-password',
    secret: true,
  },
  {
    name: 'Timestamp',
    kind: 'timestamp',
    type: 'string',
    required: true,
    pattern: '^[0-9]{14}$',
    help: 'Nairobi time as YYYYMMDDHHmmss: the very one that is inside Password.',
    example: '20261120091530',
    sources: [portal('M-PESA Express'), olderPortal('M-PESA Express'), captures, tutorial],
    derive: 'daraja.timestamp',
  },
]
