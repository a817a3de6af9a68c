import type { Operation } from '@/lib/catalogue/types'
import { result } from './callbacks'
import { conversationId, country, customer, shortcode } from './fields'
import { answered, defineOperation, refused, reverseThis, sample } from './operation'
import { golangTanzania, goSdk, pages, testing } from './sources'

const status = defineOperation({
  name: 'query-transaction-status',
  tellsResult: true,
  resultTells: true,
  title: 'Query transaction status',
  summary: 'Tells what became of an earlier transaction.',
  group: 'Account',
  evidence: 'portal',
  method: 'GET',
  path: '/queryTransactionStatus/',
  movesMoney: false,
  fields: [
    {
      name: 'input_QueryReference',
      mentions: ['receipt', 'originator-conversation-id', 'conversation-id'],
      kind: 'reference',
      type: 'string',
      required: true,
      minLength: 1,
      maxLength: 32,
      pattern: '^(?:[A-Za-z0-9]{10,20}|[A-Za-z0-9]{1,9}|[A-Za-z0-9]{21,32})$',
      help: 'The transaction id, your own conversation id, or the platform’s conversation id of the transaction asked about.',
      example: '000000000000000000001',
      note: 'Up to 32 letters and digits: a longer conversation id, or one with a space, cannot be looked up.',
      prefill: { from: 'none' },
      sources: [pages],
    },
    country,
    shortcode({ help: 'The organisation that asks. 000000 in the sandbox.' }),
    conversationId,
  ],
  acknowledgement: {
    success: {
      httpStatus: 200,
      body: answered({
        output_ResponseTransactionStatus: 'Completed',
        output_OriginalTransactionID: sample.receipt,
        output_Reversed: 'False',
      }),
    },
    failure: { httpStatus: 400, body: refused('INS-23', 'Transaction not found. Contact M-Pesa Support') },
    successRule:
      'INS-0 says that the question was answered; the state is in output_ResponseTransactionStatus, and output_Reversed tells the rest.',
  },
  callbacks: [
    result(
      {
        input_TransactionID: sample.receipt,
        input_OriginalTransactionID: sample.receipt,
        input_Reversed: 'False',
      },
      { note: 'One gateway adds input_ResponseTransactionStatus (unconfirmed).' },
    ),
  ],
  followUps: [reverseThis],
  notes: [
    'Parameters travel in the query string; what the portal says of a body is a slip.',
    'Sandbox, by input_QueryReference: 000000000001 done, 000000000000000000001 done and reversed, …0002 missing, …0003 internal error, …0004 failed, …0005 service not available.',
    'In Progress, Failed, Cancelled and Expired as states are unconfirmed; one SDK reads output_TransactionStatus.',
  ],
  sources: [pages, golangTanzania, goSdk, testing],
})

const name = defineOperation({
  name: 'query-beneficiary-name',
  title: 'Query beneficiary name',
  summary: 'Returns a customer’s first and last name, to check a number before paying it.',
  group: 'Account',
  evidence: 'portal',
  method: 'GET',
  path: '/queryBeneficiaryName/',
  movesMoney: false,
  fields: [
    customer({ help: 'The number to look up: country code first, no plus.' }),
    {
      ...country,
      choices: [{ value: 'GHA', label: 'Vodafone Ghana' }],
      help: 'The portal offers this call in Ghana only.',
      example: 'GHA',
    },
    shortcode({ help: 'The organisation that asks. 000000 in the sandbox.' }),
    conversationId,
    {
      name: 'input_KycQueryType',
      kind: 'choice',
      type: 'string',
      required: true,
      const: 'Name',
      help: 'Which detail is wanted; there is only the name.',
      example: 'Name',
      note: 'The portal’s sample writes input_KYCQueryType.',
      sources: [pages],
    },
  ],
  acknowledgement: {
    success: {
      httpStatus: 200,
      body: answered({ output_CustomerFirstName: 'Akosua', output_CustomerLastName: 'Mensah' }),
    },
    failure: { httpStatus: 400, body: refused('INS-32', 'Invalid KYC Query Type Used') },
  },
  callbacks: [result({ input_CustomerFirstName: 'Akosua', input_CustomerLastName: 'Mensah' })],
  notes: ['One SDK’s example calls it in Tanzania (unconfirmed).', 'Its sandbox triggers were not found.'],
  sources: [pages, golangTanzania, goSdk],
})

export const queryOperations: readonly Operation[] = [status, name]
