import type { Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import { readEnvelope } from './envelope'
import { unreadNames } from './fields'
import { callsAt } from './paths'
import { readSent, type Sent } from './sent'
import type { Told, Unread } from './types'

/** What a request holds, seen as a call of one operation. */
export type Reading = { sent: Sent; items: Values[]; unread: Unread[] }

export const readAs = (told: Told, operation: Operation | undefined): Reading => {
  const sent = readSent(told, operation)
  if (sent.kind === 'values') {
    return {
      sent,
      items: sent.items,
      unread: operation ? unreadNames(operation, sent.items, told.notes) : [],
    }
  }
  if (sent.kind === 'unreadable' || !operation) return { sent, items: [], unread: [] }
  const { values, unread } = readEnvelope(operation, sent.text)
  return { sent, items: [values], unread }
}

/** The operation whose form the message has, where nothing in it names one: of those that live at its path. */
export const operationByForm = (told: Told): Operation | undefined => {
  if (told.ended === undefined || told.ended === 'find') return undefined
  const rated = callsAt(told.system, told.path).map((operation) => {
    const { items, unread } = readAs(told, operation)
    return { operation, points: Object.keys(items[0] ?? {}).length - unread.length }
  })
  return rated.sort((a, b) => b.points - a.points)[0]?.operation
}
