import { account, mint } from './ledger'
import type { Subscriber, World } from './types'

/** What a phone gets when it is used for the first time. */
export const openingCents = 200_000_00

type Names = { first: string[]; last: string[] }

const kenya: Names = {
  first: ['Asha', 'Wanjiru', 'Otieno', 'Kamau', 'Achieng', 'Mutua', 'Njeri', 'Kiprop', 'Halima', 'Barasa'],
  last: ['Mwangi', 'Ouma', 'Wafula', 'Kariuki', 'Cheruiyot', 'Ali', 'Nyambura', 'Kilonzo', 'Were', 'Maina'],
}
const namesIn: Record<string, Names> = {
  kenya,
  mozambique: {
    first: [
      'Anabela',
      'Belmiro',
      'Celeste',
      'Domingos',
      'Elisa',
      'Filipe',
      'Graça',
      'Hermínio',
      'Inês',
      'Joaquim',
    ],
    last: [
      'Mabunda',
      'Sitoe',
      'Machava',
      'Cossa',
      'Nhantumbo',
      'Tembe',
      'Macuácua',
      'Chissano',
      'Langa',
      'Muianga',
    ],
  },
}

/** A made-up name that stays the same for a number. */
export const nameFor = (msisdn: string, market = 'kenya'): string => {
  const { first, last } = namesIn[market] ?? kenya
  const digits = Number(msisdn.slice(-6))
  return `${first[digits % first.length]} ${last[Math.floor(digits / 10) % last.length]}`
}

/** A system's test numbers: from the last four digits, written as a number, to the code with which the phone ends. */
export type Endings = ReadonlyMap<string, string>

/** The number, in the form of the given one, whose last four digits ask for this code; undefined where none does. */
export const numberEndingWith = (code: string | null, endings: Endings, like: string): string | undefined => {
  const digits = [...endings].find(([, ending]) => ending === code)?.[0]
  return digits && `${like.slice(0, -4)}${digits.padStart(4, '0')}`
}

/** The ending that the last four digits of a number ask for. */
export const endingOf = (msisdn: string, endings: Endings): string | undefined =>
  endings.get(String(Number(msisdn.slice(-4))))

/**
 * A phone whose last four digits are a known result code ends with that code; every other one pays by itself, unless it
 * was seeded to wait for a person.
 */
export const behaviourOf = (msisdn: string, endings: Endings): Subscriber['behaviour'] => {
  const code = endingOf(msisdn, endings)
  return code === undefined ? { kind: 'pays' } : { kind: 'ends', code }
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
  endings: Endings,
): Subscriber => {
  const known = world.store.subscriber(market, msisdn)
  if (known) return known
  const subscriber: Subscriber = {
    market,
    msisdn,
    name: nameFor(msisdn, market),
    pin: '1234',
    behaviour: behaviourOf(msisdn, endings),
  }
  addSubscriber(world, subscriber, openingCents)
  return subscriber
}
