import { type Node, parseTree } from 'jsonc-parser'

/** One value of a message, and where it stands in its text. */
export type Leaf = {
  /** From the outside in, with dots: `Body.stkCallback.CallbackMetadata.Item.Amount`. Prefixes of XML are left out. */
  path: string
  /** As written, quotes included. */
  text: string
  from: number
  to: number
  type: 'string' | 'number' | 'other' | 'xml'
}

/** The single values of a JSON or XML message. A pair of a key and its value is one value, under its key. */
export const leavesOf = (message: string): Leaf[] =>
  message.trimStart().startsWith('<') ? xmlLeaves(message) : jsonLeaves(message)

const jsonLeaves = (text: string): Leaf[] => {
  const root = parseTree(text)
  return root ? below(root, [], text) : []
}

const below = (node: Node, path: readonly string[], text: string): Leaf[] => {
  const children = node.children ?? []
  if (node.type === 'object') {
    return children.flatMap(({ children: [key, value] = [] }) =>
      key && value ? below(value, [...path, String(key.value)], text) : [],
    )
  }
  if (node.type === 'array') {
    return children.flatMap((each, index) => {
      const pair = pairOf(each)
      if (!pair) return below(each, [...path, String(index)], text)
      return pair.value ? below(pair.value, [...path, pair.key], text) : []
    })
  }
  const [from, to] = [node.offset, node.offset + node.length]
  const type = node.type === 'string' || node.type === 'number' ? node.type : 'other'
  return [{ path: path.join('.'), text: text.slice(from, to), from, to, type }]
}

/** `{"Name":"Amount","Value":1}` and the like; a key may stand without a value. */
const pairOf = (node: Node): { key: string; value: Node | undefined } | undefined => {
  const of = (...names: string[]) =>
    node.children?.find(({ children: [key] = [] }) => names.includes(String(key?.value)))?.children?.[1]
  const key = of('Name', 'Key', 'name', 'key')
  return typeof key?.value === 'string' && node.type === 'object' && (node.children?.length ?? 0) <= 2
    ? { key: key.value, value: of('Value', 'value') }
    : undefined
}

/** A tag, or what frames a document that lies inside of another one. */
const tag = /<!\[CDATA\[|\]\]>|<\?[^>]*\?>|<(\/?)([\w.-]+:)?([\w.-]+)([^<>]*?)(\/?)>/g

const xmlLeaves = (text: string): Leaf[] => {
  const open: { local: string; from: number; isLeaf: boolean; key: string | undefined }[] = []
  const leaves: Leaf[] = []
  for (const { 0: whole, 1: end, 3: local, 5: isEmpty, index } of text.matchAll(tag)) {
    if (!local) continue
    if (end) {
      const closed = open.pop()
      if (!closed?.isLeaf) continue
      const outer = open.at(-1)
      const inside = text.slice(closed.from, index)
      if (outer && /(Key|Name)$/.test(closed.local)) outer.key = inside
      const name = outer?.key !== undefined && /Value$/.test(closed.local) ? outer.key : closed.local
      const path = [...open.map((each) => each.local), name].join('.')
      leaves.push({ path, text: inside, from: closed.from, to: index, type: 'xml' })
      continue
    }
    const outer = open.at(-1)
    if (outer) outer.isLeaf = false
    if (!isEmpty) open.push({ local, from: index + whole.length, isLeaf: true, key: undefined })
  }
  return leaves
}

const asXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const written = ({ type }: Leaf, value: string): string => {
  if (type === 'xml') return asXml(value)
  // What was a number or null stays one where it can.
  return type !== 'string' && isJson(value) ? value : JSON.stringify(value)
}

export type Assignment = {
  /** Whole, or its end as far as that says which one is meant. */
  path: string
  value: string
  /** The value is JSON already, and stands as it is written. */
  isRaw: boolean
}

/** `Amount=5`, or `Amount:="5"` where the value is JSON as it is to stand there. */
export const assignmentOf = (text: string): Assignment | undefined => {
  const [, path = '', raw, value = ''] = /^([^=]+?)(:?)=(.*)$/s.exec(text) ?? []
  return path === '' ? undefined : { path, value, isRaw: raw === ':' }
}

export type Assigned =
  | { kind: 'done'; message: string }
  /** `isMany`: several values fit, which are named. Otherwise none does, and all that there are are named. */
  | { kind: 'unknown'; path: string; isMany: boolean; paths: string[] }
  | { kind: 'no-json'; path: string; value: string }

/** The message with other values in it; everything else stays as it was written. */
export const assign = (message: string, assignments: readonly Assignment[]): Assigned => {
  let text = message
  for (const { path, value, isRaw } of assignments) {
    const leaves = leavesOf(text)
    const found = leaves.filter((leaf) => leaf.path === path || leaf.path.endsWith(`.${path}`))
    const [leaf] = found
    if (!leaf || found.length > 1) {
      const named = found.length > 1 ? found : leaves
      return { kind: 'unknown', path, isMany: found.length > 1, paths: named.map((each) => each.path) }
    }
    if (isRaw && leaf.type !== 'xml' && !isJson(value)) return { kind: 'no-json', path, value }
    const next = isRaw && leaf.type !== 'xml' ? value : written(leaf, value)
    text = `${text.slice(0, leaf.from)}${next}${text.slice(leaf.to)}`
  }
  return { kind: 'done', message: text }
}
