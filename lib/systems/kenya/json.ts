import type { DarajaCallbackKind } from '@/lib/catalogue/daraja/callbacks'
import type { Json } from '@/lib/catalogue/types'
import { answerText } from '@/lib/systems/gateway/answers'
import { type Owed, oweCallback } from '@/lib/systems/gateway/owe'
import type { WireAnswer } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'

const mark = '\u0000#'

/** A number that travels with its decimals (`1.0`), which JSON.stringify would drop. */
export const decimal = (value: number, places = 1): string => `${mark}${value.toFixed(places)}`

/** The digits of a decimal only: text that somebody else wrote can at most become a number. */
const marked = /"\\u0000#(-?\d+\.\d+)"/g

export const wireJson = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.includes('\\u0000#') ? text.replace(marked, '$1') : text
}

/** What answers and callbacks carry: Daraja reference, M-PESA Express, notes. */
export const contentType = 'application/json;charset=UTF-8'

export const answerJson = (status: number, body: Json): WireAnswer =>
  answerText(status, contentType, wireJson(body))

type OwedJson = Omit<Owed, 'system' | 'kind' | 'headers' | 'body' | 'timeout'> & {
  kind: DarajaCallbackKind
  body: Json
  headers?: [string, string][]
  timeout?: { kind: DarajaCallbackKind; url: string; body: Json }
}

/** Owes a callback in the form that Daraja writes. */
export const oweJson = (world: World, { body, headers = [], timeout, ...owed }: OwedJson) =>
  oweCallback(world, {
    ...owed,
    system: 'daraja',
    headers: [['Content-Type', contentType], ...headers],
    body: wireJson(body),
    ...(timeout && {
      timeout: { ...timeout, headers: [['Content-Type', contentType]], body: wireJson(timeout.body) },
    }),
  })
