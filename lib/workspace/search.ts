import 'server-only'
import { z } from 'zod'
import { searchGuides } from '@/lib/guides'
import { systems } from '@/lib/systems'
import { claimSentence } from '@/lib/wire/mismatch'
import { originWords } from '@/lib/wire/origins'
import { listCallbacks } from './callbacks/list-callbacks'
import { codePath } from './codes/code-view'
import type { Actor, Deps } from './deps'
import { listRuns } from './runs/list-runs'

export const searchHit = z.object({
  kind: z.enum(['run', 'callback', 'code', 'guide']),
  title: z.string(),
  detail: z.string(),
  href: z.string().describe('Path of its page.'),
})
export type SearchHit = z.infer<typeof searchHit>

const each = 6

/** Runs, callbacks, codes and guides for a text: what the palette shows. */
export const search = (deps: Deps, actor: Actor, typed: string): { hits: SearchHit[] } => {
  const q = typed.trim().slice(0, 200)
  if (q.length < 2) return { hits: [] }
  const runs = listRuns(deps, actor, { q, limit: each }).runs.map(
    (run): SearchHit => ({
      kind: 'run',
      title: `${run.operationTitle}: ${run.verdict}`,
      detail: [
        run.receipt,
        run.msisdn,
        run.reference,
        run.environment.name,
        run.origin === 'form' ? undefined : originWords[run.origin].toLowerCase(),
      ]
        .filter(Boolean)
        .join(' · '),
      href: `/history/${run.id}`,
    }),
  )
  const callbacks = listCallbacks(deps, actor, { q, limit: each }).callbacks.map(
    (callback): SearchHit => ({
      kind: 'callback',
      title: callback.kindTitle,
      detail: callback.mismatch ? claimSentence(callback.sentence) : callback.sentence,
      href: `/inbox/${callback.id}`,
    }),
  )
  return { hits: [...codesFor(q), ...runs, ...callbacks, ...guidesFor(q)] }
}

const guidesFor = (q: string): SearchHit[] =>
  searchGuides(q, each).map(({ slug, title, section, excerpt }) => ({
    kind: 'guide',
    title: section ? `${title}: ${section.title}` : title,
    detail: section ? 'Guide' : excerpt,
    href: `/guides/${slug}${section ? `#${section.id}` : ''}`,
  }))

const codesFor = (q: string): SearchHit[] => {
  const wanted = q.toLowerCase()
  return systems
    .flatMap((system) =>
      system.codes.filter(
        (row) =>
          row.code?.toLowerCase() === wanted ||
          (wanted.length > 3 && row.message.toLowerCase().includes(wanted)),
      ),
    )
    .slice(0, each)
    .map((row) => ({
      kind: 'code',
      title: [row.code, row.message].filter(Boolean).join(': '),
      detail: row.cause,
      href: codePath(row),
    }))
}
