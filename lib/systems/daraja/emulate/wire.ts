import type { Json } from '@/lib/catalogue/types'
import type { WireAnswer } from '@/lib/wire/types'

const mark = '\u0000#'

/** A number that travels with its decimals (`1.0`), which JSON.stringify would drop. */
export const decimal = (value: number, places = 1): string => `${mark}${value.toFixed(places)}`

/** The digits of a decimal only: text that somebody else wrote can at most become a number. */
const marked = /"\\u0000#(-?\d+\.\d+)"/g

export const wireJson = (value: Json): string => JSON.stringify(value).replace(marked, '$1')

/** What callbacks carry: Daraja reference, M-PESA Express, notes. */
export const callbackContentType: [string, string] = ['Content-Type', 'application/json;charset=UTF-8']

export const answerJson = (status: number, body: Json): WireAnswer => ({
  status,
  headers: [['Content-Type', 'application/json;charset=UTF-8']],
  body: wireJson(body),
})

export const answerEmpty = (status: number): WireAnswer => ({ status, headers: [], body: '' })
