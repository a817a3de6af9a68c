import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser'
import { parseJson, settingsOf } from './json-tree'
import { lineAt } from './lines'
import { type Meaning, meaningOf, noted } from './meaning'
import type { ConfigFile, KeptRequest, Setting } from './types'

const at = (node: Node | undefined, ...path: (string | number)[]): Node | undefined =>
  node && findNodeAtLocation(node, path)

const textAt = (node: Node | undefined, ...path: (string | number)[]): string | undefined => {
  const found = at(node, ...path)
  return found && ['string', 'number', 'boolean'].includes(found.type)
    ? String(getNodeValue(found))
    : undefined
}

const listAt = (node: Node | undefined, ...path: (string | number)[]): Node[] => {
  const found = at(node, ...path)
  return found?.type === 'array' ? (found.children ?? []) : []
}

const isCollection = (root: Node): boolean =>
  at(root, 'info', 'schema') !== undefined ||
  (at(root, 'info') !== undefined && listAt(root, 'item').length > 0)

/** An export of Postman: an environment, the globals, or a collection. */
export const isPostman = (root: Node): boolean =>
  root.type === 'object' &&
  (at(root, '_postman_variable_scope') !== undefined ||
    isCollection(root) ||
    (textAt(root, 'name') !== undefined && textAt(root, 'values', 0, 'key') !== undefined))

export const readPostman = (root: Node, text: string): ConfigFile => {
  if (isCollection(root)) return readCollection(root, text)
  const name = textAt(root, 'name') ?? ''
  const settings = listAt(root, 'values').flatMap((entry) => variable(entry, text, name))
  return { format: 'Postman environment', settings, requests: [], unread: [] }
}

const variable = (entry: Node, text: string, context: string): Setting[] => {
  const key = textAt(entry, 'key') ?? textAt(entry, 'id')
  if (key === undefined) return []
  const isOff = textAt(entry, 'enabled') === 'false' || textAt(entry, 'disabled') === 'true'
  const value = textAt(entry, 'value') ?? ''
  const meaning: Meaning = isOff ? { not: 'It is switched off in Postman.' } : meaningOf(value)
  const line = lineAt(text, at(entry, 'value')?.offset ?? entry.offset)
  return [{ path: [key], where: key, line, ...meaning, context: [context] }]
}

const readCollection = (root: Node, text: string): ConfigFile => {
  const name = textAt(root, 'info', 'name') ?? ''
  const requests: KeptRequest[] = []
  const settings = [
    ...listAt(root, 'variable').flatMap((entry) => variable(entry, text, name)),
    ...authSettings(root, text, []),
  ]
  const visit = (item: Node, folders: string[]): void => {
    const names = [...folders, textAt(item, 'name') ?? '']
    settings.push(
      ...listAt(item, 'variable').flatMap((entry) => variable(entry, text, names.join(' / '))),
      ...authSettings(item, text, names),
    )
    for (const inner of listAt(item, 'item')) visit(inner, names)
    const request = at(item, 'request')
    if (request?.type !== 'object') return
    settings.push(...authSettings(request, text, names), ...basicHeader(request, text, names))
    requests.push(keptRequest(request, text, names.join(' / ')))
  }
  for (const item of listAt(root, 'item')) visit(item, [])
  return { format: 'Postman collection', settings, requests, unread: [] }
}

/** User name and password of basic authentication, which for a token are key and secret. */
const authSettings = (owner: Node, text: string, names: readonly string[]): Setting[] => {
  if (textAt(owner, 'auth', 'type') !== 'basic') return []
  const basic = at(owner, 'auth', 'basic')
  return ['username', 'password'].flatMap((part) => {
    const inList = listAt(owner, 'auth', 'basic').find((entry) => textAt(entry, 'key') === part)
    const node = inList ? at(inList, 'value') : at(basic, part)
    const value = node && textAt(node)
    if (!node || value === undefined) return []
    return [basicSetting(part, meaningOf(value), lineAt(text, node.offset), names, urlOf(owner))]
  })
}

const basicSetting = (
  part: string,
  meaning: Meaning,
  line: number,
  names: readonly string[],
  url: string | undefined,
): Setting => ({
  path: ['basic', 'auth', part],
  where: [...names, 'auth', part].join(' / '),
  line,
  ...meaning,
  context: [...names, url ?? ''],
})

const basicHeader = (request: Node, text: string, names: readonly string[]): Setting[] => {
  const header = listAt(request, 'header').find(
    (one) => textAt(one, 'key')?.toLowerCase() === 'authorization' && textAt(one, 'disabled') !== 'true',
  )
  const encoded = /^Basic\s+([A-Za-z0-9+/]{4,}={0,2})$/.exec(textAt(header, 'value') ?? '')?.[1]
  if (!header || !encoded) return []
  const [username = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  if (rest.length === 0) return []
  const line = lineAt(text, header.offset)
  const decoded = 'Decoded from the Authorization header.'
  return [
    basicSetting('username', noted(meaningOf(username), decoded), line, names, urlOf(request)),
    basicSetting('password', noted(meaningOf(rest.join(':')), decoded), line, names, urlOf(request)),
  ]
}

const urlOf = (request: Node): string | undefined => textAt(request, 'url') ?? textAt(request, 'url', 'raw')

const keptRequest = (request: Node, text: string, name: string): KeptRequest => {
  const url = urlOf(request) ?? ''
  const body = at(request, 'body')
  const raw = at(body, 'raw')
  const line = lineAt(text, (raw ?? body ?? request).offset)
  const own = (fields: Setting[]): Setting[] =>
    fields.map((field) => ({ ...field, where: `${name} / ${field.where}`, line, context: [name, url] }))
  const parsed = raw ? parseJson(textAt(raw) ?? '').root : undefined
  const form = [
    ...listAt(body, 'urlencoded'),
    ...listAt(body, 'formdata'),
    ...listAt(request, 'url', 'query'),
  ]
  return {
    name,
    url,
    fields: own([
      ...(parsed ? settingsOf(parsed, textAt(raw) ?? '') : []),
      ...form.flatMap((entry) => variable(entry, text, name)),
    ]),
  }
}
