import { account, mint } from './ledger'
import type { Subscriber, World } from './types'

/** What a phone gets when it is used for the first time. */
export const openingCents = 200_000_00

const firstNames = [
  'Asha',
  'Wanjiru',
  'Otieno',
  'Kamau',
  'Achieng',
  'Mutua',
  'Njeri',
  'Kiprop',
  'Halima',
  'Barasa',
]
const lastNames = [
  'Mwangi',
  'Ouma',
  'Wafula',
  'Kariuki',
  'Cheruiyot',
  'Ali',
  'Nyambura',
  'Kilonzo',
  'Were',
  'Maina',
]

/** A made-up name that stays the same for a number. */
export const nameFor = (msisdn: string): string => {
  const digits = Number(msisdn.slice(-6))
  return `${firstNames[digits % firstNames.length]} ${lastNames[Math.floor(digits / 10) % lastNames.length]}`
}

/**
 * A phone whose last four digits are a known result code ends with that code; every other one pays by itself, unless it
 * was seeded to wait for a person.
 */
export const behaviourOf = (msisdn: string, codes: ReadonlySet<string>): Subscriber['behaviour'] => {
  const code = String(Number(msisdn.slice(-4)))
  return codes.has(code) ? { kind: 'ends', code } : { kind: 'pays' }
}

/** Writes a subscriber with its opening balance, once. */
export const addSubscriber = (world: Pick<World, 'store' | 'now'>, subscriber: Subscriber, cents: number) => {
  if (world.store.subscriber(subscriber.market, subscriber.msisdn)) return
  world.store.putSubscriber(subscriber)
  if (cents > 0) {
    const wallet = account(subscriber.market, subscriber.msisdn, 'customer')
    mint(world, `opening-${subscriber.msisdn}`, wallet, cents)
  }
}

/** The subscriber behind a number of this market; a number seen for the first time becomes one. */
export const subscriberOf = (
  world: Pick<World, 'store' | 'now'>,
  market: string,
  msisdn: string,
  codes: ReadonlySet<string>,
): Subscriber => {
  const known = world.store.subscriber(market, msisdn)
  if (known) return known
  const subscriber: Subscriber = {
    market,
    msisdn,
    name: nameFor(msisdn),
    pin: '1234',
    behaviour: behaviourOf(msisdn, codes),
  }
  addSubscriber(world, subscriber, openingCents)
  return subscriber
}
