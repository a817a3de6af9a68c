import type { Json } from '@/lib/catalogue/types'
import type { CallbackMeaning } from '@/lib/systems/types'
import { contentOf } from '@/lib/wire/content'
import { headerOf } from '@/lib/wire/http'
import { objectOf, textOf } from '@/lib/wire/json'
import type { WireMessage } from '@/lib/wire/types'
import { parseXml, type XmlElement } from '@/lib/xml/parse'
import { childOf, findElement } from '@/lib/xml/tree'
import type { MessageConditions } from './conditions'

type Tree = { json: Json } | { xml: XmlElement } | { form: URLSearchParams } | undefined

/** A message with what is known of it. Its body is taken apart when somebody first asks for a part of it. */
export type ReadMessage = {
  message: Pick<WireMessage, 'path' | 'headers' | 'body'>
  meaning: CallbackMeaning | undefined
  tree?: { is: Tree }
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

const treeOf = ({ message }: ReadMessage): Tree => {
  const text = new TextDecoder().decode(contentOf(message).body).trim()
  if (text.startsWith('<')) {
    const reading = parseXml(text)
    return 'root' in reading ? { xml: reading.root } : undefined
  }
  const json = parsed(text)
  if (json !== undefined) return { json }
  return text.includes('=') ? { form: new URLSearchParams(text) } : undefined
}

/** An entry of a list by its number, or the value of the one that has this name: readers go by name. */
const entryOf = (list: readonly Json[], step: string): Json | undefined => {
  if (/^\d+$/.test(step)) return list[Number(step)]
  const entry = list.map(objectOf).find((each) => textOf(each?.Name) === step || textOf(each?.Key) === step)
  return entry?.Value
}

const stepInto = (value: Json | undefined, step: string): Json | undefined => {
  if (Array.isArray(value)) return entryOf(value, step)
  const object = objectOf(value)
  return object && Object.hasOwn(object, step) ? object[step] : undefined
}

const shown = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : (textOf(value) ?? JSON.stringify(value))

const inXml = (root: XmlElement, [first = '', ...rest]: readonly string[]): string | undefined => {
  let found = findElement(root, first)
  for (const step of rest) found = childOf(found, step)
  return found?.text.trim()
}

/** A value of the body by its path; undefined where there is none. */
export const bodyValue = (read: ReadMessage, path: string): string | undefined => {
  read.tree ??= { is: treeOf(read) }
  const { is: tree } = read.tree
  if (!tree) return undefined
  if ('form' in tree) return tree.form.get(path) ?? undefined
  const steps = path.split('.')
  return 'xml' in tree ? inXml(tree.xml, steps) : shown(steps.reduce(stepInto, tree.json as Json | undefined))
}

/** Whether a text is like a pattern in which stars stand for anything. Case counts for nothing. */
export const isLike = (text: string | undefined, pattern: string): boolean => {
  if (text === undefined) return false
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const whole = text.toLowerCase()
  const last = rest.pop()
  if (last === undefined) return whole === first
  if (!whole.startsWith(first) || !whole.endsWith(last) || whole.length < first.length + last.length)
    return false
  let at = first.length
  const end = whole.length - last.length
  for (const part of rest) {
    const found = whole.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}

const isOfKind = (meaning: CallbackMeaning | undefined, kind: string): boolean =>
  meaning === undefined
    ? isLike('unknown', kind)
    : isLike(meaning.kind, kind) || isLike(`${meaning.system}.${meaning.kind}`, kind)

const isBetween = (cents: number | undefined, from = 0, to = Number.POSITIVE_INFINITY): boolean =>
  cents !== undefined && cents >= Math.round(from * 100) && cents <= to * 100

/** Whether a message is like what these conditions ask for. */
export const meets = (read: ReadMessage, conditions: MessageConditions): boolean => {
  const { message, meaning } = read
  const { kind, shortcode, amountFrom, amountTo, reference, phone, path, header, body } = conditions
  const facts = meaning?.facts
  return (
    (kind === undefined || isOfKind(meaning, kind)) &&
    (shortcode === undefined || isLike(facts?.shortcode, shortcode)) &&
    ((amountFrom === undefined && amountTo === undefined) ||
      isBetween(facts?.amountCents, amountFrom, amountTo)) &&
    (reference === undefined || isLike(facts?.reference, reference)) &&
    (phone === undefined || isLike(facts?.msisdn, phone)) &&
    (path === undefined || isLike(message.path, path)) &&
    (header === undefined ||
      isLike(headerOf({ ...bare, ...message }, header.name.toLowerCase()), header.value)) &&
    (body === undefined || isLike(bodyValue(read, body.path), body.value))
  )
}

const bare = { method: 'POST', query: '', remoteAddress: '' }
