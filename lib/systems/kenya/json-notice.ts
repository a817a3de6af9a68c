import { createHash } from 'node:crypto'
import { keyed } from '@/lib/systems/shared/wire'
import type { Transaction, World } from '@/lib/world/types'
import { stamp } from './ids'
import { oweJson } from './json'
import { market, shillings } from './money'
import type { Notice, Registration } from './registration'

const mask = (msisdn: string) => `${msisdn.slice(0, 4)} ***** ${msisdn.slice(-3)}`

/** v1 hashes the phone, v2 masks it. */
const phoneFor = (msisdn: string, version: Registration['version']) =>
  version === 'v1' ? createHash('sha256').update(msisdn).digest('hex') : mask(msisdn)

const bodyOf = (
  world: World,
  transaction: Transaction,
  version: Registration['version'],
  { balance, thirdPartyId = '' }: { balance: string; thirdPartyId?: string },
) => {
  const name = world.store.subscriber(market, transaction.payer)?.name ?? ''
  return {
    TransactionType: transaction.description ?? 'Pay Bill',
    TransID: transaction.receipt ?? '',
    TransTime: stamp(transaction.createdAt),
    TransAmount: shillings(transaction.amountCents),
    BusinessShortCode: transaction.payee,
    BillRefNumber: transaction.reference ?? '',
    InvoiceNumber: '',
    OrgAccountBalance: balance,
    ThirdPartyTransID: thirdPartyId,
    MSISDN: phoneFor(transaction.payer, version),
    FirstName: (name.split(' ')[0] ?? '').toUpperCase(),
    MiddleName: '',
    LastName: '',
  }
}

export const oweJsonNotice = (world: World, registration: Registration, notice: Notice) => {
  const { kind, transaction, dueAt, balance = '', thirdPartyId } = notice
  const isQuestion = kind === 'c2b-validation'
  oweJson(world, {
    operation: `daraja.c2b-register-${registration.version}`,
    kind,
    url: isQuestion ? registration.validationUrl : registration.confirmationUrl,
    body: bodyOf(world, transaction, registration.version, { balance, thirdPartyId }),
    dueAt,
    ...(isQuestion && {
      timeoutMs: world.settings.validationTimeoutMs,
      context: { transactionId: transaction.id },
    }),
    keys: keyed(['receipt', transaction.receipt]),
  })
}
