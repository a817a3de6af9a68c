import { resultCallbacks } from '@/lib/catalogue/daraja/callbacks'
import {
  amount,
  callbackUrl,
  operator,
  originatorConversationId,
  resultUrls,
  securityCredential,
  shortcode,
} from '@/lib/catalogue/daraja/fields'
import { acceptsRequest, sample } from '@/lib/catalogue/daraja/messages'
import { defineOperation, operatorAuth } from '@/lib/catalogue/daraja/operation'
import type { Operation } from '@/lib/catalogue/types'

/** An operation that exists in tests only: it stands for the next one that somebody adds. */
export const advance: Operation = defineOperation({
  name: 'fuliza-advance',
  title: 'Fuliza advance',
  summary: 'Lends a merchant the float of a day.',
  group: 'Fuliza',
  status: 'current',
  evidence: 'unconfirmed',
  path: '/mpesa/fuliza/v1/advance',
  version: 'v1',
  auth: operatorAuth,
  fields: [
    originatorConversationId,
    operator('Initiator'),
    securityCredential,
    shortcode({ name: 'PartyA', help: 'Who borrows.' }),
    amount({ name: 'Amount', help: 'How much.', minimum: 1 }),
    ...resultUrls,
    callbackUrl({ name: 'StatementURL', help: 'Where statements go.', required: false }),
  ],
  asynchronous: true,
  movesMoney: true,
  acknowledgement: { success: acceptsRequest() },
  callbacks: resultCallbacks(
    { receipt: sample.receipt, parameters: [{ Key: 'Amount', Value: 150 }], references: { Key: 'Occasion' } },
    {
      code: 1,
      description: 'The balance is insufficient for the transaction.',
      receipt: sample.noReceipt,
      references: { Key: 'Occasion' },
    },
  ),
  sources: ['Invented for the tests'],
})
