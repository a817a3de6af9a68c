import type { Json, Operation } from '@/lib/catalogue/types'
import { valuesOf } from '@/lib/derive/body'
import type { Values } from '@/lib/wire/types'
import { parseXml } from '@/lib/xml/parse'
import type { Told } from './types'

/** The fields of a request as they can be read, or why they cannot. */
export type Sent =
  | { kind: 'values'; values: Values; items: Values[] }
  | { kind: 'xml'; text: string }
  | { kind: 'unreadable'; problem: string; accepted: string }

const parsed = (text: string): { json: Json } | undefined => {
  try {
    return { json: JSON.parse(text) as Json }
  } catch {
    return undefined
  }
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const accepts = (operation: Operation | undefined): string => {
  if (operation?.body === 'xml') return 'Send a SOAP envelope, with Content-Type: text/xml.'
  const shape = operation?.body === 'array' ? 'a JSON list of objects' : 'one JSON object'
  return `Send ${shape}, with Content-Type: application/json.`
}

/** What bytes that are no JSON most probably are. */
const problemOf = (text: string): string => {
  const trimmed = text.trim()
  if (trimmed === '') return 'The request has no body.'
  if (trimmed.startsWith('<')) return 'The body is XML.'
  if (/^--[\w-]+\r?\n/.test(trimmed)) return 'The body is a multipart form.'
  if (/^[\w.[\]%-]+=[^{}]*(&|$)/.test(trimmed)) return 'The body is a form (name=value&…).'
  if (/^\{\s*'/.test(trimmed))
    return 'The body has single quotes, as a printed dictionary has: JSON takes double ones.'
  if (/^\{/.test(trimmed) && /,\s*[}\]]/.test(trimmed)) {
    return 'The body is not JSON: a comma stands before a closing bracket.'
  }
  if (/^\[object \w+\]$/.test(trimmed)) {
    return 'The body is the text of an object that nobody turned into JSON.'
  }
  if (/^[{[]/.test(trimmed))
    return 'The body begins like JSON and is none: it is cut off, or a quote or comma is wrong.'
  return 'The body is not JSON.'
}

/** The fields that a request brings to an operation, or to none. */
export const readSent = (told: Told, operation: Operation | undefined): Sent => {
  if (operation?.body === 'none') return query(told)
  if (operation?.body === 'xml') return xml(told, operation)
  const found = parsed(told.body.replace(/^\uFEFF/, ''))
  if (!found) {
    if (!operation && told.body.trim() === '') return query(told)
    if (!operation && told.body.trimStart().startsWith('<')) return { kind: 'xml', text: told.body }
    return { kind: 'unreadable', problem: problemOf(told.body), accepted: accepts(operation) }
  }
  const { json } = found
  if (typeof json === 'string' && isObject(parsed(json)?.json)) {
    return {
      kind: 'unreadable',
      problem: 'The body is a JSON text that holds JSON: it was turned into JSON twice.',
      accepted: accepts(operation),
    }
  }
  const items = Array.isArray(json) ? json : [json]
  const isRight = operation === undefined || Array.isArray(json) === (operation.body === 'array')
  if (!isRight || !items.every(isObject)) {
    return {
      kind: 'unreadable',
      problem: Array.isArray(json)
        ? 'The body is a list.'
        : 'The body is not of the shape that is asked for.',
      accepted: accepts(operation),
    }
  }
  const flat = items.map((item) =>
    operation ? valuesOf({ ...operation, body: 'object' }, item) : { ...item },
  )
  return { kind: 'values', values: flat[0] ?? {}, items: flat }
}

const query = (told: Told): Sent => {
  const body = parsed(told.body)?.json
  const values: Values = {
    ...(isObject(body) ? body : {}),
    ...Object.fromEntries(new URLSearchParams(told.query)),
  }
  return { kind: 'values', values, items: [values] }
}

const xml = (told: Told, operation: Operation): Sent => {
  const reading = parseXml(told.body)
  if (!('error' in reading)) return { kind: 'xml', text: told.body }
  const where = reading.line === undefined ? '' : ` in line ${reading.line}`
  const problem = told.body.trimStart().startsWith('<')
    ? `The XML cannot be read${where}: ${reading.error}`
    : `${problemOf(told.body).replace(/ is not JSON\.$/, ' is not XML.')}`
  return { kind: 'unreadable', problem, accepted: accepts(operation) }
}
