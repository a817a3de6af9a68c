import type { Condition } from '@/lib/catalogue/go-live'
import { type Body, pairsIn, plainOf } from './body'
import type { Attempt, RecordedCallback } from './recording'

/** One message of an attempt: the exchange, or one of its callbacks. */
export type Scope = { attempt: Attempt; callback?: RecordedCallback }

export type Around = { here: Scope; previous?: Scope; first?: Scope; alike?: readonly RecordedCallback[] }

/** Whether a condition speaks of an earlier message. */
export const isJoin = (condition: Condition): boolean =>
  condition.op === 'anyOf'
    ? condition.any.some((list) => list.some(isJoin))
    : (condition.op === 'sameAs' || condition.op === 'differs') && /^(previous|first)\./.test(condition.value)

/** Whether it tells what was tried, and not what came of it. */
export const isOfSituation = (condition: Condition): boolean =>
  condition.op === 'anyOf'
    ? condition.any.every((list) => list.every(isOfSituation))
    : /^(request|answer)\./.test(`${condition.field}.`)

export const holds = (condition: Condition, around: Around): boolean => {
  if (condition.op === 'anyOf') return condition.any.some((list) => list.every((each) => holds(each, around)))
  const value = valueAt(condition.field, around)
  const isThere = value !== undefined && value !== null && value !== ''
  if (condition.op === 'exists') return isThere === condition.value
  if (condition.op === 'empty') return !isThere === condition.value
  if (condition.op === 'lengthLt' || condition.op === 'lengthGt') {
    const { length } = String(value ?? '')
    if (value === undefined || value === null) return false
    return condition.op === 'lengthLt' ? length < condition.value : length > condition.value
  }
  if (value === undefined || value === null) return false
  switch (condition.op) {
    case 'equals':
      return isSame(value, condition.value)
    case 'notEquals':
      return !isSame(value, condition.value)
    case 'in':
      return condition.value.some((one) => isSame(value, one))
    case 'notIn':
      return !condition.value.some((one) => isSame(value, one))
    case 'matches':
      return pattern(condition.value, condition.ignoreCase).test(String(value))
    case 'notMatches':
      return !pattern(condition.value, condition.ignoreCase).test(String(value))
    case 'between':
      return isWithin(value, condition.value)
    case 'outside':
      return Number.isFinite(numberOf(value)) && !isWithin(value, condition.value)
    case 'gt':
      return numberOf(value) > condition.value
    case 'gte':
      return numberOf(value) >= condition.value
    case 'lt':
      return numberOf(value) < condition.value
    case 'lte':
      return numberOf(value) <= condition.value
    case 'hasKey':
      return pairsIn(value).some(({ key }) => key === condition.value)
    case 'sameAs':
    case 'differs': {
      const other = valueAt(condition.value, around)
      if (other === undefined || other === null || other === '') return false
      return isSame(value, other) === (condition.op === 'sameAs')
    }
    case 'repeats': {
      const { attempt } = around.here
      const same = (around.alike ?? []).filter((callback) =>
        isSame(valueAt(condition.field, { here: { attempt, callback } }), value),
      )
      return same.length >= condition.value
    }
  }
}

const patterns = new Map<string, RegExp>()
const pattern = (source: string, ignoreCase = false): RegExp => {
  const flags = ignoreCase ? 'iu' : 'u'
  const key = `${flags}/${source}`
  const known = patterns.get(key) ?? new RegExp(source, flags)
  patterns.set(key, known)
  return known
}

const numberOf = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : Number.NaN

const isWithin = (value: unknown, [least, most]: readonly [number, number]) =>
  numberOf(value) >= least && numberOf(value) <= most

/** Longer ones are phones and ids: their digits have to be the same ones. */
const longestNumber = 11

/** `0`, `"0"` and `"00"` are the same; so are `1000` and `"1000.00"`. */
const isSame = (one: unknown, other: unknown): boolean => {
  const [a, b] = [String(one), String(other)]
  if (a === b) return true
  if (a.length > longestNumber || b.length > longestNumber) return false
  const [x, y] = [numberOf(one), numberOf(other)]
  return Number.isFinite(x) && x === y
}

const valueAt = (field: string, around: Around): unknown => {
  const dot = field.indexOf('.')
  const head = dot < 0 ? field : field.slice(0, dot)
  const rest = dot < 0 ? '' : field.slice(dot + 1)
  if (head === 'previous' || head === 'first') {
    const scope = around[head]
    return scope && valueAt(rest, { here: scope })
  }
  const { attempt, callback } = around.here
  const { run } = attempt
  switch (head) {
    case 'environment':
      return attempt.environment[rest]
    case 'request':
      return run && partOf({ ...run.request, sentAnyway: run.sentAnyway }, rest)
    case 'response':
      return run?.response ? partOf(run.response, rest) : undefined
    case 'body':
      return callback && inBody(callback.body, rest)
    case 'answer':
      return callback && partOf(callback.answer, rest)
    default:
      return undefined
  }
}

type Part = {
  body: Body
  url?: string
  headers?: readonly (readonly [string, string])[]
  [name: string]: unknown
}

const partOf = (part: Part, path: string): unknown => {
  if (path === 'body') return inBody(part.body, '')
  if (path.startsWith('body.')) return inBody(part.body, path.slice(5))
  if (path.startsWith('headers.')) {
    const name = path.slice(8).toLowerCase()
    return part.headers?.find(([each]) => each.toLowerCase() === name)?.[1]
  }
  if (path.startsWith('query.')) {
    const query = part.url?.split('?')[1]
    return query === undefined ? undefined : (new URLSearchParams(query).get(path.slice(6)) ?? undefined)
  }
  return part[path]
}

const inBody = (body: Body, path: string): unknown => plainOf(body.at(path))
