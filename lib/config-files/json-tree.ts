import { getNodePath, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { lineAt } from './lines'
import { meaningOf } from './meaning'
import type { Setting } from './types'

export type Json = { root: Node | undefined; errors: ParseError[] }

/** JSON with the comments and trailing commas that configuration files hold. */
export const parseJson = (text: string): Json => {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false })
  return { root, errors }
}

/** `Mpesa:ConsumerKey` and `Mpesa__ConsumerKey` nest in .NET. */
const steps = (key: string | number): string[] => String(key).split(/:|__/)

export const settingsOf = (node: Node, text: string): Setting[] => {
  if (node.type === 'object' || node.type === 'array') {
    return (node.children ?? []).flatMap((child) => {
      const inner = child.type === 'property' ? child.children?.[1] : child
      return inner ? settingsOf(inner, text) : []
    })
  }
  if (node.value === null || node.value === undefined) return []
  const path = getNodePath(node)
  return [
    {
      path: path.flatMap(steps),
      where: path.join('.'),
      line: lineAt(text, node.offset),
      // A number as it is written: none is rounded.
      ...meaningOf(
        node.type === 'number' ? text.slice(node.offset, node.offset + node.length) : String(node.value),
      ),
    },
  ]
}
