import { plainOf } from './rich'
import type { Block, Guide, Tree } from './types'
import { textsOf } from './walk'

export type GuideHit = {
  slug: string
  title: string
  /** Heading under which it was found; null for the guide as a whole. */
  section: { id: string; title: string } | null
  /** Some words around the place. */
  excerpt: string
}

type Page = {
  slug: string
  title: string
  summary: string
  parts: { id: string; title: string; text: string }[]
}

const plainText = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).map(plainOf).join(' · ')

export const pageOfGuide = ({ slug, title, summary, sections }: Guide): Page => ({
  slug,
  title,
  summary,
  parts: sections.map((section) => ({
    id: section.id,
    title: section.title,
    text: plainText(section.blocks),
  })),
})

export const pageOfTree = ({ slug, title, summary, nodes }: Tree): Page => ({
  slug,
  title,
  summary,
  parts: [
    {
      id: '',
      title: '',
      text: Object.values(nodes)
        .map((node) => `${node.title} · ${node.kind === 'end' ? plainText(node.blocks) : plainOf(node.why)}`)
        .join(' '),
    },
  ],
})

const around = 70

/** Places of the guides in which every word occurs: titles first, then headings, then text. */
export const searchPages = (pages: readonly Page[], typed: string, most = 20): GuideHit[] => {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}_.-]+/gu) ?? []
  if (words.length === 0) return []
  const holds = (text: string) => {
    const lower = text.toLowerCase()
    return words.every((word) => lower.includes(word))
  }
  const hits: (GuideHit & { points: number })[] = []
  for (const { slug, title, summary, parts } of pages) {
    if (holds(title)) hits.push({ slug, title, section: null, excerpt: summary, points: 4 })
    else if (holds(`${title} ${summary}`))
      hits.push({ slug, title, section: null, excerpt: summary, points: 3 })
    for (const part of parts) {
      const heading = part.title !== '' && holds(part.title)
      if (!heading && !holds(`${title} ${part.title} ${part.text}`)) continue
      // A place that is found by the guide's title alone says nothing new.
      if (!heading && !words.some((word) => part.text.toLowerCase().includes(word))) continue
      const section = part.title === '' ? null : { id: part.id, title: part.title }
      if (section === null && hits.some((hit) => hit.slug === slug)) continue
      hits.push({ slug, title, section, excerpt: excerptOf(part.text, words), points: heading ? 2 : 1 })
    }
  }
  return hits
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ points: _, ...hit }) => hit)
}

const excerptOf = (text: string, words: readonly string[]): string => {
  const lower = text.toLowerCase()
  const at = Math.max(
    0,
    Math.min(...words.map((word) => lower.indexOf(word)).filter((index) => index >= 0), text.length),
  )
  const start = at > around ? text.indexOf(' ', at - around) + 1 : 0
  const end = text.length - start > 2 * around ? text.lastIndexOf(' ', start + 2 * around) : text.length
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}
