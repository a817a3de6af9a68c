import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const authenticationCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-authentication-d01',
    system: 'g2',
    api: 'authentication',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Right spPassword',
    steps: ['Send any request with the right hash.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange with response code zero.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.b2c-payment'],
          where: [{ field: 'response.body.ResponseCode', op: 'matches', value: '^0+$' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.b2c-payment' }],
  },
  {
    id: 'g2-soap-authentication-d02',
    system: 'g2',
    api: 'authentication',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Wrong spPassword',
    steps: ['Change the timestamp after hashing.'],
    expected: '100000007.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with 100000007.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.b2c-payment'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '100000007' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'g2.b2c-payment',
        values: { timeStamp: '20150101000000', spPassword: 'MzE2OTQ0YjE2NWY1MGM5MGU0OTdkMWIzYTcyNTA5NWU=' },
      },
    ],
  },
  {
    id: 'g2-soap-authentication-d03',
    system: 'g2',
    api: 'authentication',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Initiator credential wrong',
    steps: ['Encrypt another password.'],
    expected: 'Accepted, then result 18 (or 2001).',
    kind: 'negative',
    evidence: {
      text: 'A result with 18 or 2001.',
      records: [
        { record: 'exchange', operations: ['g2.b2c-payment'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'in', value: ['18', '2001'] }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'g2.b2c-payment',
        credentials: { initiatorPassword: 'NotThePassword1!' },
        wait: 'verdict',
      },
    ],
  },
]
