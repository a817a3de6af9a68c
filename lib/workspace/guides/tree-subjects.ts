import 'server-only'
import type { Tree } from '@/lib/guides/types'
import { formatMoney } from '@/lib/money'
import { findOperation } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { currentEnvironment } from '../environments/current'
import { listEnvironmentBriefs } from '../environments/list-environments'
import { listRuns } from '../runs/list-runs'

const newest = 100
const offered = 30

const stamp = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

/** What a tree can be followed for: runs that may still hear something first, or the environments of its systems. */
export const treeSubjects = async (
  deps: Deps,
  actor: Actor,
  tree: Tree,
): Promise<{ id: string; title: string }[]> => {
  if (tree.subject === 'environment') {
    const current = await currentEnvironment(deps, actor)
    return listEnvironmentBriefs(deps, actor)
      .filter(({ system }) => tree.systems.includes(system))
      .sort((a, b) => Number(b.id === current) - Number(a.id === current))
      .map(({ slug, name, systemTitle }) => ({ id: slug, title: `${name} (${systemTitle})` }))
  }
  const runs = listRuns(deps, actor, { limit: newest }).runs.filter(
    ({ operation, system }) => tree.systems.includes(system) && findOperation(operation)?.asynchronous,
  )
  const isOpen = (verdict: string) => ['pending', 'no-word', 'unknown', 'unreachable'].includes(verdict)
  return [...runs.filter(({ verdict }) => isOpen(verdict)), ...runs.filter(({ verdict }) => !isOpen(verdict))]
    .slice(0, offered)
    .map((run) => ({
      id: run.id,
      title: [
        run.operationTitle,
        run.amountCents !== null && run.currency ? formatMoney(run.amountCents, run.currency) : '',
        run.verdict,
        `${stamp.format(run.createdAt)} UTC`,
      ]
        .filter(Boolean)
        .join(' · '),
    }))
}
