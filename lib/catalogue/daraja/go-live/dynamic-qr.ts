import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const dynamicQrCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-dynamic-qr-d01',
    system: 'daraja',
    api: 'dynamic-qr',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'QR for a paybill',
    steps: ['Ask for a QR code.'],
    expected: 'A QRCode string is returned.',
    kind: 'success',
    evidence: {
      text: 'An exchange with a QRCode field.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.dynamic-qr'],
          where: [{ field: 'response.body.QRCode', op: 'exists', value: true }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.dynamic-qr' }],
  },
  {
    id: 'daraja-dynamic-qr-d02',
    system: 'daraja',
    api: 'dynamic-qr',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Unknown TrxCode',
    steps: ['Send a TrxCode that does not exist.'],
    expected: 'Refused.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.dynamic-qr'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'request.body.TrxCode', op: 'notIn', value: ['BG', 'WA', 'PB', 'SM', 'SB'] },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.dynamic-qr', values: { TrxCode: 'XX' } }],
  },
]
