import { account, mint } from '@/lib/world/ledger'
import { addSubscriber, behaviourOf, openingCents } from '@/lib/world/phones'
import type { AccountKind, Organisation, Subscriber, World } from '@/lib/world/types'
import { phoneEndings } from './codes'
import { market } from './money'

/** Published by Safaricom for everybody: Daraja reference, sandbox values. */
const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
const operators = [{ name: 'testapi', password: 'Safaricom999!*!' }]

const people: [msisdn: string, name: string, cents: number][] = [
  ['254700000000', 'Amina Njoroge', openingCents],
  ['254708374149', 'Asha Test', openingCents],
  ['254711000100', 'Wanjiru Kamau', 45_000_00],
  ['254722000200', 'Otieno Ouma', 12_500_00],
  ['254733000300', 'Halima Ali', 300_00],
  ['254110000400', 'Kiprop Cheruiyot', 88_000_00],
  ['254700000001', 'Pesa Kidogo', 0],
  ['254700001032', 'Ghairi Simu', openingCents],
  ['254700001037', 'Haipatikani Simu', openingCents],
  ['254700001019', 'Chelewa Muda', openingCents],
  ['254700002001', 'Kosea Pini', openingCents],
  ['254700008006', 'Fungwa Pini', openingCents],
]

type Seeded = { shortcode: string; name: string; kind: Organisation['kind']; extra?: Partial<Organisation> }

const published = [
  '600638',
  '600772',
  '600782',
  '600966',
  '600978',
  '600979',
  '600984',
  '600992',
  '600996',
  '600997',
  '600999',
  '601426',
]

const organisations: Seeded[] = [
  { shortcode: '174379', name: 'Jaribu Express', kind: 'paybill', extra: { passkey } },
  { shortcode: '600000', name: 'Jaribu Test', kind: 'paybill' },
  ...published.map(
    (shortcode): Seeded => ({ shortcode, name: `Test Paybill ${shortcode}`, kind: 'paybill' }),
  ),
  // Stands in the examples of the reference.
  { shortcode: '600321', name: 'Jaribu Supplier', kind: 'paybill' },
  { shortcode: '888880', name: 'Jaribu Taxpayer', kind: 'paybill' },
  { shortcode: '572572', name: 'Kenya Revenue Authority', kind: 'tax' },
  { shortcode: '303030', name: 'Jaribu Duka', kind: 'till', extra: { store: '303031' } },
  { shortcode: '303031', name: 'Jaribu Duka Store', kind: 'paybill', extra: { passkey } },
  { shortcode: '303040', name: 'Mama Mboga', kind: 'till', extra: { store: '174379' } },
]

const opening: [AccountKind, number][] = [
  ['working', 5_000_000_00],
  ['utility', 1_000_000_00],
]

const addOrganisation = (world: World, { shortcode, name, kind, extra }: Seeded) => {
  if (world.store.organisation(market, shortcode)) return
  world.store.putOrganisation({ market, shortcode, name, kind, validation: false, operators, ...extra })
  const balances: [AccountKind, number][] = kind === 'till' ? [...opening, ['merchant', 500_000_00]] : opening
  for (const [account_, cents] of balances) {
    mint(world, `opening-${shortcode}`, account(market, shortcode, account_), cents)
  }
}

/** The published test values and a few made-up people; everything opens with money from the issuer. */
export const seed = (world: World) => {
  for (const [msisdn, name, cents] of people) {
    const behaviour: Subscriber['behaviour'] =
      msisdn === '254700000000' ? { kind: 'person' } : behaviourOf(msisdn, phoneEndings)
    addSubscriber(world, { market, msisdn, name, pin: '1234', behaviour }, cents)
  }
  for (const organisation of organisations) addOrganisation(world, organisation)
}
