import type { Json, Operation } from '@/lib/catalogue/types'
import { newRequestId } from '@/lib/systems/kenya/ids'
import type { CorrelationKey, Values, WireAnswer } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import { answerJson } from './wire'

export { currency, market, shillings } from '@/lib/systems/kenya/money'
export { keyed } from '@/lib/systems/shared/wire'

/** One request on its way through the emulator: recognised, its token checked, its fields valid. */
export type Call = {
  world: World
  operation: Operation
  /** By wire name, dotted when nested. */
  values: Values
  /** The objects of an array body; one for an object body. */
  items: Values[]
  /** Remarks for the log. */
  notes: string[]
  keys: CorrelationKey[]
  isStrict: boolean
}

export type Handler = (call: Call) => WireAnswer

/** A value as text; empty when it is not there. */
export const textOf = (values: Values, name: string): string => {
  const value = values[name]
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}

export const field = (call: Pick<Call, 'values'>, name: string): string => textOf(call.values, name)

/** Whole shillings of the wire as cents. */
export const centsOf = (shillings: string): number => Math.round(Number(shillings) * 100)

/** The error form that nearly every call has. */
export const refusal = (
  world: Pick<World, 'ids'>,
  status: number,
  errorCode: string,
  errorMessage: string,
): WireAnswer => answerJson(status, { requestId: newRequestId(world), errorCode, errorMessage })

export const isObject = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
