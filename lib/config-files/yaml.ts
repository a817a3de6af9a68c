import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { aReference, type Meaning, meaningOf, noted } from './meaning'
import type { ConfigFile, Setting, Unread } from './types'

type Reading = {
  document: Document.Parsed
  lines: LineCounter
  context: string[]
  settings: Setting[]
  /** Nodes that may still be looked at: names that stand for names multiply. */
  budget: { left: number }
  /** Names of the mappings that merge keys bring in elsewhere. */
  merged: ReadonlySet<string>
}

const mostNodes = 50_000

/** YAML: plain configuration, application.yml with its profiles, docker compose, and manifests of Kubernetes. */
export const readYaml = (text: string): ConfigFile => {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: lines, merge: true, uniqueKeys: false })
  const documents = Array.isArray(parsed) ? parsed : []
  const unread = documents.flatMap(({ errors }) => errors.slice(0, 1).map(problemOf))
  const budget = { left: mostNodes }
  const settings = documents.flatMap((document) => {
    const reading: Reading = {
      document,
      lines,
      context: contextOf(document),
      settings: [],
      budget,
      merged: mergedAnchors(document),
    }
    walk(document.contents, [], reading)
    return reading.settings
  })
  if (budget.left <= 0)
    unread.push({ key: '', line: null, reason: 'The rest was not read: it repeats itself too often.' })
  return { format: formatOf(documents), settings, requests: [], unread }
}

/** The message of the parser quotes the text around the fault, which may be a secret. */
const problemOf = ({
  linePos,
  code,
}: {
  linePos?: [{ line: number; col: number }, ...unknown[]]
  code: string
}): Unread => {
  const [start] = linePos ?? []
  const place = start
    ? ` (line ${start.line} column ${start.col}: ${code.toLowerCase().replaceAll('_', ' ')})`
    : ''
  return { key: '', line: start?.line ?? null, reason: `This is no valid YAML${place}.` }
}

const textAt = (document: Document.Parsed, path: readonly string[]): string | undefined => {
  const value = document.getIn(path)
  return typeof value === 'string' ? value : undefined
}

const formatOf = (documents: readonly Document.Parsed[]): string => {
  if (documents.some((document) => document.has('kind') && document.has('apiVersion')))
    return 'Kubernetes manifest'
  if (documents.some((document) => document.has('services'))) return 'docker compose file'
  return 'YAML'
}

/** What a document says of itself as a whole: its profile, its name, its namespace. */
const contextOf = (document: Document.Parsed): string[] => {
  if (!isMap(document.contents)) return []
  const paths = [
    ['metadata', 'name'],
    ['metadata', 'namespace'],
    ['spring', 'config', 'activate', 'on-profile'],
    ['spring', 'profiles'],
    ['spring.config.activate.on-profile'],
  ]
  return paths.flatMap((path) => textAt(document, path) ?? [])
}

type Walked = ParsedNode | YAMLMap | YAMLSeq | Scalar | Alias | null | undefined

const walk = (node: unknown, path: readonly string[], reading: Reading): void => {
  if (reading.budget.left-- <= 0) return
  const found = isAlias(node) ? (node.resolve(reading.document) as Walked) : (node as Walked)
  if (isMap(found)) walkMap(found, path, reading)
  else if (isSeq(found)) {
    for (const [index, item] of found.items.entries()) walkItem(item, [...path, String(index)], reading)
  } else if (isScalar(found)) add(found, path, reading, scalarMeaning(found, path, reading))
}

const walkMap = (map: YAMLMap, path: readonly string[], reading: Reading): void => {
  if (map.anchor !== undefined && reading.merged.has(map.anchor)) return
  for (const { key, value } of itemsOf(map, reading)) {
    const name = nameOf(key)
    if (isScalar(value) && value.value === null) addEmpty(key, name, path, reading)
    else walk(value, [...path, ...name.split('.')], reading)
  }
}

const nameOf = (key: unknown): string =>
  isScalar(key) && typeof key.value !== 'symbol' ? String(key.value) : '<<'

type Item = { key: unknown; value: unknown }

/** The members of a mapping, with those that merge keys bring in: its own come first, then the earlier ones. */
const itemsOf = (map: YAMLMap, reading: Reading): Item[] => {
  const own = map.items.filter(({ key }) => nameOf(key) !== '<<')
  const names = new Set(own.map(({ key }) => nameOf(key)))
  const brought: Item[] = []
  for (const { key, value } of map.items) {
    if (nameOf(key) !== '<<' || reading.budget.left-- <= 0) continue
    for (const item of mappingsIn(value, reading).flatMap((one) => itemsOf(one, reading))) {
      if (names.has(nameOf(item.key))) continue
      names.add(nameOf(item.key))
      brought.push(item)
    }
  }
  return [...own, ...brought]
}

