import { parseLines } from 'dot-properties'
import { lineAt } from './lines'
import { meaningOf } from './meaning'
import type { ConfigFile, Setting } from './types'

/** A `.properties` file of Java, Spring's profiles included. */
export const readProperties = (text: string): ConfigFile => {
  const settings: Setting[] = []
  let context: string[] = []
  let from = 0
  for (const node of parseLines(text, true)) {
    // `#---` parts the documents of one file: each may be of a profile of its own.
    if (node.type === 'COMMENT' && 'comment' in node && node.comment === '#---') {
      context = []
      from = settings.length
    }
    if (node.type !== 'PAIR' || !('key' in node) || !('value' in node)) continue
    const key = String(node.key)
    const value = String(node.value)
    if (/^spring\.(?:config\.activate\.on-profile|profiles)$/.test(key)) {
      context = [value]
      for (const one of settings.slice(from)) one.context = context
      continue
    }
    settings.push({
      path: key.split('.'),
      where: key,
      line: lineAt(text, node.range[0]),
      ...meaningOf(value),
      context,
    })
  }
  return { format: '.properties file', settings, requests: [], unread: [] }
}
