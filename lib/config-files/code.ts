import type { SyntaxNode } from '@lezer/common'
import { meaningOfNode, nameOf, unquoted } from './code-values'
import { type Language, parseCode } from './languages'
import { lineAt } from './lines'
import { meaningOf } from './meaning'
import type { ConfigFile, Setting } from './types'

/** Nodes in which a sign stands between a name and what it is given. */
const pairs = new Set([
  'ArgList',
  'AssignmentExpression',
  'AssignStatement',
  'DictionaryExpression',
  'Pair',
  'Property',
  'PropertyDeclaration',
  'VariableDeclaration',
  'VariableDeclarator',
])
const signs = new Set([':', '=>', 'AssignOp', 'Equals', 'UpdateOp'])
const types = new Set(['TypeAnnotation', 'TypeDef', 'Optional', 'NamedType', '?'])
const classes = new Set(['ClassDeclaration', 'ClassDefinition'])
/** What a name begins with that says nothing: `module.exports.x`, `this.x`. */
const hollow = new Set([
  'module',
  'exports',
  'process',
  'env',
  'os',
  'environ',
  'this',
  'self',
  'window',
  '_ENV',
  '_SERVER',
])
/** Calls that give a name its value: `define('NAME', 'value')`. */
const definers = /(?:^|[.>:\\])(?:define|putenv|setdefault|setenv)$/i

type Walk = { source: string; settings: Setting[]; title: string }

/** Literals that code gives a name to. Nothing is run; whatever is not a literal is said to be code. */
export const readCode = (text: string, language: Language): ConfigFile => {
  const { tree, source, title } = parseCode(text, language)
  const walk: Walk = { source, settings: [], title }
  visit(tree.topNode, [], walk)
  const broken = firstError(tree.topNode)
  const line = broken === undefined ? null : lineAt(source, broken)
  const unread =
    walk.settings.length > 0 || line === null
      ? []
      : [{ key: '', line, reason: `This is no valid ${title} (line ${line}).` }]
  return { format: title, settings: walk.settings, requests: [], unread }
}

const childrenOf = (node: SyntaxNode): SyntaxNode[] => {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

const firstError = (top: SyntaxNode): number | undefined => {
  let found: number | undefined
  top.cursor().iterate((node) => {
    if (found === undefined && node.type.isError) found = node.from
  })
  return found
}

const visit = (node: SyntaxNode, path: readonly string[], walk: Walk): void => {
  const inner = classes.has(node.name) ? [...path, classNameOf(node, walk.source)] : path
  if (node.name === 'CallExpression') defined(node, path, walk)
  const given = new Set<number>()
  if (pairs.has(node.name)) {
    for (const sign of childrenOf(node)) {
      if (!signs.has(sign.name)) continue
      const value = sign.nextSibling
      const name = nameBefore(sign)
      if (!value || !name) continue
      given.add(value.from)
      give([...inner, ...nameOf(name, walk.source)], value, walk)
    }
  }
  for (const child of childrenOf(node)) if (!given.has(child.from)) visit(child, inner, walk)
}

const nameBefore = (sign: SyntaxNode): SyntaxNode | null => {
  let name = sign.prevSibling
  while (name && types.has(name.name)) name = name.prevSibling
  return name
}

const classNameOf = (node: SyntaxNode, source: string): string => {
  const name = childrenOf(node).find((child) =>
    ['VariableDefinition', 'VariableName', 'Name'].includes(child.name),
  )
  return name ? source.slice(name.from, name.to) : ''
}

const give = (path: readonly string[], value: SyntaxNode, walk: Walk): void => {
  const meaning = meaningOfNode(value, walk.source)
  if (meaning === 'nested') visit(value, path, walk)
  else add(path, value, walk, meaning)
}

const add = (whole: readonly string[], { from }: SyntaxNode, walk: Walk, meaning: Partial<Setting>): void => {
  const first = whole.findIndex((name) => !hollow.has(name))
  const path = first === -1 ? [] : whole.slice(first)
  if (path.length === 0) return
  walk.settings.push({ path, where: path.join('.'), line: lineAt(walk.source, from), ...meaning })
}

const defined = (call: SyntaxNode, path: readonly string[], walk: Walk): void => {
  const callee = call.firstChild
  if (!callee || !definers.test(walk.source.slice(callee.from, callee.to))) return
  const list = childrenOf(call).find(({ name }) => name === 'ArgList')
  const [name, value] = list ? childrenOf(list).filter(({ name }) => !['(', ')', ','].includes(name)) : []
  if (!name) return
  const key = unquoted(name, walk.source)
  if (key === undefined) return
  const found = /^(\w+)=(.*)$/s.exec(key)
  if (value) give([...path, key], value, walk)
  else if (found?.[1]) add([...path, found[1]], name, walk, meaningOf(found[2] ?? ''))
}
