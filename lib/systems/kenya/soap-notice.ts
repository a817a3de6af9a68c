import { createHash } from 'node:crypto'
import { paymentMessage } from '@/lib/catalogue/g2/messages'
import { keyed } from '@/lib/systems/shared/wire'
import type { World } from '@/lib/world/types'
import { stamp } from './ids'
import { market, shillings } from './money'
import type { Notice, Registration } from './registration'
import { oweXml } from './soap'

/** In the form of after November 2023: the number is a hash and only the first name is told. */
export const oweSoapNotice = (world: World, registration: Registration, notice: Notice) => {
  const { kind, transaction, dueAt, balance, thirdPartyId } = notice
  const isQuestion = kind === 'c2b-validation'
  const name = world.store.subscriber(market, transaction.payer)?.name ?? ''
  oweXml(world, {
    operation: 'g2.register-url',
    kind,
    url: isQuestion ? registration.validationUrl : registration.confirmationUrl,
    body: paymentMessage(isQuestion ? 'Validation' : 'Confirmation', {
      type: transaction.description ?? 'Pay Bill',
      receipt: transaction.receipt ?? '',
      time: stamp(transaction.createdAt),
      amount: shillings(transaction.amountCents),
      shortcode: transaction.payee,
      reference: transaction.reference ?? '',
      ...(!isQuestion && { invoice: '', balance: balance ?? '', thirdPartyId: thirdPartyId ?? '' }),
      msisdn: createHash('sha256').update(transaction.payer).digest('hex'),
      names: [name.split(' ')[0] ?? '', '', ''],
    }),
    dueAt,
    ...(isQuestion && {
      timeoutMs: world.settings.validationTimeoutMs,
      context: { transactionId: transaction.id },
    }),
    keys: keyed(['receipt', transaction.receipt]),
  })
}
