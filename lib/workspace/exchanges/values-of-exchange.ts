import 'server-only'
import type { Json } from '@/lib/catalogue/types'
import { readAs } from '@/lib/exchanges/reading'
import { findOperation } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { redacted } from '../runs/redact-request'
import { findExchange } from './get-exchange'
import { toldOf } from './told'

/**
 * What a recorded call gives to the form of an operation: its values as they were sent. What was redacted, and what the
 * form computes itself, is left out.
 */
export const valuesOfExchange = (
  deps: Deps,
  actor: Actor,
  { id, operation: wanted }: { id: string; operation: string },
): Record<string, Json> => {
  const operation = findOperation(wanted)
  const told = toldOf(findExchange(deps, actor, id))
  if (!operation || told?.system !== operation.system) return {}
  const { items } = readAs(told, operation)
  const computed = new Set(operation.fields.filter(({ derive }) => derive).map(({ name }) => name))
  const values = operation.body === 'array' && items.length > 1 ? { items } : (items[0] ?? {})
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, Json] =>
        entry[1] !== undefined && entry[1] !== redacted && !computed.has(entry[0]),
    ),
  )
}
