import type { FollowUp, Operation, WireExample } from '@/lib/catalogue/types'
import { callback } from './callbacks'
import type { FieldDraft } from './fields'
import {
  amount,
  callbackUrl,
  choice,
  nationalMsisdn,
  orInteger,
  paidFor,
  reference,
  shortcode,
  text,
} from './fields'
import { answers, refuses, sample } from './messages'
import { bearerHeaders, defineOperation } from './operation'
import { captures, darajaJs, portal, sdkNet } from './sources'

const success = answers({ resmsg: 'Success', rescode: '200' })
const sent = answers({ Status_Message: 'Invoice sent successfully', resmsg: 'Success', rescode: '200' })
const cancelled = answers({
  Status_Message: 'Invoice cancelled successfully.',
  resmsg: 'Success',
  rescode: '200',
  errors: [],
})
const conflict: WireExample = {
  ...answers({ resmsg: 'Conflict', rescode: '409', Status_Message: 'Biller already Registered' }),
  note: 'Which HTTP status such refusals have is unconfirmed. rescode tells the outcome.',
}
const alreadyPaid: WireExample = {
  ...answers({
    Status_Message: 'partially or fully paid invoices cannot be cancelled.',
    resmsg: 'Conflict',
    rescode: '409',
    errors: [],
  }),
  note: 'HTTP status unconfirmed.',
}

const variants: WireExample[] = [
  refuses(401, '401', 'Unauthorized - Invalid Access Token', {
    when: 'Bill Manager does not know the app or the shortcode',
  }),
  {
    when: 'The service behind the sandbox is down',
    ...answers(
      {
        fault: {
          faultstring: 'Gateway Timeout',
          detail: {
            errorcode: 'messaging.adaptors.http.flow.GatewayTimeout',
            reason: 'TARGET_READ_TIMEOUT',
          },
        },
      },
      504,
    ),
  },
]

const doubledPrefix =
  'A go-live letter of September 2026 gives production addresses with the prefix twice, /v1/billmanager-invoice/v1/billmanager-invoice/…. One SDK tries the documented path first and then that one.'

const shared = {
  group: 'Bill Manager',
  refusesAs: 'bill-manager',
  status: 'commercial' as const,
  evidence: 'portal' as const,
  version: 'v1',
  variants,
  notes: [doubledPrefix],
  sources: [portal('Bill Manager'), darajaJs, sdkNet, captures],
}

/** Every call after the opt-in carries the key that it gave. */
const invoicing = {
  ...shared,
  auth: {
    type: 'bearer' as const,
    uses: ['billManagerAppKey'],
    note: 'The portal asks for the app key "in the header". That the header is called app_key is unconfirmed.',
  },
  headers: [...bearerHeaders, { name: 'app_key', value: '{billManagerAppKey}' }],
}

const acknowledge = (
  example: WireExample,
  failure: WireExample = conflict,
): Omit<Operation['acknowledgement'], 'variants'> => ({
  success: example,
  failure,
  successRule: 'rescode "200".',
})

const optInFields: FieldDraft[] = [
  shortcode({ name: 'shortcode', ...orInteger, help: 'Your paybill or till.' }),
  text({
    name: 'email',
    kind: 'email',
    help: 'The address that invoices name.',
    example: 'billing@example.test',
  }),
  nationalMsisdn({ name: 'officialContact', help: 'The phone that invoices name.' }),
  choice({
    name: 'sendReminders',
    ...orInteger,
    help: 'Whether customers get an SMS seven and three days before the due date, and on it.',
    choices: [
      { value: '1', label: '1: send reminders' },
      { value: '0', label: '0: send none' },
    ],
  }),
  text({
    name: 'logo',
    required: false,
    help: 'A JPEG for the invoices. How to encode it is documented nowhere.',
    example: '',
    note: 'unconfirmed: base64, or an address.',
    prefill: { from: 'none' },
  }),
  callbackUrl({
    name: 'callbackurl',
    help: 'Told of every payment to the shortcode. One copy of the page writes callbackUrl.',
    example: 'https://hooks.example.test/d/bill',
  }),
]

const externalReference = (help: string, example = 'JR-2041') =>
  reference({ name: 'externalReference', help, example })

const account = (help: string) => paidFor({ name: 'accountReference', help, example: 'ACC-88120' })

