import { centsOf } from '@/lib/money'
import type { Call } from '@/lib/systems/gateway/gateway'
import { field } from '@/lib/systems/gateway/values'
import { account } from '@/lib/world/ledger'
import type { AccountRef, Organisation, Transaction, World } from '@/lib/world/types'

/** A request to one of Vodacom's two interfaces, on its way through the emulator. */
export type VodacomCall = Call & {
  market: { id: string; name: string; currency: string }
  conversationId: string
  /** Where results go. Without one the interface is synchronous: every call waits for its result. */
  responseUrl: string | undefined
}

/** `.5` is an amount to the published pattern. */
export const amountOf = (text: string): number | undefined =>
  centsOf(text.startsWith('.') ? `0${text}` : text)

/** An organisation has one account here. */
export const tillOf = (market: string, shortcode: string): AccountRef => account(market, shortcode, 'utility')
export const walletOf = (market: string, msisdn: string): AccountRef => account(market, msisdn, 'customer')

/** The account of whoever has this number: a till for an organisation, else a wallet. */
export const accountOf = (world: Pick<World, 'store'>, market: string, party: string): AccountRef =>
  world.store.organisation(market, party) ? tillOf(market, party) : walletOf(market, party)

export const organisationOf = (
  call: VodacomCall,
  name = 'input_ServiceProviderCode',
): Organisation | undefined => call.world.store.organisation(call.market.id, field(call, name))

/** A payment of this organisation by receipt, by the caller's own id or by the platform's. */
export const findPayment = (
  { world, market, operation }: VodacomCall,
  { shortcode }: Organisation,
  reference: string,
): Transaction | undefined => {
  const found = world.store.transactionByReceipt(reference) ?? world.store.transactionByKey(reference)
  const isParty = found?.payer === shortcode || found?.payee === shortcode
  return found?.system === operation.system && found.market === market.id && isParty ? found : undefined
}

/** Takes an id that may be used once; false when it was used before. */
export const takeOnce = ({ store, now }: World, collection: string, key: string): boolean => {
  if (store.record(collection, key)) return false
  store.putRecord({ collection, key, value: true, updatedAt: now })
  return true
}
