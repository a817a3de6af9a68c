import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'

/** A value as text; empty when it is not there. */
export const textIn = (values: Values, name: string): string => textOf(values[name]) ?? ''

export const field = (call: { values: Values }, name: string): string => textIn(call.values, name)
