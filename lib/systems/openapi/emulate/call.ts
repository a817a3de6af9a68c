import type { WireMarket } from '@/lib/catalogue/openapi'
import { type Market, markets } from '@/lib/msisdn/markets'
import type { VodacomCall } from '@/lib/systems/vodacom/call'
import type { Application } from '../applications'

/** A session key that is in force. */
export type Session = { hash: string; appId: string }

export type Call = VodacomCall & {
  market: WireMarket
  session: Session
  application: Application
  /** The code that a published test value asks for; INS-0 for its success. */
  trigger: string | undefined
}

export const marketOf = ({ market }: Pick<Call, 'market'>): Market => markets[market.id]
