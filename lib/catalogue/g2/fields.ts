import type { Field } from '@/lib/catalogue/types'
import { cpsClient, generatedClasses, phpClient, specification } from './sources'

export type FieldDraft = Partial<Field> & Pick<Field, 'name' | 'help' | 'example'>

/** Everything travels as text inside XML. Optional unless said otherwise. */
export const text = (facts: FieldDraft): Field => ({
  kind: 'text',
  type: 'string',
  required: false,
  sources: [specification, generatedClasses],
  prefill: facts.required ? undefined : { from: 'none' },
  ...facts,
})

export const fixed = (name: string, value: string, help: string, facts: Partial<Field> = {}): Field =>
  text({ name, help, example: value, required: true, const: value, ...facts })

const identifierTypes: Record<string, string> = {
  '1': 'MSISDN',
  '2': 'Till number',
  '3': 'SP shortcode',
  '4': 'Organisation shortcode',
  '11': 'Organisation operator, user name',
  '12': 'Organisation operator, code',
}

const identifierType = (name: string, value: string, others: string[] = []): Field =>
  text({
    name,
    kind: 'choice',
    required: true,
    choices: [value, ...others].map((one) => ({ value: one, label: identifierTypes[one] ?? one })),
    help: 'What kind of identifier stands beside it.',
    example: value,
    prefill: { from: 'example' },
  })

/** RequestSOAPHeader: who asks the broker. */
export const headerFields: Field[] = [
  text({
    name: 'spId',
    required: true,
    help: 'Your service provider id, which the broker gave you.',
    example: '700100',
    prefill: { from: 'credential', name: 'spId' },
  }),
  text({
    name: 'spPassword',
    kind: 'base64',
    required: true,
    help: 'Base64 of the hexadecimal text of SHA-256 over spId, password and timeStamp.',
    example: 'OTI1ZjE4NzE5MjAxM2M2ZTBkOTUzOTMyYTZmNDE1Zjk4NjY2MjJlMTI4YThiZGJjM2I4OTRkMzRhOWVhNjI5ZQ==',
    note: 'The specification writes base64 of the digest; what is sent is base64 of its 64 hexadecimal letters, 88 characters.',
    derive: 'g2.sp-password',
    secret: true,
  }),
  text({
    name: 'serviceId',
    required: true,
    help: 'The service that was set up for you; usually the spId followed by 000.',
    example: '700100000',
    prefill: { from: 'credential', name: 'serviceId' },
  }),
  text({
    name: 'timeStamp',
    kind: 'timestamp',
    required: true,
    pattern: '^[0-9]{14}$',
    help: 'The time that went into spPassword, YYYYMMDDHHmmss.',
    example: '20240115103000',
    note: 'The specification says UTC; clients that set a zone use Nairobi time. Whether its age is checked is unconfirmed.',
    derive: 'g2.time-stamp',
  }),
]

const commandId = (choices: { value: string; label: string }[]): Field =>
  text({
    name: 'CommandID',
    kind: choices.length > 1 ? 'choice' : 'text',
    required: true,
    maxLength: 64,
    help: 'What is asked for.',
    example: choices[0]?.value ?? '',
    ...(choices.length > 1
      ? { choices, prefill: { from: 'example' as const } }
      : { const: choices[0]?.value ?? '' }),
  })

export const originatorConversationId = text({
  name: 'OriginatorConversationID',
  kind: 'reference',
  required: true,
  minLength: 1,
  maxLength: 128,
  help: 'Your own id of this request, never used before in any command. It comes back in the answer and in the result.',
  example: '600000_JARIBU_000001',
  note: 'The guide asks for shortcode, organisation and a unique part; deployed clients use many shapes.',
  derive: 'g2.originator-id',
  key: 'originator-conversation-id',
})

export const transactionHead = (choices: { value: string; label: string }[]): Field[] => [
  commandId(choices),
  text({ name: 'LanguageCode', help: 'Reserved; empty or 0.', example: '0', prefill: { from: 'example' } }),
  originatorConversationId,
  text({
    name: 'ConversationID',
    help: 'M-Pesa’s id of an earlier message; empty on a first request.',
    example: '',
  }),
  text({ name: 'Remark', maxLength: 255, help: 'A remark of your own.', example: 'October payout' }),
]

export const amount = (facts: Partial<Field> = {}): Field =>
  text({
    name: 'Amount',
    kind: 'amount',
    required: true,
    pattern: '^[0-9]+(\\.[0-9]{1,2})?$',
    help: 'How much, in shillings; two decimals may follow.',
    example: '250.00',
    ...facts,
  })

export const accountReference = text({
  name: 'AccountReference',
  kind: 'reference',
  help: 'The account at the business that is paid. Needed for BusinessPayBill.',
  example: 'INV-2044',
  prefill: { from: 'example' },
  sources: [phpClient],
})

export const queueTimeoutUrl = text({
  name: 'QueueTimeoutURL',
  kind: 'url',
  required: true,
  help: 'Where you are told that the request waited too long in the broker’s queue.',
  example: 'https://example.com/g2/timeout',
  note: 'May be left out only where the broker has an address for your service.',
  prefill: { from: 'inbox', suffix: '/timeout' },
})