const invoiceFields: FieldDraft[] = [
  externalReference('Your own id of the invoice. Each may be used once.'),
  text({ name: 'billedFullName', help: 'The customer’s name, as the SMS has it.', example: 'Asha Test' }),
  nationalMsisdn({ name: 'billedPhoneNumber', help: 'The Safaricom number that gets the SMS.' }),
  text({
    name: 'billedPeriod',
    pattern:
      '^(January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}$',
    help: 'The month that is billed: its English name and the year.',
    example: 'November 2026',
  }),
  text({ name: 'invoiceName', help: 'What is billed, as the SMS has it.', example: 'Hosting' }),
  text({
    name: 'dueDate',
    kind: 'date',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{2})?)?$',
    help: 'When it is due: a date, or a date and time.',
    example: '2026-12-05',
  }),
  account('The account number under which the customer pays.'),
  amount({
    name: 'amount',
    pattern: '^[0-9]+$',
    help: 'The total in shillings, digits only.',
    example: '800',
  }),
  {
    name: 'invoiceItems',
    kind: 'list',
    type: 'array',
    required: false,
    help: 'The invoice’s lines.',
    items: [
      {
        name: 'itemName',
        kind: 'text',
        type: 'string',
        required: true,
        help: 'What the line is for.',
        example: 'server',
        sources: [portal('Bill Manager')],
      },
      {
        name: 'amount',
        kind: 'amount',
        type: 'string',
        alsoAccepts: ['integer'],
        required: true,
        help: 'What the line costs, in shillings.',
        example: '700',
        sources: [portal('Bill Manager')],
      },
    ],
    example: [
      { itemName: 'server', amount: '700' },
      { itemName: 'domain', amount: '100' },
    ],
  },
]

const change: FollowUp = {
  label: 'Change this invoice',
  operation: 'daraja.billmanager-change-invoice',
  take: [{ value: 'request.externalReference', field: 'externalReference' }],
}
const cancel: FollowUp = {
  label: 'Cancel this invoice',
  operation: 'daraja.billmanager-cancel-single',
  take: [{ value: 'request.externalReference', field: 'externalReference' }],
}

export const billManagerOptIn = defineOperation({
  ...shared,
  name: 'billmanager-optin',
  registers: true,
  grants: [{ member: 'app_key', credential: 'billManagerAppKey' }],
  title: 'Bill Manager: opt in',
  summary: 'Joins Bill Manager with a shortcode and gets the app key that every later call carries.',
  path: '/v1/billmanager-invoice/optin',
  fields: optInFields,
  asynchronous: true,
  acknowledgement: acknowledge(
    answers({ app_key: 'AG_7316402259_884120367JR', resmsg: 'Success', rescode: '200' }),
  ),
  callbacks: [callback('bill-payment', { to: 'callbackurl' })],
  followUps: [
    {
      label: 'Acknowledge the payment',
      operation: 'daraja.billmanager-reconciliation',
      take: [{ value: 'receipt', field: 'transactionId' }],
    },
  ],
  notes: [
    'Comes before all other calls and keeps the shortcode on their list.',
    'app_key goes into a header of the calls that follow.',
    doubledPrefix,
  ],
})

export const billManagerChangeOptIn = defineOperation({
  ...invoicing,
  name: 'billmanager-change-optin',
  registers: true,
  title: 'Bill Manager: change opt-in details',
  summary: 'Changes the contact details, reminders, logo or callback address given when opting in.',
  path: '/v1/billmanager-invoice/change-optin-details',
  fields: optInFields,
  acknowledgement: acknowledge(success),
})

export const billManagerSingleInvoice = defineOperation({
  ...invoicing,
  name: 'billmanager-single-invoice',
  answersAs: 'invoice-sending',
  title: 'Bill Manager: send one invoice',
  summary: 'Sends a customer an invoice by SMS, to be paid to your shortcode.',
  path: '/v1/billmanager-invoice/single-invoicing',
  fields: invoiceFields,
  acknowledgement: acknowledge(sent),
  followUps: [change, cancel],
})

export const billManagerBulkInvoice = defineOperation({
  ...invoicing,
  name: 'billmanager-bulk-invoice',
  answersAs: 'invoice-sending',
  title: 'Bill Manager: send many invoices',
  summary: 'Sends up to a thousand invoices at once.',
  path: '/v1/billmanager-invoice/bulk-invoicing',
  body: 'array',
  maxItems: 1000,
  // Another id than the single invoice's, because each may be used once.
  fields: [
    externalReference('Your own id of the invoice. Each may be used once.', 'JR-2042'),
    ...invoiceFields.slice(1),
  ],
  acknowledgement: acknowledge(sent),
  limits: ['1000 invoices in one request.'],
  notes: ['The body is the list itself, without an object around it.', doubledPrefix],
})

