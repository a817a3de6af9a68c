import { centsOf } from '@/lib/money'
import type { Call as GatewayCall } from '@/lib/systems/gateway/gateway'
import { textIn as untrimmed } from '@/lib/systems/gateway/values'
import { newRequestId } from '@/lib/systems/kenya/ids'
import { answerJson } from '@/lib/systems/kenya/json'
import type { Values, WireAnswer } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'

export { currency, market, shillings } from '@/lib/systems/kenya/money'
export { keyed } from '@/lib/systems/shared/wire'

/** One request on its way through the emulator; nested values have dotted names. */
export type Call = GatewayCall & {
  /** The objects of an array body; one for an object body. */
  items: Values[]
}

export type Handler = (call: Call) => WireAnswer

/** A value as text without the space around it; empty when it is not there. */
export const textIn = (values: Values, name: string): string => untrimmed(values, name).trim()

export const field = (call: Pick<Call, 'values'>, name: string): string => textIn(call.values, name)

/** Cents of an amount that was checked. */
export const amountOf = (call: Pick<Call, 'values'>, name = 'Amount'): number =>
  centsOf(field(call, name)) ?? 0

/** The error form that nearly every call has. */
export const refusal = (
  world: Pick<World, 'ids'>,
  status: number,
  errorCode: string,
  errorMessage: string,
): WireAnswer => answerJson(status, { requestId: newRequestId(world), errorCode, errorMessage })
