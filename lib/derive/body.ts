import type { Field, Json, Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'

/** Where the values of a list body hold its items, unless it is one item, whose fields then stand alone. */
export const itemsKey = 'items'

/** Holds a body that is not of the operation's shape at all, such as a bare number. */
export const wholeBodyKey = ''

type Tree = { [key: string]: Json }

const isTree = (value: Json | undefined): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isInBody = (field: Field) => (field.in ?? 'body') === 'body'

/** Every group that a dotted name opens: `header.requestID` opens `header`. */
const groupsOf = (operation: Operation): Set<string> =>
  new Set(
    operation.fields.filter(isInBody).flatMap(({ name }) => {
      const parts = name.split('.')
      return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
    }),
  )

/** Sets own properties only, so that a key such as `__proto__` stays data. */
const put = (tree: Tree, key: string, value: Json) =>
  Object.defineProperty(tree, key, { value, enumerable: true, configurable: true, writable: true })

const nest = (operation: Operation, values: Values): Tree => {
  const groups = groupsOf(operation)
  const outside = new Set(operation.fields.filter((field) => !isInBody(field)).map(({ name }) => name))
  const body: Tree = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || outside.has(name)) continue
    let tree = body
    let key = name
    let path = ''
    for (;;) {
      const dot = key.indexOf('.')
      const head = dot < 0 ? key : key.slice(0, dot)
      const group = path ? `${path}.${head}` : head
      // Only names that the entry nests are nested: a stranger's key may contain a dot of its own.
      if (dot < 0 || !groups.has(group)) break
      if (!isTree(Object.hasOwn(tree, head) ? tree[head] : undefined)) put(tree, head, {})
      tree = tree[head] as Tree
      key = key.slice(dot + 1)
      path = group
    }
    put(tree, key, value)
  }
  return body
}

const flatten = (groups: Set<string>, tree: Tree, path = ''): [string, Json][] =>
  Object.entries(tree).flatMap(([key, value]): [string, Json][] => {
    const name = path ? `${path}.${key}` : key
    const isGroup = groups.has(name) && isTree(value) && Object.keys(value).length > 0
    return isGroup ? flatten(groups, value, name) : [[name, value]]
  })

/** The body as it goes out; undefined where the operation has none. Absent values are left out, blank ones are kept. */
export const bodyOf = (operation: Operation, values: Values): Json | undefined => {
  if (operation.body === 'none') return undefined
  const whole = values[wholeBodyKey]
  if (whole !== undefined) return whole
  if (operation.body !== 'array') return nest(operation, values)
  const items = values[itemsKey]
  return Array.isArray(items) ? items : [nest(operation, values)]
}

/** Reads a body, such as one edited by hand, back into values. `bodyOf` turns them into the same body again. */
export const valuesOf = (operation: Operation, body: Json): Values => {
  const groups = groupsOf(operation)
  if (operation.body === 'array' && Array.isArray(body)) {
    const [only] = body
    const standsAlone = body.length === 1 && isTree(only) && !Object.hasOwn(only, itemsKey)
    if (!standsAlone) return { [itemsKey]: body }
    return valuesOf({ ...operation, body: 'object' }, only)
  }
  if (operation.body === 'array' || !isTree(body) || Object.hasOwn(body, wholeBodyKey)) {
    return { [wholeBodyKey]: body }
  }
  const values: Values = {}
  for (const [name, value] of flatten(groups, body)) {
    Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return values
}
