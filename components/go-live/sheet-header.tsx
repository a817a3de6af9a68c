import Link from 'next/link'
import type { ReactNode } from 'react'
import { LiveDot } from '@/components/live/live-provider'
import { KindBadge } from '@/components/payments/verdict'
import type { SheetView } from '@/lib/workspace/go-live/views'
import { CountBar } from './counts'
import type { Tab } from './filters'
import { countWords } from './words'

/** What the sheet is and how far it is. */
export function SheetHeader({
  sheet,
  onShowConflicts,
  children,
}: {
  sheet: SheetView
  onShowConflicts: () => void
  /** What can be done with it. */
  children: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-end gap-x-4 gap-y-2 px-4 pt-3 pb-2">
      <div className="min-w-0">
        <Link href="/go-live" className="text-ink-muted text-sm underline-offset-3 hover:underline">
          Go live
        </Link>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-lg">{sheet.name}</h1>
          <span className="flex flex-wrap items-center gap-2 text-ink-muted text-sm">
            {sheet.environment.name}
            <KindBadge kind={sheet.environment.kind} />
            <LiveDot />
          </span>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-1">
          <p role="status" className="text-sm">
            {countWords(sheet.counts)}
            {sheet.counts.conflicts > 0 && (
              <>
                {', '}
                <button
                  type="button"
                  className="rounded-sm text-timed-out underline-offset-3 hover:underline"
                  onClick={onShowConflicts}
                >
                  {sheet.counts.conflicts} for and against
                </button>
              </>
            )}
          </p>
          <CountBar counts={sheet.counts} className="w-48 max-sm:w-full" />
          {sheet.judging && (
            <p className="text-ink-muted text-sm">
              Looking at earlier runs: {sheet.judging.done} of {sheet.judging.total}
            </p>
          )}
        </div>
      </div>
      {children}
    </header>
  )
}

const tabLabels = ({ counts, checklist }: SheetView): [Tab, string][] => [
  ['cases', `Cases ${counts.cases}`],
  ['checklist', `Checklist ${checklist.filter(({ isDone }) => isDone).length} of ${checklist.length}`],
  ['export', 'Export and template'],
]

export function SheetTabs({
  sheet,
  current,
  hrefOf,
  onOpen,
}: {
  sheet: SheetView
  current: Tab
  hrefOf: (tab: Tab) => string
  onOpen: (tab: Tab) => void
}) {
  return (
    <nav aria-label="Parts of the sheet" className="flex gap-4 overflow-x-auto border-b px-4">
      {tabLabels(sheet).map(([tab, label]) => (
        <Link
          key={tab}
          href={hrefOf(tab)}
          prefetch={false}
          scroll={false}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onOpen(tab)
          }}
          aria-current={tab === current ? 'page' : undefined}
          className="-mb-px whitespace-nowrap border-transparent border-b-2 px-0.5 py-1.5 text-ink-muted focus-visible:-outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
