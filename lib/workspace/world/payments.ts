import 'server-only'
import { worldRows } from '@/db/queries/world'
import { marketOf } from '@/lib/msisdn/markets'
import type { CustomerPaymentAnswer } from '@/lib/systems/types'
import type { Transaction, WorldStore } from '@/lib/world/types'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { payingSystem } from './phones'
import type { TransactionView } from './views'
import { changeWorld, currencyOf, readWorld } from './world'

const nameOf = (store: WorldStore, market: string, party: string): string =>
  store.subscriber(market, party)?.name ?? store.organisation(market, party)?.name ?? ''

export const transactionView = (store: WorldStore, transaction: Transaction): TransactionView => ({
  id: transaction.id,
  // A payment that is being validated has its receipt number already, but no money moved for it yet.
  receipt:
    transaction.state === 'completed' || transaction.state === 'reversed'
      ? (transaction.receipt ?? null)
      : null,
  system: transaction.system,
  kind: transaction.kind,
  state: transaction.state,
  amountCents: transaction.amountCents,
  currency: currencyOf(transaction.market),
  payer: transaction.payer,
  payerName: nameOf(store, transaction.market, transaction.payer),
  payee: transaction.payee,
  payeeName: nameOf(store, transaction.market, transaction.payee),
  reference: transaction.reference || null,
  description: transaction.description || null,
  code: transaction.code ?? null,
  createdAt: transaction.createdAt,
  finishedAt: transaction.finishedAt ?? null,
})

const mostTransactions = 500

/** The statement of a phone or shortcode, or of the whole world; newest first. */
export const listTransactions = (
  deps: Deps,
  actor: Actor,
  { party, limit = 100 }: { party?: string; limit?: number },
): TransactionView[] => {
  requireRole(actor, 'viewer')
  const store = readWorld(deps, actor.workspaceId)
  const most = Math.min(Math.max(1, limit), mostTransactions)
  const transactions = party
    ? store.transactionsOf(party, most)
    : worldRows(deps.db)
        .newestTransactions.all(actor.workspaceId, most)
        .map((row) => JSON.parse(row.data) as Transaction)
  return transactions.map((transaction) => transactionView(store, transaction))
}

/** A customer pays an organisation from the phone's own menu. */
export const payFromPhone = (
  deps: Deps,
  actor: Actor,
  input: { msisdn: string; shortcode: string; reference: string; amountCents: number; pin: string },
): CustomerPaymentAnswer => {
  requireRole(actor, 'member')
  return changeWorld(deps, actor.workspaceId, (world) => {
    const organisation = world.store.organisations().find((one) => one.shortcode === input.shortcode)
    const phone = world.store.subscribers().find((one) => one.msisdn === input.msisdn)
    const market = phone?.market ?? organisation?.market ?? 'kenya'
    const answer = payingSystem(market)?.customerPays?.({ market, ...input }, world)
    if (answer) return answer
    const sentence = `Nothing that is played here takes payments from a phone of ${marketOf(market).name}.`
    return { kind: 'refused', code: '', sentence }
  })
}
