import type { OperationId } from '@/lib/catalogue/types'
import { guides } from './content'
import { pageOfGuide, pageOfTree, searchPages } from './search'
import { trees } from './trees'
import type { Guide, Tree } from './types'
import { blocksOfGuide, blocksOfTree, codesIn } from './walk'

export { inconsistencies } from './inconsistencies'
export { limits } from './limits'
export { guides, trees }

export const findGuide = (slug: string): Guide | undefined => guides.find((guide) => guide.slug === slug)
export const findTree = (slug: string): Tree | undefined => trees.find((tree) => tree.slug === slug)

const pages = [...guides.map(pageOfGuide), ...trees.map(pageOfTree)]

export const searchGuides = (typed: string, most?: number) => searchPages(pages, typed, most)

export type GuideLink = { slug: string; title: string; summary: string }

const linkOf = ({ slug, title, summary }: Guide | Tree): GuideLink => ({ slug, title, summary })

/** Guides and questions that stand beside an operation’s form: those of its own system before those of all. */
export const guidesOfOperation = (id: OperationId): GuideLink[] => {
  const about = guides.filter(({ operations }) => operations.includes(id))
  const own = about.filter(({ systems }) => systems.length === 1)
  return [
    ...own,
    ...about.filter((guide) => !own.includes(guide)),
    ...trees.filter(({ operations }) => operations.includes(id)),
  ].map(linkOf)
}

const namedCodes: { link: GuideLink; codes: ReadonlySet<string> }[] = [
  ...trees.map((tree) => ({
    link: linkOf(tree),
    codes: new Set([...tree.codes, ...codesIn(blocksOfTree(tree))]),
  })),
  ...guides.map((guide) => ({ link: linkOf(guide), codes: new Set(codesIn(blocksOfGuide(guide))) })),
]

/** Guides and questions that speak of a code, named as `system/id`; questions first. */
export const guidesOfCode = (ref: string): GuideLink[] =>
  namedCodes.flatMap(({ link, codes }) => (codes.has(ref) ? [link] : []))
