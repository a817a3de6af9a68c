import type { Json } from '@/lib/catalogue/types'
import type { RunDetail } from '@/lib/workspace/views'

export type Difference = 'same' | 'changed' | 'only-a' | 'only-b'
export type ComparedRow = { name: string; a: string | null; b: string | null; difference: Difference }
export type ComparedPart = { title: string; rows: ComparedRow[] }

/** Leaves of a JSON value by path: `Body.stkCallback.ResultCode`, `items[0].amount`. */
export const leavesOf = (value: Json | undefined, path = ''): [path: string, text: string][] => {
  if (value === undefined) return []
  if (Array.isArray(value)) {
    if (value.length === 0) return [[path, '[]']]
    return value.flatMap((each, index) => {
      const named = nameOfItem(each)
      // Lists of name and value pairs are compared by name: M-Pesa promises no order.
      if (named) return leavesOf(named.value ?? null, `${path}.${named.name}`)
      return leavesOf(each, `${path}[${index}]`)
    })
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
    if (entries.length === 0) return [[path, '{}']]
    return entries.flatMap(([name, each]) => leavesOf(each, path ? `${path}.${name}` : name))
  }
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]]
}

const nameOfItem = (item: Json): { name: string; value: Json | undefined } | undefined => {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return undefined
  const name = item.Name ?? item.Key
  return typeof name === 'string' ? { name, value: item.Value } : undefined
}

const bodyLeaves = (body: string | null | undefined): [string, string][] => {
  if (body === null || body === undefined || body === '') return []
  try {
    return leavesOf(JSON.parse(body) as Json)
  } catch {
    return [['body', body]]
  }
}

/** Two lists of names and values, side by side, in the order of the first. */
export const compareRows = (
  a: readonly [string, string][],
  b: readonly [string, string][],
): ComparedRow[] => {
  const left = new Map(a)
  const right = new Map(b)
  const names = [...new Set([...left.keys(), ...right.keys()])]
  return names.map((name) => {
    const before = left.get(name) ?? null
    const after = right.get(name) ?? null
    return { name, a: before, b: after, difference: differenceOf(before, after) }
  })
}

const differenceOf = (a: string | null, b: string | null): Difference => {
  if (a === b) return 'same'
  if (b === null) return 'only-a'
  return a === null ? 'only-b' : 'changed'
}

/**
 * Two runs, part by part. Callbacks pair up by their order, since a retry of the provider repeats one.
 * Bodies of callbacks come beside the runs because a run carries only their summaries.
 */
export const compareRuns = (
  a: RunDetail,
  b: RunDetail,
  bodies: ReadonlyMap<number, string>,
): ComparedPart[] => {
  const parts: ComparedPart[] = [
    { title: 'Outcome', rows: compareRows(outcomeOf(a), outcomeOf(b)) },
    { title: 'Values', rows: compareRows(leavesOf(a.values), leavesOf(b.values)) },
    { title: 'Answer', rows: compareRows(answerOf(a), answerOf(b)) },
  ]
  const most = Math.max(a.callbacks.length, b.callbacks.length)
  for (let index = 0; index < most; index++) {
    const of = (run: RunDetail): [string, string][] => {
      const callback = run.callbacks[index]
      if (!callback) return []
      return [
        ['Kind', callback.kindTitle],
        ['What it says', callback.sentence],
        ['After the request', `${callback.receivedAt - run.createdAt} ms`],
        ...bodyLeaves(bodies.get(callback.id)),
      ]
    }
    parts.push({
      title: most === 1 ? 'Callback' : `Callback ${index + 1}`,
      rows: compareRows(of(a), of(b)),
    })
  }
  return parts.filter((part) => part.rows.length > 0)
}

const present = (rows: [string, string | number | null][]): [string, string][] =>
  rows.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as [string, string]]))

const outcomeOf = (run: RunDetail) =>
  present([
    ['Operation', run.operationTitle],
    ['Environment', run.environment.name],
    ['Verdict', run.verdict],
    ['Code', run.code],
    ['Description', run.description],
    ['Receipt', run.receipt],
    ['Callbacks', run.callbackCount],
    ['URL', `${run.request.method} ${run.request.url}`],
  ])

const answerOf = (run: RunDetail): [string, string][] =>
  run.acknowledgement
    ? [
        ['HTTP status', String(run.acknowledgement.status)],
        ['Time', `${run.acknowledgement.ms} ms`],
        ...bodyLeaves(run.acknowledgement.body),
      ]
    : present([
        ['Not reached', run.unreachable?.cause ?? null],
        ['Detail', run.unreachable?.detail ?? null],
      ])
