import type { AccountKind, AccountRef, Posting, World, WorldStore } from './types'

export const account = (market: string, owner: string, kind: AccountKind): AccountRef => ({
  market,
  owner,
  kind,
})

/** Mints opening balances; it runs negative by what the market holds. */
const issuerOf = (market: string) => account(market, 'issuer', 'issuer')

/** Holds money between a customer's order and the organisation's yes. */
export const suspenseOf = (market: string) => account(market, 'issuer', 'settlement')

export type Movement = { kind: 'moved' } | { kind: 'short'; availableCents: number }

/** Moves money from one account to another, or nothing at all when the payer holds too little. */
export const move = (
  world: Pick<World, 'store' | 'now'>,
  transactionId: string,
  from: AccountRef,
  to: AccountRef,
  cents: number,
): Movement => {
  if (!Number.isSafeInteger(cents) || cents <= 0) throw new RangeError('money moves in positive whole cents')
  const availableCents = world.store.balance(from)
  if (availableCents < cents) return { kind: 'short', availableCents }
  world.store.post(transactionId, [{ from, to, cents }], world.now)
  return { kind: 'moved' }
}

/** Gives an account money from the issuer, which may run negative. */
export const mint = (
  world: Pick<World, 'store' | 'now'>,
  transactionId: string,
  to: AccountRef,
  cents: number,
) => world.store.post(transactionId, [{ from: issuerOf(to.market), to, cents }], world.now)

/** The two sides of a movement, as entries that cancel out. */
export const entriesOf = (posting: Posting): { account: AccountRef; cents: number }[] => [
  { account: posting.from, cents: -posting.cents },
  { account: posting.to, cents: posting.cents },
]

/** Cents that a party has sent or received today, kept as one row so that a busy phone stays cheap. */
export const dayTotal = (store: WorldStore, day: string, party: string, direction: 'in' | 'out'): number => {
  const value = store.record('day-totals', `${day}:${direction}:${party}`)?.value
  return typeof value === 'number' ? value : 0
}

export const addToDay = (
  world: Pick<World, 'store' | 'now'>,
  day: string,
  party: string,
  direction: 'in' | 'out',
  cents: number,
) =>
  world.store.putRecord({
    collection: 'day-totals',
    key: `${day}:${direction}:${party}`,
    value: dayTotal(world.store, day, party, direction) + cents,
    updatedAt: world.now,
  })
