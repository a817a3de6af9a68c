import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useMemo, useRef } from 'react'
import { unsaidOf } from '@/components/address/address'
import { DetailPane } from '@/components/lists/detail-pane'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/layout'
import { cn } from '@/lib/classes'
import type { CaseView } from '@/lib/workspace/go-live/views'
import { CaseFilterBar } from './case-filters'
import { CaseTable } from './case-table'
import { type CaseFilters, filterNames, groupCases } from './filters'
import { useChosenCase } from './use-chosen-case'

/** The table of cases, and the chosen one: beside it, or on a phone in the place of everything else. */
export function CasesPart({
  cases,
  shown,
  filters,
  chosen,
  wide,
  sheetName,
  hrefOf,
  onNarrow,
  children,
}: {
  cases: CaseView[]
  /** Those that fit the filters. */
  shown: CaseView[]
  filters: CaseFilters
  /** Id in the address; empty for none. */
  chosen: string
  wide: boolean
  sheetName: string
  hrefOf: (id: string) => string
  onNarrow: (change: Partial<CaseFilters>) => void
  /** The chosen case; absent when the sheet has no such case. */
  children: ReactNode
}) {
  const search = useRef<HTMLInputElement>(null)
  const pane = useRef<HTMLElement>(null)
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
  const { open, close } = useChosenCase({ chosen, shown: ids, wide, search, pane })
  const groups = useMemo(() => groupCases(shown), [shown])
  const apis = useMemo(() => groupCases(cases), [cases])
  const isFullScreen = Boolean(children) && !wide
  return (
    <>
      {!isFullScreen && <CaseFilterBar filters={filters} apis={apis} box={search} onChange={onNarrow} />}
      <div className="flex min-h-0 flex-1">
        <div
          className={cn(
            '@container min-w-0 flex-1 lg:overflow-y-auto lg:overscroll-contain',
            isFullScreen && 'hidden',
          )}
        >
          {shown.length > 0 ? (
            <CaseTable groups={groups} chosen={chosen} hrefOf={hrefOf} onOpen={open} />
          ) : (
            <div className="p-4">
              <EmptyState
                title="No case fits these filters."
                action={<Button onClick={() => onNarrow(unsaidOf(filterNames))}>Clear the filters</Button>}
              />
            </div>
          )}
        </div>
        {children && wide && (
          <DetailPane
            label="The chosen case"
            pane={pane}
            onClose={close}
            className="w-[52%] max-w-220 overscroll-contain"
          >
            {children}
          </DetailPane>
        )}
        {isFullScreen && (
          <section
            ref={pane}
            tabIndex={-1}
            aria-label="The chosen case"
            className="min-w-0 flex-1 outline-none"
          >
            <div className="sticky top-12 z-10 flex items-center gap-2 border-b bg-canvas px-2 py-1">
              <Button variant="ghost" size="sm" onClick={close}>
                <ArrowLeft aria-hidden /> All cases
              </Button>
              <h1 className="min-w-0 truncate text-ink-muted text-sm">{sheetName}</h1>
            </div>
            <div className="pt-3">{children}</div>
          </section>
        )}
      </div>
    </>
  )
}
