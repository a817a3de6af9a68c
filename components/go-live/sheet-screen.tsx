'use client'
import { ArrowLeft, Play, X } from 'lucide-react'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { isTyping } from '@/components/frame/shortcuts'
import { isProblem } from '@/components/live/fetch-json'
import { LiveDot } from '@/components/live/live-provider'
import { KindBadge } from '@/components/payments/verdict'
import { Button } from '@/components/ui/button'
import { EmptyState, Kbd, Notice } from '@/components/ui/layout'
import { cn } from '@/lib/classes'
import type { CaseView, SheetView } from '@/lib/workspace/go-live/views'
import { changeCase, changeChecklist, changeJob, startJob } from './api'
import type { ApiChoice } from './api-choices'
import { CaseDetail } from './case-detail'
import { CaseFilterBar } from './case-filters'
import { CaseTable } from './case-table'
import { Checklist } from './checklist'
import { ConfirmRun } from './confirm-run'
import { CountBar } from './counts'
import { ExportPanel } from './export-panel'
import {
  type CaseFilters,
  filtersIn,
  fits,
  groupCases,
  isFiltered,
  isPlayable,
  noFilters,
  withQuery,
} from './filters'
import { JobStrip } from './job-strip'
import { SheetMenu } from './sheet-menu'
import { useSheet } from './use-sheet'
import { useTask } from './use-task'
import { useWide } from './use-wide'
import { casesWords, countWords, isActive } from './words'

const tabs = ['cases', 'checklist', 'export'] as const
type Tab = (typeof tabs)[number]