const mappingsIn = (value: unknown, { document }: Reading): YAMLMap[] => {
  const found: unknown = isAlias(value) ? value.resolve(document) : value
  if (isMap(found)) return [found]
  return isSeq(found)
    ? found.items.flatMap((item) => {
        const one: unknown = isAlias(item) ? item.resolve(document) : item
        return isMap(one) ? [one] : []
      })
    : []
}

/** Mappings that others bring in are patterns: what counts is what became of them there. */
const mergedAnchors = (document: Document.Parsed): Set<string> => {
  const anchors = new Set<string>()
  visit(document, {
    Pair: (_, { key, value }) => {
      if (nameOf(key) !== '<<') return
      for (const one of isSeq(value) ? value.items : [value]) if (isAlias(one)) anchors.add(one.source)
    },
  })
  return anchors
}

/** An item of a list: `NAME=value` of compose, or `name` and `value` of Kubernetes. */
const walkItem = (item: unknown, path: readonly string[], reading: Reading): void => {
  const outer = path.slice(0, -1)
  const named = isMap(item) ? namedItem(item, reading) : isScalar(item) ? signedItem(item, outer) : undefined
  if (named) add(named.node, [...outer, named.name], reading, named.meaning, [named.name])
  else walk(item, path, reading)
}

type NamedItem = { node: YAMLMap | Scalar; name: string; meaning: Meaning }

const namedItem = (item: YAMLMap, reading: Reading): NamedItem | undefined => {
  const name = item.get('name')
  if (typeof name !== 'string') return undefined
  const value = item.get('value', true)
  if (isScalar(value)) return { node: value, name, meaning: scalarMeaning(value, [], reading) }
  if (!item.has('valueFrom')) return undefined
  const from = /Secret|ConfigMap/i.exec(String(item.get('valueFrom')))?.[0]
  return { node: item, name, meaning: aReference(from === undefined ? 'another object' : `a ${from}`) }
}

const signedItem = (item: Scalar, outer: readonly string[]): NamedItem | undefined => {
  const found = typeof item.value === 'string' && /^([A-Za-z_][\w.-]*)(?:=([\s\S]*))?$/.exec(item.value)
  if (!found || found[1] === undefined) return undefined
  const [, name, value] = found
  if (value !== undefined) return { node: item, name, meaning: meaningOf(unquoted(value)) }
  return outer.at(-1) === 'environment' ? { node: item, name, meaning: fromOutside } : undefined
}

const fromOutside = aReference('the same name outside the container')

/** Compose passes a variable on where it stands without a value. */
const addEmpty = (key: unknown, name: string, path: readonly string[], reading: Reading): void => {
  if (isScalar(key) && path.at(-1) === 'environment') add(key, [...path, name], reading, fromOutside, [name])
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text

const scalarMeaning = (node: Scalar, path: readonly string[], reading: Reading): Meaning => {
  if (node.value instanceof Uint8Array)
    return noted(meaningOf(Buffer.from(node.value).toString('utf8')), 'Decoded from Base64.')
  const text = sourceOf(node)
  if (node.tag?.startsWith('!') && !node.tag.startsWith('!!'))
    return { not: `${node.tag} is put in by a tool: this is no value.` }
  const owner = path.slice(0, Math.max(0, path.lastIndexOf('data')))
  const isSecret = path[owner.length] === 'data' && textAt(reading.document, [...owner, 'kind']) === 'Secret'
  if (!isSecret) return meaningOf(text)
  const decoded = fromBase64(text)
  return decoded === undefined
    ? { not: 'The data of a Secret is Base64, and this is not.' }
    : noted(meaningOf(decoded.replace(/\r?\n$/, '')), 'Decoded from Base64.')
}

/** As it was written: a shortcode with leading zeros is no octal number. */
const sourceOf = ({ source, value, type }: Scalar): string =>
  type === 'PLAIN' && typeof source === 'string' && typeof value !== 'string' ? source : String(value)

const fromBase64 = (text: string): string | undefined => {
  const clean = text.replace(/\s/g, '')
  return clean !== '' && clean.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(clean)
    ? Buffer.from(clean, 'base64').toString('utf8')
    : undefined
}

const add = (
  node: { range?: [number, number, number] | null | undefined },
  where: readonly string[],
  { document, lines, context, settings }: Reading,
  meaning: Meaning,
  path: readonly string[] = where,
): void => {
  const line = node.range ? lines.linePos(node.range[0]).line : null
  // What a container or a manifest puts around a name says at most which environment it is of.
  const around = path === where ? [] : where.slice(0, -1)
  settings.push({
    path,
    where: where.join('.'),
    line,
    ...meaning,
    context: [...context, ...listed(document, where), ...around],
  })
}

/** The name of the object that a setting of a `List` belongs to. */
const listed = (document: Document.Parsed, [items, index]: readonly string[]): string[] =>
  items === 'items' && index !== undefined
    ? ['namespace', 'name'].flatMap((word) => textAt(document, [items, index, 'metadata', word]) ?? [])
    : []
