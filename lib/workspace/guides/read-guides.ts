import 'server-only'
import { z } from 'zod'
import { findGuide, findTree, guides, inconsistencies, limits, searchGuides, trees } from '@/lib/guides'
import type { Block, Finding } from '@/lib/guides/types'
import { Refusal } from '@/lib/refusal'
import type { Deps } from '../deps'
import { sampleOf } from './sample'
import type { GuideDocument, GuideList } from './views'

export const guideQuery = z.object({ q: z.string().max(200, 'Search for fewer words.').default('') })

/** Every guide and every question; with `q`, the places in which its words stand. */
export const listGuides = ({ q = '' }: Partial<z.output<typeof guideQuery>> = {}): GuideList => {
  return {
    guides: guides.map(({ slug, title, summary, group, systems }) => ({
      slug,
      title,
      summary,
      group,
      systems,
    })),
    trees: trees.map(({ slug, title, summary, subject, systems }) => ({
      slug,
      title,
      summary,
      subject,
      systems,
    })),
    hits: q.trim() === '' ? null : searchGuides(q),
  }
}

const lists: Record<string, { title: string; findings: readonly Finding[] }> = {
  limits: { title: 'What the APIs cannot do', findings: limits },
  inconsistencies: { title: 'Inconsistencies of the APIs', findings: inconsistencies },
}

/** A guide, a tree of questions, or one of the two lists, as data. */
export const getGuide = (deps: Deps, slug: string): GuideDocument => {
  const guide = findGuide(slug)
  if (guide) {
    const blocks = guide.sections.flatMap((section) => section.blocks)
    return { kind: 'guide', guide, samples: samplesIn(deps, blocks) }
  }
  const tree = findTree(slug)
  if (tree) {
    const blocks = Object.values(tree.nodes).flatMap((node) => (node.kind === 'end' ? node.blocks : []))
    return { kind: 'questions', tree, samples: samplesIn(deps, blocks) }
  }
  const list = lists[slug]
  if (list) return { kind: 'findings', ...list }
  throw new Refusal('not-found', `There is no guide “${slug.slice(0, 80)}”. GET /api/v1/guides lists them.`)
}

const samplesIn = (deps: Deps, blocks: readonly Block[]) =>
  Object.fromEntries(
    blocks.flatMap((block) =>
      block.kind === 'sample'
        ? [
            [
              block.operation,
              sampleOf(deps, block.operation, block.values).map(({ label, code }) => ({ label, code })),
            ],
          ]
        : [],
    ),
  )