/** A sheet: its cases with their evidence, its checklist, and what leaves it. The address holds what is shown. */
export function SheetScreen({
  initial,
  apis,
  canChange,
}: {
  initial: SheetView
  /** What the sheet could cover. */
  apis: ApiChoice[]
  canChange: boolean
}) {
  const router = useRouter()
  const query = useSearchParams()
  const wide = useWide()
  const { data: sheet, error, read } = useSheet(initial.id, initial)
  const { run, isBusy } = useTask()
  const [asking, setAsking] = useState<string[] | null>(null)
  const filters = useMemo(() => filtersIn(query), [query])
  const tab: Tab = tabs.find((name) => name === query.get('tab')) ?? 'cases'
  const chosenId = query.get('case')
  const chosen = sheet.cases.find(({ id }) => id === chosenId)
  const search = useRef<HTMLInputElement>(null)
  const detail = useRef<HTMLElement>(null)
  /** The row that gets the focus back when its case is closed. */
  const returnTo = useRef<string | null>(null)

  const shown = useMemo(() => sheet.cases.filter((each) => fits(each, filters)), [sheet.cases, filters])
  const groups = useMemo(() => groupCases(shown), [shown])
  const allGroups = useMemo(() => groupCases(sheet.cases), [sheet.cases])
  const playable = shown.filter(isPlayable)
  const job = sheet.job
  const active = isActive(job)
  const isProduction = sheet.environment.kind === 'production'

  const pathOf = (change: Record<string, string | null>) => {
    const text = withQuery(new URLSearchParams(query), change).toString()
    return `/go-live/${sheet.id}${text ? `?${text}` : ''}`
  }
  const go = (change: Record<string, string | null>, how: 'push' | 'replace') => {
    const url = pathOf(change)
    if (how === 'push') window.history.pushState(null, '', url)
    else window.history.replaceState(null, '', url)
  }
  const linkOf = (id: string) =>
    document.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"] [data-case-link]`)
  const choose = (id: string | null) => {
    go({ case: id }, chosenId === null ? 'push' : 'replace')
  }
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  const open = useCallback((id: string) => latest.current(id), [])
  const close = () => {
    returnTo.current = chosenId
    choose(null)
  }
  const narrow = (change: Partial<CaseFilters>) => go(change, 'replace')

  const act = async (task: () => Promise<unknown>, done?: string) => {
    const isDone = await run(task, done)
    await Promise.race([read(), new Promise((resolve) => setTimeout(resolve, 1500))])
    return isDone
  }
  const start = (cases: string[]) => {
    setAsking(null)
    void act(() => startJob(sheet.id, cases), `Running ${casesWords(cases.length)}`)
  }
  const ask = (cases: string[]) => {
    // The provider's own sandbox is shared and slow: it is asked first.
    if (sheet.environment.kind === 'local' || cases.length === 1) start(cases)
    else setAsking(cases)
  }
  const whyNotRun = (each: CaseView): string | null => {
    if (isProduction)
      return 'Nothing is run against production from a sheet. Send it yourself: the run fills this case.'
    if (active) return 'Other cases are being run: wait for them, or stop them.'
    return each.play.isPossible ? null : (each.play.why ?? 'Software cannot do this one here.')
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || tab !== 'cases') return
    if (document.querySelector('[role="dialog"]')) return
    if (event.key === 'Escape' && event.target === search.current) {
      search.current?.blur()
      return
    }
    if (isTyping(event.target)) return
    const index = shown.findIndex(({ id }) => id === chosenId)
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const focused = shown.findIndex(({ id }) => linkOf(id)?.isSameNode(document.activeElement))
      const from = index >= 0 ? index : focused
      const next = shown[from < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, from + step))]
      if (!next) return
      const link = linkOf(next.id)
      // With nothing open the focus moves; with a case open the pane follows.
      if (index >= 0) choose(next.id)
      link?.focus({ preventScroll: true })
      link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === '/') {
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    } else if (event.key === 'Escape' && chosenId !== null) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && chosenId !== null && event.target === document.body) {
      event.preventDefault()
      detail.current?.focus()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  // A case that the address names is brought into view, and on a phone its text is where reading begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another case moves the view
  useEffect(() => {
    if (chosenId === null) {
      if (returnTo.current !== null) linkOf(returnTo.current)?.focus()
      returnTo.current = null
      return
    }
    if (wide) linkOf(chosenId)?.closest('tr')?.scrollIntoView({ block: 'nearest' })
    else {
      window.scrollTo({ top: 0 })
      detail.current?.focus({ preventScroll: true })
    }
    detail.current?.scrollTo({ top: 0 })
  }, [chosenId, wide])

  const isGone = isProblem(error) && error.status === 404
  const showsDetail = tab === 'cases' && chosen !== undefined
  /** On a phone a case takes the place of everything else. */
  const isFullScreen = showsDetail && !wide
  const done = sheet.checklist.filter(({ isDone }) => isDone).length

  const pane = chosen && (
    <CaseDetail
      each={chosen}
      sheet={sheet}
      canChange={canChange && !isGone}
      whyNotRun={whyNotRun(chosen)}
      isBusy={isBusy}
      onRun={() => ask([chosen.id])}
      onChange={(change, words) => act(() => changeCase(sheet.id, chosen.id, change), words)}
    />
  )

  return (
    <div className="flex flex-col lg:h-[calc(100dvh-3rem)] lg:min-h-96">
      {!isFullScreen && (
        <>
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
                        onClick={() => go({ state: 'conflict', tab: null }, 'push')}
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
            {canChange && (
              <div className="ml-auto flex items-center gap-2 max-sm:ml-0">
                {!isProduction && tab === 'cases' && (
                  <Button
                    variant="primary"
                    disabled={active || isBusy || playable.length === 0 || isGone}
                    onClick={() => ask(playable.map(({ id }) => id))}
                  >
                    <Play aria-hidden />
                    {isFiltered(filters) ? 'Run these' : 'Run all that is missing'}
                    {playable.length > 0 && ` (${playable.length})`}
                  </Button>
                )}
                <SheetMenu
                  sheet={sheet}
                  apis={apis}
                  onChanged={() => void read()}
                  onDeleted={() => router.push('/go-live')}
                />
              </div>
            )}
          </header>
          <nav aria-label="Parts of the sheet" className="flex gap-4 overflow-x-auto border-b px-4">
            {(
              [
                ['cases', `Cases ${sheet.counts.cases}`],
                ['checklist', `Checklist ${done} of ${sheet.checklist.length}`],
                ['export', 'Export and template'],
              ] as const
            ).map(([name, label]) => (
              <Link
                key={name}
                href={pathOf({ tab: name === 'cases' ? null : name })}
                prefetch={false}
                scroll={false}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  go({ tab: name === 'cases' ? null : name }, 'push')
                }}
                aria-current={tab === name ? 'page' : undefined}
                className="-mb-px whitespace-nowrap border-transparent border-b-2 px-0.5 py-1.5 text-ink-muted focus-visible:-outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
              >
                {label}
              </Link>
            ))}
          </nav>
        </>
      )}
      {isGone ? (
        <Notice tone="warn" className="m-4">
          Somebody deleted this sheet. What is still on screen is the last that was read.
        </Notice>
      ) : (
        error && (
          <Notice tone="bad" title="The sheet cannot be read again" className="m-4">
            {error.message}
          </Notice>
        )
      )}
      {job && !isFullScreen && (
        <JobStrip
          key={job.id}
          job={job}
          titleOf={(id) => sheet.cases.find((each) => each.id === id)?.title}
          onAct={canChange ? (action) => void act(() => changeJob(sheet.id, job.id, action)) : undefined}
          isBusy={isBusy}
        />
      )}
      {tab === 'cases' && (
        <>
          {!isFullScreen && (
            <CaseFilterBar filters={filters} apis={allGroups} box={search} onChange={narrow} />
          )}
          <div className="flex min-h-0 flex-1">
            <div
              className={cn(
                '@container min-w-0 flex-1 lg:overflow-y-auto lg:overscroll-contain',
                isFullScreen && 'hidden',
              )}
            >
              {shown.length > 0 ? (
                <CaseTable
                  groups={groups}
                  chosen={chosenId}
                  hrefOf={(id) => pathOf({ case: id })}
                  onOpen={open}
                />
              ) : (
                <div className="p-4">
                  <EmptyState
                    title="No case fits these filters."
                    action={<Button onClick={() => narrow(noFilters)}>Clear the filters</Button>}
                  />
                </div>
              )}
            </div>
            {showsDetail &&
              (wide ? (
                <aside
                  ref={detail}
                  tabIndex={-1}
                  aria-label="The chosen case"
                  className="outline-none w-[52%] min-w-105 max-w-220 overflow-y-auto overscroll-contain border-l"
                >
                  <div className="flex justify-end px-2 pt-2">
                    <Button variant="ghost" size="sm" onClick={close}>
                      <X aria-hidden /> Close <Kbd>Esc</Kbd>
                    </Button>
                  </div>
                  {pane}
                </aside>
              ) : (
                <section
                  ref={detail}
                  tabIndex={-1}
                  aria-label="The chosen case"
                  className="min-w-0 flex-1 outline-none"
                >
                  <div className="sticky top-12 z-10 flex items-center gap-2 border-b bg-canvas px-2 py-1">
                    <Button variant="ghost" size="sm" onClick={close}>
                      <ArrowLeft aria-hidden /> All cases
                    </Button>
                    <h1 className="min-w-0 truncate text-ink-muted text-sm">{sheet.name}</h1>
                  </div>
                  <div className="pt-3">{pane}</div>
                </section>
              ))}
          </div>
        </>
      )}
      {tab === 'checklist' && (
        <div className="min-h-0 flex-1 lg:overflow-y-auto">
          <Checklist
            items={sheet.checklist}
            canChange={canChange && !isGone}
            onChange={(id, change) => act(() => changeChecklist(sheet.id, id, change))}
          />
        </div>
      )}
      {tab === 'export' && (
        <div className="min-h-0 flex-1 lg:overflow-y-auto">
          <ExportPanel sheet={sheet} canChange={canChange && !isGone} onChanged={() => void read()} />
        </div>
      )}
      <ConfirmRun
        cases={asking}
        environmentName={sheet.environment.name}
        onClose={() => setAsking(null)}
        onConfirm={start}
      />
    </div>
  )
}
