import type { Operation } from '@/lib/catalogue/types'
import type { WireMessage } from '@/lib/wire/types'
import { list } from './list'
import type { CallbackMeaning, Glance, System } from './types'

export const systems: readonly System[] = list

/** Meant where nothing is said: what the product began with. */
export const isFirstSystem = (id: string): boolean => systems[0]?.id === id

const byId = new Map(systems.map((system) => [system.id, system]))
const operations = new Map(
  systems.flatMap((system) => system.operations.map((entry) => [entry.id, entry] as const)),
)

/** Throws for an id that no folder has: stored ids always have one. */
export const systemOf = (id: string): System => {
  const system = byId.get(id)
  if (!system) throw new Error(`No API system is called ${id}.`)
  return system
}

export const isSystem = (id: string): boolean => byId.has(id)

export const findOperation = (id: string): Operation | undefined => operations.get(id)

export const allOperations = (): readonly Operation[] => [...operations.values()]

/** The first system that knows the message. */
export const understand = (message: WireMessage): CallbackMeaning | undefined => {
  for (const system of systems) {
    const meaning = system.callback(message)
    if (meaning) return meaning
  }
  return undefined
}

/** As `understand`, where a glance is enough. Only the first system is asked: before another one, it may know the message. */
export const glanceAt = (message: WireMessage): Glance | undefined => systems[0]?.glance?.(message)
