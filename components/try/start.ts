import type { Json, Operation } from '@/lib/catalogue/types'
import { followersOf, type InitialContext, initialValues, wireValueOf } from '@/lib/derive'
import type { Values } from '@/lib/wire/types'
import type { Start } from './origins'

/**
 * What the form begins with. Values of an earlier run replace all others; those in the address, such as the checkout id
 * that a query asks about, win over everything, and are filled up from examples: never from what somebody sent before.
 */
export const startOf = (
  operation: Operation,
  context: InitialContext,
  {
    run,
    link,
    isLocal = true,
  }: {
    run?: Record<string, Json> | undefined
    link: Record<string, string>
    /** Only the local sandbox has a phone on the screen. */
    isLocal?: boolean
  },
): Record<string, Start> => {
  const isLinked = operation.fields.some(({ name }) => link[name] !== undefined)
  const start: Record<string, Start> = run
    ? fromRun(operation, run)
    : initialValues(operation, isLinked ? { ...context, last: undefined } : context)
  for (const field of operation.fields) {
    const began = start[field.name]
    if (!isLocal && began?.origin === 'phone') start[field.name] = { ...began, origin: 'test' }
  }
  const before = Object.fromEntries(Object.entries(start).map(([name, { value }]) => [name, value]))
  for (const field of operation.fields) {
    const typed = link[field.name]
    if (typed === undefined) continue
    const value = wireValueOf(field, typed)
    start[field.name] = { value, origin: 'link' }
    // What says the same goes along, or the link would send a mixed request.
    for (const follower of followersOf(operation, before, field.name, value)) {
      if (link[follower.name] === undefined) start[follower.name] = { value: follower.value, origin: 'link' }
    }
  }
  return start
}

const fromRun = (operation: Operation, values: Values): Record<string, Start> => {
  const start: Record<string, Start> = {}
  for (const field of operation.fields) {
    start[field.name] = { value: undefined, origin: field.derive ? 'derived' : 'none' }
  }
  for (const [name, value] of Object.entries(values)) start[name] = { value, origin: 'run' }
  return start
}
