import type { SyntaxNode } from '@lezer/common'
import { aReference, isCode, type Meaning, meaningOf, noted } from './meaning'

const texts = new Set(['String', 'TemplateString', 'ContinuedString', 'FormatString', 'Heredoc'])
const literals = new Set(['Number', 'Integer', 'Float', 'Boolean', 'BooleanLiteral'])
const nests = new Set([
  'ArrayExpression',
  'ArrowFunction',
  'ClassExpression',
  'DictionaryExpression',
  'FunctionExpression',
  'LambdaExpression',
  'ListExpression',
  'ObjectExpression',
  'SetExpression',
  'TupleExpression',
])
const nothing = new Set(['null', 'None', 'undefined', 'NULL'])

/** A call or a look-up that asks the surroundings for a value. */
const asks =
  /(?:^|[^A-Za-z])(?:env|getenv|get_env|environ|config|decouple|settings?|secrets?|_ENV|_SERVER|Env|ENV)\b/i

/** What stands behind a name: a literal, a look-up with or without a default, other code, or more names. */
export const meaningOfNode = (node: SyntaxNode, source: string): Meaning | 'nested' => {
  const text = source.slice(node.from, node.to)
  if (nothing.has(text)) return { value: '' }
  const literal = literalOf(node, source)
  if (literal !== undefined) return meaningOf(literal)
  if (nests.has(node.name)) return 'nested'
  if (node.name === 'ParenthesizedExpression') return ofInner(node, source)
  if (node.name === 'CallExpression' || node.name === 'NewExpression') return ofCall(node, source)
  if (node.name === 'BinaryExpression' || node.name === 'ConditionalExpression') return ofChoice(node, source)
  if (asks.test(text)) return aReference(lastName(text))
  return isCode
}

const ofInner = (node: SyntaxNode, source: string): Meaning | 'nested' => {
  const inner = node.firstChild?.nextSibling
  return inner ? meaningOfNode(inner, source) : isCode
}

const lastName = (text: string): string =>
  /["']([\w.]+)["']/.exec(text)?.[1] ?? /(\w+)\W*$/.exec(text)?.[1] ?? ''

const childrenOf = (node: SyntaxNode): SyntaxNode[] => {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

const isSign = ({ name }: SyntaxNode): boolean => ['(', ')', ',', 'AssignOp'].includes(name)

/** `env('NAME', 'default')` and its like in every language; other calls may hold names of their own. */
const ofCall = (node: SyntaxNode, source: string): Meaning | 'nested' => {
  const callee = node.name === 'NewExpression' ? node.firstChild?.nextSibling : node.firstChild
  const list = childrenOf(node).find(({ name }) => name === 'ArgList')
  if (!callee || !list) return isCode
  const name = source.slice(callee.from, callee.to)
  const given = childrenOf(list)
  if (node.name === 'CallExpression' && asks.test(name)) return ofLookup(given, source)
  const isNested = given.some((one) => nests.has(one.name) || one.name === 'AssignOp')
  if (isNested) return 'nested'
  const [only, ...more] = given.filter((one) => !isSign(one))
  // `str('…')`, `SecretStr('…')`, `String("…")`: a literal in a coat.
  if (only && more.length === 0 && /(?:str|string)$/i.test(name)) return meaningOfNode(only, source)
  return isCode
}

const ofLookup = (given: readonly SyntaxNode[], source: string): Meaning => {
  const [name, ...rest] = given.filter((one) => !isSign(one))
  const key = name ? (unquoted(name, source) ?? source.slice(name.from, name.to)) : ''
  const named = given.findIndex((one) => source.slice(one.from, one.to) === 'default')
  const fallback = named === -1 ? rest[0] : given[named + 2]
  const literal = fallback && literalOf(fallback, source)
  if (literal === undefined || literal === '') return aReference(key)
  return noted(meaningOf(literal), `The default of ${key}, which may say something else.`)
}

/** `getenv('X') || 'default'`, `getenv('X') ?: 'default'`, `value as const`. */
const ofChoice = (node: SyntaxNode, source: string): Meaning | 'nested' => {
  const { firstChild: first, lastChild: last } = node
  if (!first || !last) return isCode
  const between = source.slice(first.to, last.from).replace(/\s/g, '')
  if (/^(?:as|satisfies)/.test(between)) return meaningOfNode(first, source)
  const text = source.slice(first.from, first.to)
  const literal = literalOf(last, source)
  if (!['||', '??', '?:', 'or'].includes(between))
    return asks.test(text) ? aReference(lastName(text)) : isCode
  if (literal === undefined || literal === '') return asks.test(text) ? aReference(lastName(text)) : isCode
  return noted(meaningOf(literal), `The default of ${lastName(text)}, which may say something else.`)
}

const literalOf = (node: SyntaxNode, source: string): string | undefined => {
  if (literals.has(node.name))
    return source
      .slice(node.from, node.to)
      .replace(/^(\d[\d_]*)[nL]?$/, (_, digits) => digits.replaceAll('_', ''))
  if (node.name === 'UnaryExpression' && /^-\s*\d/.test(source.slice(node.from, node.to)))
    return source.slice(node.from, node.to)
  return unquoted(node, source)
}

/** The text of a string literal; undefined for anything else, strings with values put in among them. */
export const unquoted = (node: SyntaxNode, source: string): string | undefined => {
  if (!texts.has(node.name)) return undefined
  const children = childrenOf(node)
  if (node.name === 'ContinuedString') {
    const parts = children.map((child) => unquoted(child, source))
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined
  }
  if (children.some(({ name }) => !/^Escape/.test(name))) return undefined
  const raw = source.slice(node.from, node.to)
  const found = /^([A-Za-z]*)("""|'''|["'`])([\s\S]*)\2$/.exec(raw)
  if (!found) return undefined
  const [, prefix = '', quote = '', inner = ''] = found
  if (/r/i.test(prefix)) return inner
  const isPhp = source.startsWith('<?')
  return isPhp && quote === "'" ? singleQuoted(inner) : inner.replace(escapes, unescaped)
}

const escapes = /\\(u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/g
const plainEscapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\n': '' }
const unescaped = (_: string, code: string): string => {
  if (code.length === 1) return plainEscapes[code] ?? code
  return String.fromCodePoint(Number.parseInt(code.replace(/[ux{}]/g, ''), 16))
}

/** In PHP only the quote and the backslash itself are escaped between single quotes. */
const singleQuoted = (inner: string): string => inner.replace(/\\(['\\])/g, '$1')

/** The names on the left of a sign: `$config['mpesa']['key']`, `settings.KEY`, `'key'`. */
export const nameOf = (node: SyntaxNode, source: string): string[] => {
  const text = unquoted(node, source)
  if (text !== undefined) return [text]
  if (node.name === 'MemberExpression' || node.name === 'SubscriptExpression')
    return childrenOf(node)
      .filter(({ name }) => /Name|Expression$|String/.test(name))
      .flatMap((child) => nameOf(child, source))
  return [source.slice(node.from, node.to).replace(/^[$#]/, '')]
}
