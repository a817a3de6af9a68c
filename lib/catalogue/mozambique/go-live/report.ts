import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const reportCases: readonly GoLiveCase[] = [
  {
    id: 'mozambique-report-d01',
    system: 'mozambique',
    api: 'report',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Report with successful transactions',
    steps: ['Generate the report of the active API key.'],
    expected: 'It lists successful transactions for every API in use; Go Live sends this report.',
    kind: 'success',
    evidence: {
      text: 'Recorded successful exchanges for each API, listed in the report.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'mozambique.c2b-payment' }],
  },
]
