import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { RefObject } from 'react'
import { exportUrl } from '@/components/runs/api'
import { RunHeads, RunLine } from '@/components/runs/run-row'
import { tryPath } from '@/components/runs/words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { cn } from '@/lib/classes'
import type { RunSummary } from '@/lib/workspace/views'

type RowActions = {
  /** Whether this person may send and delete. */
  canSend: boolean
  isSending: boolean
  onChoose: (id: string) => void
  onSendAgain: (run: RunSummary) => void
  onDelete: (run: RunSummary) => void
}

export function RunList({
  runs,
  chosen,
  list,
  ...actions
}: RowActions & { runs: RunSummary[]; chosen: readonly string[]; list: RefObject<HTMLUListElement | null> }) {
  return (
    <>
      <RunHeads className="px-1 pr-10 pb-1 sm:pl-8" />
      <ul ref={list} className="border-t" aria-label="Runs">
        {runs.map((run) => (
          <li
            key={run.id}
            className={cn(
              'flex items-center gap-2 border-b [contain-intrinsic-size:auto_37px] [content-visibility:auto]',
              chosen.includes(run.id) && 'bg-selected',
            )}
          >
            <Checkbox
              aria-label={`Choose ${run.operationTitle} ${run.id} for comparing`}
              checked={chosen.includes(run.id)}
              onCheckedChange={() => actions.onChoose(run.id)}
              className="ml-1 max-sm:hidden"
            />
            <Link
              data-run-link
              href={`/history/${run.id}`}
              className="flex min-w-0 flex-1 rounded-sm px-1 py-2 -outline-offset-2 hover:bg-hover"
            >
              <RunLine run={run} withOperation />
            </Link>
            <RunMenu run={run} isChosen={chosen.includes(run.id)} {...actions} />
          </li>
        ))}
      </ul>
    </>
  )
}

function RunMenu({
  run,
  isChosen,
  canSend,
  isSending,
  onChoose,
  onSendAgain,
  onDelete,
}: RowActions & { run: RunSummary; isChosen: boolean }) {
  const router = useRouter()
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="icon-sm" variant="ghost" aria-label={`Actions for run ${run.id}`}>
          <Ellipsis />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {run.origin !== 'customer' && (
          <>
            <MenuItem disabled={!canSend || isSending} onSelect={() => onSendAgain(run)}>
              Run again
            </MenuItem>
            <MenuItem onSelect={() => router.push(tryPath(run.operation, { from: run.id }))}>
              Edit and run
            </MenuItem>
          </>
        )}
        <MenuItem onSelect={() => onChoose(run.id)}>
          {isChosen ? 'Do not compare' : 'Choose for comparing'}
        </MenuItem>
        <MenuSeparator />
        {(['json', 'har'] as const).map((format) => (
          <MenuItem key={format} asChild>
            <a href={exportUrl(run.id, format)} download>
              Export {format.toUpperCase()}
            </a>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem disabled={!canSend} onSelect={() => onDelete(run)}>
          Delete…
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
