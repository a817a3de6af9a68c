import type { OperationId } from '@/lib/catalogue/types'
import { partsOf } from './rich'
import type { Block, Guide, Rich, Sourced, Tree } from './types'

const textOfItem = (item: Rich | Sourced): Rich => (typeof item === 'string' ? item : item.text)

/** Every rich text of a block. */
export const textsOf = (block: Block): Rich[] => {
  switch (block.kind) {
    case 'text':
      return [block.text]
    case 'note':
      return [block.title, block.text]
    case 'steps':
    case 'list':
      return block.items.map(textOfItem)
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()]
    case 'flow':
      return [block.title, ...('steps' in block ? block.steps.map(({ label }) => label) : [])]
    case 'sample':
      return [block.title]
    case 'try':
      return [block.label]
    case 'operations':
    case 'codes':
      return []
  }
}

export const blocksOfTree = (tree: Tree): Block[] =>
  Object.values(tree.nodes).flatMap((node): Block[] =>
    node.kind === 'end' ? node.blocks : [{ kind: 'text', text: node.why }],
  )

export const blocksOfGuide = (guide: Guide): Block[] => guide.sections.flatMap(({ blocks }) => blocks)

/** Targets of the links in some blocks. */
const targetsIn = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap(textsOf)
    .flatMap(partsOf)
    .flatMap((part) => (part.kind === 'link' ? [part.target] : []))

/** Operations that some blocks name, in lists, links, samples, forms and flows. */
export const operationsIn = (blocks: readonly Block[]): OperationId[] => {
  const named = blocks.flatMap((block) => {
    if (block.kind === 'operations') return block.ids
    return 'operation' in block ? [block.operation] : []
  })
  const linked = targetsIn(blocks).flatMap((target) => {
    const [, id] = /^(?:op|ref|field):([^/]+)/.exec(target) ?? []
    return id ? [id] : []
  })
  return [...new Set([...named, ...linked])]
}

/** Codes, as `system/id`, that some blocks name. */
export const codesIn = (blocks: readonly Block[]): string[] => {
  const listed = blocks.flatMap((block) => (block.kind === 'codes' ? block.refs : []))
  const linked = targetsIn(blocks).flatMap((target) =>
    target.startsWith('code:') ? [target.slice('code:'.length)] : [],
  )
  return [...new Set([...listed, ...linked])]
}
