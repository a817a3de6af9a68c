import { wireMarkets } from '@/lib/catalogue/openapi'
import { tillOf } from '@/lib/systems/vodacom/call'
import { mint } from '@/lib/world/ledger'
import { addSubscriber, nameFor, openingCents } from '@/lib/world/phones'
import type { Subscriber, World } from '@/lib/world/types'
import { phonesOnScreen, sandboxCustomer } from '../presets'
import { phoneEndings } from './codes'

type Person = { msisdn: string; name: string; behaviour: Subscriber['behaviour']; cents: number }

const organisations: [shortcode: string, name: string][] = [
  ['000000', 'Jaribu Test'],
  ['000001', 'Jaribu Supplier'],
]

const openingTill = 5_000_000_00

/** Of one market: the phone on the screen, one that pays, the portal's customer, and our own test numbers. */
const peopleOf = (market: string): Person[] => {
  const onScreen = phonesOnScreen[market] ?? ''
  const numbered = (digits: string) => `${onScreen.slice(0, -4)}${digits}`
  const pays = numbered('0100')
  return [
    { msisdn: onScreen, name: nameFor(onScreen, market), behaviour: { kind: 'person' }, cents: openingCents },
    { msisdn: pays, name: nameFor(pays, market), behaviour: { kind: 'pays' }, cents: openingCents },
    { msisdn: sandboxCustomer, name: 'Sandbox Customer', behaviour: { kind: 'pays' }, cents: openingCents },
    ...['2006', '0006', '0009'].map((digits): Person => {
      const code = phoneEndings.get(String(Number(digits))) ?? 'INS-6'
      const msisdn = numbered(digits)
      const cents = code === 'INS-2006' ? 0 : openingCents
      return { msisdn, name: nameFor(msisdn, market), behaviour: { kind: 'ends', code }, cents }
    }),
  ]
}

/** The portal's test values and a few made-up people in every market; everything opens with money from its issuer. */
export const seed = (world: World) => {
  for (const { id: market } of wireMarkets) {
    for (const { msisdn, name, behaviour, cents } of peopleOf(market)) {
      addSubscriber(world, { market, msisdn, name, pin: '1234', behaviour }, cents)
    }
    for (const [shortcode, name] of organisations) addOrganisation(world, { market, shortcode, name })
  }
}

/** An organisation that can be paid and can pay; one that is there already stays as it is. */
export const addOrganisation = (
  world: World,
  { market, shortcode, name }: { market: string; shortcode: string; name: string },
) => {
  if (world.store.organisation(market, shortcode)) return
  world.store.putOrganisation({ market, shortcode, name, kind: 'paybill', validation: false, operators: [] })
  mint(world, `opening-${market}-${shortcode}`, tillOf(market, shortcode), openingTill)
}
