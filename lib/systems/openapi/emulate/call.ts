import type { WireMarket } from '@/lib/catalogue/openapi'
import type { Operation } from '@/lib/catalogue/types'
import { centsOf } from '@/lib/money'
import { type Market, markets } from '@/lib/msisdn/markets'
import { field } from '@/lib/systems/gateway/values'
import type { CorrelationKey, Emulated, Values } from '@/lib/wire/types'
import { account } from '@/lib/world/ledger'
import type { AccountRef, Organisation, World } from '@/lib/world/types'
import type { Application } from '../applications'

/** A session key that is in force. */
export type Session = { hash: string; appId: string }

/** One request on its way through the emulator: recognised, its session good, its fields valid. */
export type Call = {
  world: World
  operation: Operation
  market: WireMarket
  values: Values
  notes: string[]
  keys: CorrelationKey[]
  isStrict: boolean
  session: Session
  application: Application
  conversationId: string
  /** Where the result goes; undefined in synchronous mode. */
  responseUrl: string | undefined
  /** The code that a published test value asks for; INS-0 for its success. */
  trigger: string | undefined
}

export type Handled = Pick<Emulated, 'answer' | 'held'>
export type Handler = (call: Call) => Handled

/** `.5` is an amount to the published pattern. */
export const amountOf = (text: string): number | undefined =>
  centsOf(text.startsWith('.') ? `0${text}` : text)

export const marketOf = ({ market }: Pick<Call, 'market'>): Market => markets[market.id]

/** An organisation has one account here. */
export const tillOf = (market: string, shortcode: string): AccountRef => account(market, shortcode, 'utility')
export const walletOf = (market: string, msisdn: string): AccountRef => account(market, msisdn, 'customer')

export const organisationOf = (call: Call, name = 'input_ServiceProviderCode'): Organisation | undefined =>
  call.world.store.organisation(call.market.id, field(call, name))