export const billManagerChangeInvoice = defineOperation({
  ...invoicing,
  name: 'billmanager-change-invoice',
  answersAs: 'invoice-change',
  title: 'Bill Manager: change one invoice',
  summary: 'Replaces an invoice that was sent and not yet paid.',
  evidence: 'unconfirmed',
  path: '/v1/billmanager-invoice/change-invoice',
  otherPaths: ['/v1/billmanager-invoice/update/single-invoicing'],
  fields: invoiceFields,
  acknowledgement: acknowledge(sent),
  followUps: [cancel],
  notes: [
    'The path is from a go-live letter; one SDK uses update/single-invoicing. The body is taken to equal that of a new invoice, found by externalReference.',
    doubledPrefix,
  ],
  sources: [darajaJs, sdkNet],
})

export const billManagerChangeInvoices = defineOperation({
  ...invoicing,
  name: 'billmanager-change-invoices',
  answersAs: 'invoice-change',
  title: 'Bill Manager: change many invoices',
  summary: 'Replaces several invoices that were sent and not yet paid.',
  evidence: 'unconfirmed',
  path: '/v1/billmanager-invoice/change-invoices',
  body: 'array',
  fields: invoiceFields,
  acknowledgement: acknowledge(sent),
  notes: ['The path is from a go-live letter; the body is assumed.', doubledPrefix],
  sources: [darajaJs],
})

export const billManagerReconciliation = defineOperation({
  ...invoicing,
  name: 'billmanager-reconciliation',
  title: 'Bill Manager: acknowledge a payment',
  summary: 'Confirms that a payment was booked, so that the customer gets an e-receipt.',
  path: '/v1/billmanager-invoice/reconciliation',
  fields: [
    text({
      name: 'paymentDate',
      kind: 'date',
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
      help: 'The day of the payment.',
      example: '2026-11-20',
    }),
    amount({ name: 'paidAmount', pattern: undefined, help: 'What was paid, in shillings.' }),
    account('The account number that was paid.'),
    reference({
      name: 'transactionId',
      kind: 'receipt',
      pattern: '^[A-Z0-9]{10}$',
      help: 'The M-PESA receipt.',
      example: sample.receipt,
    }),
    nationalMsisdn({
      name: 'phoneNumber',
      pattern: undefined,
      help: 'The number that gets the e-receipt.',
    }),
    text({ name: 'fullName', help: 'The customer’s name.', example: 'Asha Test' }),
    text({ name: 'invoiceName', help: 'What was billed.', example: 'Hosting' }),
    externalReference('Your own id of the invoice.'),
  ],
  acknowledgement: acknowledge(success),
  notes: ['Safaricom then sends the customer an e-receipt.', doubledPrefix],
})

export const billManagerCancelSingle = defineOperation({
  ...invoicing,
  name: 'billmanager-cancel-single',
  answersAs: 'invoice-cancelling',
  title: 'Bill Manager: cancel one invoice',
  summary: 'Withdraws an invoice that nobody paid yet.',
  path: '/v1/billmanager-invoice/cancel-single-invoice',
  fields: [{ ...externalReference('The invoice to withdraw.'), subject: 'reference' }],
  acknowledgement: acknowledge(cancelled, alreadyPaid),
})

export const billManagerCancelBulk = defineOperation({
  ...invoicing,
  name: 'billmanager-cancel-bulk',
  answersAs: 'invoice-cancelling',
  title: 'Bill Manager: cancel many invoices',
  summary: 'Withdraws several invoices that nobody paid yet.',
  path: '/v1/billmanager-invoice/cancel-bulk-invoices',
  otherPaths: ['/v1/billmanager-invoice/cancel-bulk-invoice'],
  body: 'array',
  fields: [{ ...externalReference('The invoice to withdraw.'), subject: 'reference' }],
  acknowledgement: acknowledge(cancelled, alreadyPaid),
  notes: ['The go-live letter writes cancel-bulk-invoice, in the singular, for production.', doubledPrefix],
})