export const occasion = text({
  name: 'Occasion',
  help: 'What the payment is for.',
  example: 'Field allowance',
})

export const timestamp = text({
  name: 'Timestamp',
  required: true,
  help: 'When the request was made. Too old a time ends it with result 19.',
  example: '2024-01-15T10:30:00.0000000Z',
  note: 'Seen with seven decimals and Z, with .0000521Z glued on, and as fourteen digits.',
  derive: 'g2.timestamp',
})

export const callerFields: Field[] = [
  text({
    name: 'CallerType',
    kind: 'choice',
    required: true,
    choices: [
      { value: '2', label: 'API caller' },
      { value: '3', label: 'Other' },
    ],
    help: 'Who calls: 2 is an API caller.',
    example: '2',
    prefill: { from: 'example' },
  }),
  text({
    name: 'ThirdPartyID',
    required: true,
    maxLength: 20,
    help: 'Id of the calling system. Many clients send the constant broker_4.',
    example: 'broker_4',
    prefill: { from: 'credential', name: 'thirdPartyId' },
  }),
  text({
    name: 'Caller.Password',
    help: 'Credential of the calling system, only where that feature is on: 344 characters of base64.',
    example: '',
    prefill: { from: 'credential', name: 'callerPassword' },
    secret: true,
  }),
  text({ name: 'CheckSum', help: 'Reserved.', example: '' }),
  text({
    name: 'ResultURL',
    kind: 'url',
    required: true,
    help: 'Where the result goes.',
    example: 'https://example.com/g2/result',
    note: 'May be left out only where the broker has an address for your service.',
    prefill: { from: 'inbox', suffix: '/result' },
  }),
]

export const initiatorFields: Field[] = [
  identifierType('Initiator.IdentifierType', '11', ['1', '14']),
  text({
    name: 'Initiator.Identifier',
    kind: 'operator',
    required: true,
    help: 'User name of the API operator.',
    example: 'testapi',
    prefill: { from: 'credential', name: 'initiatorName' },
  }),
  text({
    name: 'Initiator.SecurityCredential',
    kind: 'base64',
    required: true,
    help: 'The operator’s password, encrypted with the public key of the certificate that was handed out.',
    example: 'nUWU5IMB61paBMg+DYtcfnrjWdu5FF0HNjm3',
    note: 'RSA with PKCS#1 v1.5 padding, explicitly not OAEP; 344 characters for a key of 2048 bits.',
    derive: 'g2.security-credential',
    secret: true,
  }),
  text({
    name: 'Initiator.ShortCode',
    kind: 'shortcode',
    required: true,
    help: 'The organisation that the operator belongs to.',
    example: '600000',
    prefill: { from: 'credential', name: 'shortcode' },
  }),
]

type Party = 'PrimaryParty' | 'ReceiverParty'

export const organisationFields = (party: Party, help: string, facts: Partial<Field> = {}): Field[] => [
  identifierType(`${party}.IdentifierType`, '4', ['2', '3']),
  text({
    name: `${party}.Identifier`,
    kind: 'shortcode',
    required: true,
    help,
    example: '600000',
    prefill: { from: 'credential', name: 'shortcode' },
    ...facts,
  }),
  text({ name: `${party}.ShortCode`, help: 'Reserved; empty, or the shortcode again.', example: '' }),
]

export const customerFields = (help: string): Field[] => [
  identifierType('ReceiverParty.IdentifierType', '1'),
  text({
    name: 'ReceiverParty.Identifier',
    kind: 'msisdn',
    required: true,
    pattern: '^254[17][0-9]{8}$',
    help,
    example: '254708374149',
    prefill: { from: 'phone' },
  }),
  text({ name: 'ReceiverParty.ShortCode', help: 'Only for operators and tills.', example: '' }),
]

export const accessDeviceFields: Field[] = [
  text({
    name: 'AccessDevice.IdentifierType',
    help: 'Kind of the device that asks; 1 is a phone number.',
    example: '',
  }),
  text({ name: 'AccessDevice.Identifier', help: 'The device that asks.', example: '' }),
]

export const requesterFields: Field[] = [
  text({
    name: 'Requester.IdentifierType',
    help: 'Kind of the customer on whose behalf the payment is made; 1 is a phone number.',
    example: '',
    note: 'One client only: unconfirmed.',
    sources: [phpClient],
  }),
  text({
    name: 'Requester.Identifier',
    help: 'The customer on whose behalf the payment is made.',
    example: '',
    note: 'One client only: unconfirmed.',
    sources: [phpClient],
  }),
]

export const keyOwner = text({
  name: 'KeyOwner',
  kind: 'choice',
  required: true,
  choices: [
    { value: '1', label: 'The caller’s key' },
    { value: '2', label: 'The initiator’s key' },
  ],
  help: 'Whose key encrypted the security credential.',
  example: '1',
  prefill: { from: 'example' },
})

export const originalTransactionId = text({
  name: 'OriginalTransactionID',
  kind: 'receipt',
  mentions: ['receipt'],
  required: true,
  help: 'Receipt of the payment to reverse.',
  example: 'UKK5JARIB5',
  sources: [cpsClient],
})
