import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const queueTimeoutCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-queue-timeout-d01',
    system: 'g2',
    api: 'queue-timeout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Queued and expired',
    steps: ['Use the queue scenario.'],
    expected: '100000000, later notifyQueueTimeout, answered with zeros.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with 100000000 and a timeout callback answered with zeros.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.b2c-payment'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '100000000' }],
        },
        {
          record: 'callback',
          kinds: ['queue-timeout'],
          where: [{ field: 'answer.body.ResultCode', op: 'matches', value: '^0+$' }],
        },
      ],
    },
    against: 'meant',
    play: [
      { do: 'fault', name: 'timeout-instead', value: { operation: 'g2.b2c-payment' } },
      {
        do: 'send',
        operation: 'g2.b2c-payment',
        values: { QueueTimeoutURL: { $hook: '' } },
        wait: 'verdict',
      },
    ],
  },
]
