import type { Rich } from './types'

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; target: string; isCode: boolean }

const token = /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g

/** A rich text in parts. */
export const partsOf = (text: Rich): Part[] => {
  const parts: Part[] = []
  let last = 0
  for (const match of text.matchAll(token)) {
    if (match.index > last) parts.push({ kind: 'text', text: text.slice(last, match.index) })
    const [, code, label = '', target = ''] = match
    if (code !== undefined) parts.push({ kind: 'code', text: code })
    else {
      const isCode = label.startsWith('`') && label.endsWith('`')
      parts.push({ kind: 'link', text: label.replaceAll('`', ''), target, isCode })
    }
    last = match.index + match[0].length
  }
  if (last < text.length) parts.push({ kind: 'text', text: text.slice(last) })
  return parts
}

/** Without marks: for the search and for descriptions. */
export const plainOf = (text: Rich): string =>
  partsOf(text)
    .map((part) => part.text)
    .join('')

/** Where a link leads: an address of ours. Undefined for a target of no known kind. */
export const hrefOf = (target: string): string | undefined => {
  const colon = target.indexOf(':')
  const kind = target.slice(0, colon)
  const rest = target.slice(colon + 1)
  const [first = '', second = ''] = rest.split('/')
  switch (kind) {
    case 'op':
      return `/try/${rest.replace('.', '/')}`
    case 'ref':
      return `/reference/${rest.replace('.', '/')}`
    case 'field':
      return `/reference/${first.replace('.', '/')}#field-${second}`
    case 'code':
      return `/reference/codes/${first}/${encodeURIComponent(second)}`
    case 'guide':
      return `/guides/${rest}`
    case 'page':
      return rest
    default:
      return undefined
  }
}
