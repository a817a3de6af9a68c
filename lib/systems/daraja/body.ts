import type { Json, Operation } from '@/lib/catalogue/types'
import type { Values } from '../types'

export const bodyOf = (operation: Operation, values: Values): Json => {
  // Without a prototype: names come from whoever types the body.
  const body: { [key: string]: Json } = Object.create(null)
  const elsewhere = new Set(
    operation.fields.filter((field) => field.in && field.in !== 'body').map((field) => field.name),
  )
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || elsewhere.has(name)) continue
    const parts = name.split('.')
    const last = parts.pop() ?? name
    let at = body
    for (const part of parts) {
      const inner = at[part] ?? Object.create(null)
      at[part] = inner
      at = inner as { [key: string]: Json }
    }
    at[last] = value
  }
  return operation.body === 'array' ? [body] : body
}

export const valuesOf = (operation: Operation, body: Json): Values => {
  const values: Values = {}
  const read = (from: { [key: string]: Json }, prefix: string) => {
    for (const [name, value] of Object.entries(from)) {
      const full = `${prefix}${name}`
      const nests = operation.fields.some((field) => field.name.startsWith(`${full}.`))
      if (nests && typeof value === 'object' && value !== null && !Array.isArray(value))
        read(value, `${full}.`)
      else values[full] = value
    }
  }
  const first = Array.isArray(body) ? body[0] : body
  if (typeof first === 'object' && first !== null && !Array.isArray(first)) read(first, '')
  return values
}
