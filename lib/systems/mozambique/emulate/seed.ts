import { tillOf } from '@/lib/systems/vodacom/call'
import { mint } from '@/lib/world/ledger'
import { addSubscriber, behaviourOf, openingCents } from '@/lib/world/phones'
import type { Subscriber, World } from '@/lib/world/types'
import { phoneOnScreen } from '../presets'
import { market as country, phoneEndings } from './call'

/** Filled in by the portal's own pages. */
const operators = [{ name: 'MPesa2018', password: 'Mpesa2019' }]

const people: [msisdn: string, name: string, cents: number][] = [
  [phoneOnScreen, 'Anabela Mabunda', openingCents],
  ['258843330333', 'Ângelo Machava', openingCents],
  ['258841000100', 'Celeste Tembe', 45_000_00],
  ['258852000200', 'Domingos Cossa', 1_200_00],
  ['258840000005', 'Cancela Sempre', openingCents],
  ['258840000006', 'Erra Sempre', openingCents],
  ['258840000009', 'Ausente Sempre', openingCents],
  ['258840002006', 'Pouco Dinheiro', 0],
]

const organisations: [shortcode: string, name: string][] = [
  ['171717', 'Jaribu Moçambique'],
  ['979797', 'Fornecedor de Teste'],
]

/** The portal's test values and a few made-up people; everything opens with money from the issuer. */
export const seed = (world: World) => {
  const market = country.id
  for (const [msisdn, name, cents] of people) {
    const behaviour: Subscriber['behaviour'] =
      msisdn === phoneOnScreen ? { kind: 'person' } : behaviourOf(msisdn, phoneEndings)
    addSubscriber(world, { market, msisdn, name, pin: '1234', behaviour }, cents)
  }
  for (const [shortcode, name] of organisations) {
    if (world.store.organisation(market, shortcode)) continue
    world.store.putOrganisation({ market, shortcode, name, kind: 'paybill', validation: false, operators })
    mint(world, `opening-${shortcode}`, tillOf(market, shortcode), 5_000_000_00)
  }
}
