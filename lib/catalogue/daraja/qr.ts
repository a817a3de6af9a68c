import { amount, choice, orString, paidFor, text } from './fields'
import { answers, refuses, sample } from './messages'
import { defineOperation } from './operation'
import { captures, mpesakit, portal, sdkNet } from './sources'

const image = 'iVBORw0KGgoAAAANSUhEUg...'

export const dynamicQr = defineOperation({
  name: 'dynamic-qr',
  title: 'Dynamic QR',
  summary: 'Makes a QR code that the M-PESA app scans, with receiver, amount and reference already in it.',
  group: 'QR',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/qrcode/v1/generate',
  version: 'v1',
  fields: [
    text({ name: 'MerchantName', help: 'The name that the payer sees.', example: 'JARIBU SHOP' }),
    paidFor({
      name: 'RefNo',
      help: 'Your reference; for a paybill, the account number.',
      example: 'INV-2041',
    }),
    amount({
      name: 'Amount',
      type: 'integer',
      ...orString,
      pattern: undefined,
      minimum: 1,
      help: 'What is to be paid, in shillings.',
      example: 150,
    }),
    choice({
      name: 'TrxCode',
      help: 'What scanning does.',
      choices: [
        { value: 'PB', label: 'PB: pay a paybill' },
        { value: 'BG', label: 'BG: buy goods at a till' },
        { value: 'WA', label: 'WA: withdraw at an agent' },
        { value: 'SM', label: 'SM: send money to a phone' },
        { value: 'SB', label: 'SB: send to a business' },
      ],
    }),
    text({
      name: 'CPI',
      help: 'Who is paid: till, paybill, agent till or phone, as TrxCode says.',
      example: '600321',
      prefill: { from: 'credential', name: 'shortcode' },
    }),
    text({
      name: 'Size',
      kind: 'number',
      pattern: '^[0-9]+$',
      help: 'Width and height of the picture in pixels.',
      example: '300',
    }),
  ],
  acknowledgement: {
    success: answers({ ResponseCode: '00', ResponseDescription: sample.completed, QRCode: image }),
    failure: refuses(400, '400.002.02', 'Bad Request - Invalid TrxCode'),
    successRule: 'QRCode is there. The live sandbox answers ResponseCode "00" and no RequestID.',
  },
  variants: [
    {
      when: 'Older sample of the portal',
      ...answers({
        ResponseCode: 'AG_20261120_00007b2e9d40c1a8f635',
        RequestID: '18204-30571946-1',
        ResponseDescription: 'QR Code Successfully Generated.',
        QRCode: image,
      }),
    },
  ],
  notes: [
    'QRCode is a PNG in base64, 300 by 300 pixels for Size 300.',
    'An early beta also took QRVersion, QRFormat and QRType. They are gone from the page; one SDK still lists the formats image, string, binary and PDF. Unconfirmed.',
  ],
  sources: [portal('Dynamic QR Code'), captures, sdkNet, mpesakit],
})
