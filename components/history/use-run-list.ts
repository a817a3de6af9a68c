import { useLive } from '@/components/live/live-provider'
import { useLiveList } from '@/components/live/use-live-list'
import { listRuns } from '@/components/runs/api'
import type { RunSummary } from '@/lib/workspace/views'
import { type Filters, fits, requestOf } from './filters'

const isAtTop = () => window.scrollY < 60

/** The runs that fit the filters, as they are sent, change and are deleted. */
export const useRunList = (filters: Filters, onDeleted: (id: string) => void) => {
  const list = useLiveList<RunSummary>({
    queryKey: ['runs', 'history', JSON.stringify(filters)],
    read: async (before, signal) => {
      const page = await listRuns({ ...requestOf(filters), limit: 50, ...(before && { before }) }, signal)
      return { rows: page.runs, cursor: page.cursor }
    },
    isAtTop,
  })
  useLive('run', (run) => {
    // One that is on screen stays there with its change, whether or not it still fits.
    if (list.isListed(run.id) || fits(run, filters)) list.arrive([run])
  })
  useLive('run-deleted', ({ id }) => {
    list.remove(id)
    onDeleted(id)
  })
  return list
}
