import type { G2CallbackKind } from '@/lib/catalogue/g2/callbacks'
import { answerText } from '@/lib/systems/gateway/answers'
import { type Owed, oweCallback } from '@/lib/systems/gateway/owe'
import type { WireAnswer } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'

export const contentType = 'text/xml; charset=utf-8'

export const answerXml = (body: string, status = 200): WireAnswer => answerText(status, contentType, body)

const headers: [string, string][] = [
  ['Content-Type', contentType],
  ['SOAPAction', '""'],
]

type OwedXml = Omit<Owed, 'system' | 'kind' | 'headers' | 'timeout'> & {
  kind: G2CallbackKind
  /** Where it is not XML: the checkout also reports by query string and by form. */
  headers?: [string, string][]
  timeout?: { kind: G2CallbackKind; url: string; body: string }
}

/** Owes a message in the form that the broker writes. */
export const oweXml = (world: World, { timeout, ...owed }: OwedXml) =>
  oweCallback(world, {
    headers,
    ...owed,
    system: 'g2',
    ...(timeout && { timeout: { headers, ...timeout } }),
  })
