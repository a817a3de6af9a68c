'use client'
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Search, SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLive } from '@/components/live/live-provider'
import { verdictLooks } from '@/components/payments/verdict'
import { exportAllUrl, exportUrl, listRuns, type RunPage } from '@/components/runs/api'
import { RunLine } from '@/components/runs/run-row'
import { useRunActions } from '@/components/runs/use-run-actions'
import { tryPath } from '@/components/runs/words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Input, Select } from '@/components/ui/input'
import { EmptyState, Notice, Page, PageHeader, Skeleton } from '@/components/ui/layout'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { cn } from '@/lib/classes'
import { verdicts } from '@/lib/wire/verdicts'
import type { RunSummary } from '@/lib/workspace/views'
import { FilterChips } from './filter-chips'
import {
  type Filters,
  filtersOf,
  fits,
  isDay,
  isFiltered,
  noFilters,
  requestOf,
  searchOf,
  withRun,
} from './filters'

type Pages = InfiniteData<RunPage, string | null>

export type HistoryProps = {
  operations: { group: string; operations: { id: string; title: string }[] }[]
  environments: { id: string; name: string }[]
  systems: { id: string; title: string }[]
  appKeys: { fingerprint: string; label: string }[]
  canSend: boolean
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isAtTop = () => window.scrollY < 60

/** Every run, newest first. */
export function HistoryList({ operations, environments, systems, appKeys, canSend }: HistoryProps) {
  const search = useSearchParams()
  const filters = filtersOf(search)
  const router = useRouter()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string[]>([])
  const [arrived, setArrived] = useState<RunSummary[]>([])
  const [showsFilters, setShowsFilters] = useState(isFiltered({ ...filters, q: '' }))
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const { sendAgain, askToDelete, isSending, dialogs } = useRunActions()

  const key = ['runs', 'history', searchOf(filters)]
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      listRuns({ ...requestOf(filters), limit: 50, ...(pageParam && { before: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    staleTime: 0,
  })
  const runs = query.data?.pages.flatMap((page) => page.runs) ?? []

  const change = (next: Partial<Filters>) => {
    window.history.replaceState(null, '', `/history${searchOf({ ...filters, ...next })}`)
    setArrived([])
  }

  const put = (some: readonly RunSummary[]) =>
    queries.setQueryData<Pages>(key, (data) => {
      if (!data) return data
      let pages = data.pages.map((page) => page.runs)
      for (const run of some) pages = withRun(pages, run)
      return { ...data, pages: data.pages.map((page, index) => ({ ...page, runs: pages[index] ?? [] })) }
    })

  useLive('run', (run) => {
    const isListed = runs.some((each) => each.id === run.id)
    if (isListed) put([run])
    else if (!fits(run, filters)) return
    // Nothing moves under the pointer: further down, new rows wait behind a button.
    else if (isAtTop()) put([run])
    else setArrived((before) => [...before.filter((each) => each.id !== run.id), run])
  })
  useLive('run-deleted', ({ id }) => {
    setChosen((before) => before.filter((each) => each !== id))
    setArrived((before) => before.filter((each) => each.id !== id))
    queries.setQueryData<Pages>(
      key,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({ ...page, runs: page.runs.filter((run) => run.id !== id) })),
        },
    )
  })

  const showArrived = () => {
    put([...arrived].sort((a, b) => (a.id < b.id ? -1 : 1)))
    setArrived([])
    window.scrollTo({ top: 0 })
  }

  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('[data-run-link]') ?? [])]
    const at = links.findIndex((link) => link.isSameNode(document.activeElement))
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]')) return
    if (isTyping(event.target)) return
    if (event.key === 'j') move(1)
    else if (event.key === 'k') move(-1)
    else if (event.key === '/') {
      event.preventDefault()
      box.current?.focus()
    }
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) =>
      isChosen
        ? [...before.filter((each) => each !== id).slice(-1), id]
        : before.filter((each) => each !== id),
    )
  const [a, b] = chosen

  return (
    <Page wide>
      <PageHeader
        title="History"
        description="Every run with its answer, its callbacks and what became of it."
      >
        <Menu>
          <MenuTrigger asChild>
            <Button disabled={runs.length === 0}>Export</Button>
          </MenuTrigger>
          <MenuContent align="end">
            {(['json', 'har'] as const).map((format) => (
              <MenuItem key={format} asChild>
                <a href={exportAllUrl(requestOf(filters), format)} download>
                  {isFiltered(filters) ? 'Filtered runs' : 'All runs'} as {format.toUpperCase()}
                </a>
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      </PageHeader>
      <search className="flex flex-wrap items-center gap-2 pb-3">
        <div className="relative min-w-0 flex-1 sm:max-w-md">
          <Search aria-hidden className="absolute top-2 left-2 size-4 text-ink-faint" />
          <SearchBox ref={box} value={filters.q} onChange={(q) => change({ q })} />
        </div>
        <Button
          className="lg:hidden"
          aria-expanded={showsFilters}
          onClick={() => setShowsFilters(!showsFilters)}
        >
          <SlidersHorizontal />
          Filters
        </Button>
        <div
          className={cn('flex flex-wrap items-center gap-2 max-lg:w-full', !showsFilters && 'max-lg:hidden')}
        >
          <Select
            aria-label="Operation"
            className="w-auto max-w-52"
            value={filters.operation}
            onChange={(event) => change({ operation: event.target.value })}
          >
            <option value="">All operations</option>
            {operations.map((group) => (
              <optgroup key={group.group} label={group.group}>
                {group.operations.map((operation) => (
                  <option key={operation.id} value={operation.id}>
                    {operation.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
          <Select
            aria-label="Environment"
            className="w-auto max-w-44"
            value={filters.environment}
            onChange={(event) => change({ environment: event.target.value })}
          >
            <option value="">All environments</option>
            {environments.map((environment) => (
              <option key={environment.id} value={environment.id}>
                {environment.name}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Verdict"
            className="w-auto"
            value={filters.verdict}
            onChange={(event) =>
              change({ verdict: verdicts.find((name) => name === event.target.value) ?? '' })
            }
          >
            <option value="">All verdicts</option>
            {verdicts.map((name) => (
              <option key={name} value={name}>
                {verdictLooks[name].words}
              </option>
            ))}
          </Select>
          <CodeBox value={filters.code} onChange={(code) => change({ code })} />
          <Input
            type="date"
            aria-label="From day"
            className="w-36"
            value={isDay(filters.from) ? filters.from : ''}
            max={isDay(filters.to) ? filters.to : undefined}
            onChange={(event) => change({ from: event.target.value })}
          />
          <Input
            type="date"
            aria-label="To day"
            className="w-36"
            value={isDay(filters.to) ? filters.to : ''}
            min={isDay(filters.from) ? filters.from : undefined}
            onChange={(event) => change({ to: event.target.value })}
          />
          {isFiltered(filters) && (
            <Button variant="ghost" onClick={() => change(noFilters)}>
              Clear
            </Button>
          )}
        </div>
      </search>
      <FilterChips filters={filters} systems={systems} appKeys={appKeys} onChange={change} />
      {arrived.length > 0 && (
        <Button variant="primary" size="sm" className="sticky top-14 z-20 mb-2" onClick={showArrived}>
          {arrived.length} new
        </Button>
      )}
      {query.error ? (
        <Notice tone="bad" title="The runs cannot be read">
          {query.error.message}{' '}
          <Button size="inline" variant="link" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </Notice>
      ) : query.isPending ? (
        <div className="flex flex-col gap-3 pt-2" aria-busy="true">
          <Skeleton />
          <Skeleton className="w-5/6" />
          <Skeleton className="w-2/3" />
        </div>
      ) : runs.length === 0 ? (
        <Nothing filters={filters} onClear={() => change(noFilters)} />
      ) : (
        <ul ref={list} className="border-t" aria-label="Runs">
          {runs.map((run) => (
            <li
              key={run.id}
              className={cn(
                'flex items-center gap-2 border-b [contain-intrinsic-size:auto_37px] [content-visibility:auto]',
                chosen.includes(run.id) && 'bg-accent-soft',
              )}
            >
              <Checkbox
                aria-label={`Choose ${run.operationTitle} ${run.id} for comparing`}
                checked={chosen.includes(run.id)}
                onCheckedChange={(isChosen) => choose(run.id, isChosen === true)}
                className="ml-1 max-sm:hidden"
              />
              <Link
                data-run-link
                href={`/history/${run.id}`}
                className="flex min-w-0 flex-1 rounded-sm px-1 py-2 -outline-offset-2 hover:bg-hover"
              >
                <RunLine run={run} withOperation />
              </Link>
              <Menu>
                <MenuTrigger asChild>
                  <Button size="icon-sm" variant="ghost" aria-label={`Actions for run ${run.id}`}>
                    <Ellipsis />
                  </Button>
                </MenuTrigger>
                <MenuContent align="end">
                  <MenuItem disabled={!canSend || isSending} onSelect={() => void sendAgain(run)}>
                    Run again
                  </MenuItem>
                  <MenuItem onSelect={() => router.push(tryPath(run.operation, { from: run.id }))}>
                    Edit and run
                  </MenuItem>
                  <MenuItem onSelect={() => choose(run.id, !chosen.includes(run.id))}>
                    {chosen.includes(run.id) ? 'Do not compare' : 'Choose for comparing'}
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
                  <MenuItem disabled={!canSend} onSelect={() => askToDelete(run)}>
                    Delete…
                  </MenuItem>
                </MenuContent>
              </Menu>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="pt-3">
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? 'Loading…' : 'Load older'}
          </Button>
        </div>
      )}
      {chosen.length > 0 && (
        <div
          role="status"
          className="sticky bottom-3 z-20 mx-auto mt-4 flex w-fit items-center gap-3 rounded-md border bg-raised px-3 py-2 shadow-md"
        >
          {a && b ? '2 runs chosen' : '1 run chosen: choose another to compare'}
          {a && b && (
            <Button variant="primary" size="sm" asChild>
              <Link href={`/history/compare?a=${a}&b=${b}`}>Compare</Link>
            </Button>
          )}
          <Button size="sm" variant="ghost" onClick={() => setChosen([])}>
            Clear
          </Button>
        </div>
      )}
      {dialogs}
    </Page>
  )
}

/** Keeps what is being typed; the list follows a moment later. */
const useTyped = (value: string, onChange: (value: string) => void) => {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(value)
  }
  const tell = useEffectEvent((text: string) => text !== value && onChange(text))
  useEffect(() => {
    const timer = setTimeout(() => tell(typed), 200)
    return () => clearTimeout(timer)
  }, [typed])
  return [typed, setTyped] as const
}

function CodeBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useTyped(value, onChange)
  return (
    <Input
      aria-label="Code"
      placeholder="Code"
      className="w-28 font-mono"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function SearchBox({
  ref,
  value,
  onChange,
}: {
  ref: React.RefObject<HTMLInputElement | null>
  value: string
  onChange: (value: string) => void
}) {
  const [typed, setTyped] = useTyped(value, onChange)
  return (
    <Input
      ref={ref}
      type="search"
      aria-label="Search runs"
      aria-keyshortcuts="/"
      placeholder="Receipt, phone, reference, id, code or text"
      className="pl-7.5"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function Nothing({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  if (isFiltered(filters)) {
    return (
      <EmptyState
        title="No run fits these filters."
        action={<Button onClick={onClear}>Clear the filters</Button>}
      />
    )
  }
  return (
    <EmptyState
      title="No runs yet."
      action={
        <Button variant="primary" asChild>
          <Link href={firstOperation.path}>{firstOperation.action}</Link>
        </Button>
      }
    >
      A run is one request with its answer and its callbacks. Send one from a form, or from a script:{' '}
      <code className="break-all text-sm">
        POST /api/v1/runs {`{"operation":"${firstOperation.id}","environment":"local","values":{…}}`}
      </code>
    </EmptyState>
  )
}
