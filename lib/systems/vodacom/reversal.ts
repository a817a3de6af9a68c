import { move } from '@/lib/world/ledger'
import type { Transaction, World } from '@/lib/world/types'
import { accountOf } from './call'

/** Cents that earlier reversals gave back. */
const givenBack = ({ extra }: Transaction): number =>
  typeof extra.reversedCents === 'number' ? extra.reversedCents : 0

export const isReversed = (transaction: Transaction): boolean => givenBack(transaction) > 0

/** What is left of a payment to give back. */
export const leftOf = (original: Transaction): number => original.amountCents - givenBack(original)

/** Gives back a payment, whole or in part; false when who was paid has too little. */
export const giveBack = (world: World, reversalId: string, original: Transaction, cents: number): boolean => {
  const { market, payer, payee } = original
  const [from, to] = [accountOf(world, market, payee), accountOf(world, market, payer)]
  if (move(world, reversalId, from, to, cents).kind === 'short') return false
  world.store.putTransaction({
    ...original,
    state: cents >= leftOf(original) ? 'reversed' : original.state,
    extra: { ...original.extra, reversedCents: givenBack(original) + cents },
  })
  return true
}
