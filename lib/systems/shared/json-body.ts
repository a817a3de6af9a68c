import type { Json, Operation } from '@/lib/catalogue/types'
import { valuesOf } from '@/lib/derive/body'
import { objectOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'

/** Reads a body that was written by hand; an error names its line. */
export const parseJsonBody = (
  operation: Operation,
  text: string,
): { values: Values } | { error: string; line?: number } => {
  let body: Json
  try {
    body = JSON.parse(text) as Json
  } catch (error) {
    const line = lineOf(text, error)
    return { error: 'This is not JSON.', ...(line !== undefined && { line }) }
  }
  const wanted = operation.body === 'array' ? Array.isArray(body) : objectOf(body) !== undefined
  if (!wanted)
    return { error: operation.body === 'array' ? 'This call takes a list.' : 'This call takes an object.' }
  return { values: valuesOf(operation, body) }
}

/** Engines word it differently; all of them name a line, a position, or the end. */
const lineOf = (text: string, error: unknown): number | undefined => {
  const message = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(message)?.[1]
  if (line) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  const end = position === undefined ? (/end of/i.test(message) ? text.length : undefined) : Number(position)
  return end === undefined ? undefined : text.slice(0, end).split('\n').length
}
