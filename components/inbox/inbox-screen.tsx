'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp, ListFilter, X } from 'lucide-react'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { isTyping } from '@/components/frame/shortcuts'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { EmptyState, Kbd, Notice, Skeleton } from '@/components/ui/layout'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { cn } from '@/lib/classes'
import { CallbackDetail } from './callback-detail'
import { CallbackRow } from './callback-row'
import {
  filterNames,
  filtersIn,
  type InboxFilters,
  isFiltered,
  noFilters,
  searchOf,
  withFilters,
} from './filters'
import { InboxUrl } from './inbox-url'
import { useCallbackPages } from './use-callback-pages'

export type InboxInfo = { name: string; url: string }

const wideQuery = '(min-width: 1024px)'
const subscribeWide = (notify: () => void) => {
  const media = window.matchMedia(wideQuery)
  media.addEventListener('change', notify)
  return () => media.removeEventListener('change', notify)
}
/** Room for a pane beside the list. */
const useWide = () =>
  useSyncExternalStore(
    subscribeWide,
    () => window.matchMedia(wideQuery).matches,
    () => true,
  )

/** Every captured message, newest first, with the chosen one beside it. The address holds filters and choice. */
export function InboxScreen({
  inboxes,
  canChange,
  kinds,
}: {
  inboxes: InboxInfo[]
  canChange: boolean
  kinds: { kind: string; title: string }[]
}) {
  const router = useRouter()
  const query = useSearchParams()
  const wide = useWide()
  const filters = useMemo(() => filtersIn(new URLSearchParams(query)), [query])
  const chosenText = query.get('c')
  const chosen = chosenText === null ? undefined : Number(chosenText)
  const scroller = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)

  const holds = useCallback(() => (scroller.current?.scrollTop ?? 0) > 4, [])
  const pages = useCallbackPages(filters, holds)
  const { list, more, state } = pages

  const rowHeight = wide ? 36 : 56
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => list[index]?.id ?? index,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured again when their height changes
  useEffect(() => rows.measure(), [rowHeight])

  const drawn = rows.getVirtualItems()
  const lowest = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (state === 'more' && lowest >= list.length - 60) more()
  }, [state, lowest, list.length, more])

  const setQuery = useCallback((next: URLSearchParams, how: 'push' | 'replace') => {
    const text = next.toString()
    const url = `/inbox${text ? `?${text}` : ''}`
    if (how === 'push') window.history.pushState(null, '', url)
    else window.history.replaceState(null, '', url)
  }, [])

  const hrefOf = (id: number) => {
    const next = new URLSearchParams(query)
    next.set('c', String(id))
    return `/inbox?${next}`
  }
  const choose = (id: number | undefined, how: 'push' | 'replace') => {
    if (id !== undefined && !wide) {
      router.push(`/inbox/${id}`)
      return
    }
    const next = new URLSearchParams(query)
    if (id === undefined) next.delete('c')
    else next.set('c', String(id))
    setQuery(next, how)
  }
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  const isChosen = chosen !== undefined
  const open = useCallback((id: number) => latest.current(id, isChosen ? 'replace' : 'push'), [isChosen])
  const narrow = (change: Partial<InboxFilters>) => {
    const next = withFilters(new URLSearchParams(query), change)
    setQuery(next, 'replace')
    scroller.current?.scrollTo({ top: 0 })
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (document.querySelector('[role="dialog"]')) return
    if (event.key === 'Escape' && event.target === search.current) {
      search.current?.blur()
      return
    }
    if (isTyping(event.target)) return
    const index = list.findIndex((each) => each.id === chosen)
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = index < 0 ? 0 : Math.min(list.length - 1, Math.max(0, index + step))
      const callback = list[next]
      if (!callback) return
      rows.scrollToIndex(next)
      choose(callback.id, chosen === undefined ? 'push' : 'replace')
    } else if (event.key === '/') {
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    } else if (event.key === 'Escape' && chosen !== undefined) {
      event.preventDefault()
      choose(undefined, 'replace')
    } else if (event.key === 'Enter' && chosen !== undefined && event.target === document.body) {
      event.preventDefault()
      detail.current?.focus()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const inbox = inboxes.find((each) => each.name === filters.inbox) ?? inboxes[0]
  const showDetail = wide && chosen !== undefined && Number.isSafeInteger(chosen)

  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-80 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2">
        <h1 className="font-semibold text-lg">Inbox</h1>
        <LiveDot />
        {inboxes.length > 1 && (
          <Select
            aria-label="Inbox"
            className="w-40"
            value={filters.inbox}
            onChange={(event) => narrow({ inbox: event.target.value })}
          >
            <option value="">All inboxes</option>
            {inboxes.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name}
              </option>
            ))}
          </Select>
        )}
        {inbox && <InboxUrl name={inbox.name} url={inbox.url} canChange={canChange} />}
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2 max-sm:basis-full">
          <SearchBox
            key={`${filters.q}|${filters.msisdn}`}
            filters={filters}
            onSearch={narrow}
            box={search}
          />
          <FilterMenu filters={filters} kinds={kinds} onChange={narrow} />
        </div>
      </header>
      <Chips filters={filters} kinds={kinds} onChange={narrow} />
      <div className="flex min-h-0 flex-1">
        <div className="relative min-w-0 flex-1">
          {pages.held.length > 0 && (
            <Button
              size="sm"
              variant="primary"
              className="absolute top-2 left-1/2 z-10 -translate-x-1/2 rounded-full shadow-md"
              onClick={() => {
                pages.release()
                scroller.current?.scrollTo({ top: 0 })
              }}
            >
              <ArrowUp aria-hidden /> {pages.held.length} new
            </Button>
          )}
          <div
            ref={scroller}
            className="h-full overflow-y-auto overscroll-contain"
            onScroll={(event) => {
              if (event.currentTarget.scrollTop === 0 && pages.held.length > 0) pages.release()
            }}
          >
            {list.length > 0 && (
              <ul
                aria-label="Callbacks, newest first"
                className="relative"
                style={{ height: rows.getTotalSize() }}
              >
                {drawn.map((item) => {
                  const callback = list[item.index]
                  if (!callback) return null
                  return (
                    <li
                      key={item.key}
                      aria-setsize={state === 'end' ? list.length : -1}
                      aria-posinset={item.index + 1}
                      className="absolute inset-x-0 top-0"
                      style={{ transform: `translateY(${item.start}px)` }}
                    >
                      <CallbackRow
                        callback={callback}
                        href={wide ? hrefOf(callback.id) : `/inbox/${callback.id}`}
                        selected={callback.id === chosen}
                        fresh={pages.fresh.has(callback.id)}
                        onOpen={open}
                      />
                    </li>
                  )
                })}
              </ul>
            )}
            {state === 'loading' && (
              <div
                className="flex flex-col gap-3 p-4"
                aria-busy="true"
                role="status"
                aria-label="Reading callbacks"
              >
                {[1, 2, 3].map((row) => (
                  <Skeleton key={row} className="h-5" />
                ))}
              </div>
            )}
            {state === 'failed' && (
              <Notice tone="bad" title="The callbacks cannot be read" className="m-4">
                {pages.problem}{' '}
                <Button size="sm" onClick={pages.retry}>
                  Try again
                </Button>
              </Notice>
            )}
            {state === 'end' && list.length === 0 && (
              <div className="p-4">
                {isFiltered(filters) ? (
                  <EmptyState
                    title="No callback matches these filters"
                    action={<Button onClick={() => narrow(noFilters)}>Clear the filters</Button>}
                  />
                ) : (
                  <EmptyState
                    title="No callbacks yet"
                    action={
                      <Button variant="primary" asChild>
                        <Link href={firstOperation.path}>{firstOperation.action}</Link>
                      </Button>
                    }
                  >
                    <p>
                      They appear here by themselves. Or point your code at this URL; any path below it is
                      fine:
                    </p>
                    {inbox && <CopyText value={inbox.url} max={80} label="Inbox URL" className="mt-1" />}
                  </EmptyState>
                )}
              </div>
            )}
          </div>
        </div>
        {showDetail && (
          <aside
            ref={detail}
            tabIndex={-1}
            aria-label="The chosen callback"
            className="w-[46%] min-w-105 max-w-190 overflow-y-auto border-l outline-none"
          >
            <div className="flex justify-end px-2 pt-2">
              <Button variant="ghost" size="sm" onClick={() => choose(undefined, 'replace')}>
                <X aria-hidden /> Close <Kbd>Esc</Kbd>
              </Button>
            </div>
            <CallbackDetail key={chosen} id={chosen} />
          </aside>
        )}
      </div>
    </div>
  )
}

function SearchBox({
  filters,
  onSearch,
  box,
}: {
  filters: InboxFilters
  onSearch: (change: Partial<InboxFilters>) => void
  box: React.RefObject<HTMLInputElement | null>
}) {
  const applied = filters.msisdn || filters.q
  const [text, setText] = useState(applied)
  // A chip or the Back button may have changed it; what is being typed is left alone.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(applied)
  }, [applied, box])
  return (
    <search className="relative w-full max-w-72">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(searchOf(text))
        }}
      >
        <Input
          ref={box}
          type="search"
          aria-label="Search in bodies"
          aria-keyshortcuts="/"
          placeholder="Search in bodies, or a phone number"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            if (event.target.value === '') onSearch({ q: '', msisdn: '' })
          }}
          className="pr-8"
        />
      </form>
      <Kbd className="pointer-events-none absolute top-1.5 right-2 max-sm:hidden">/</Kbd>
    </search>
  )
}

function FilterMenu({
  filters,
  kinds,
  onChange,
}: {
  filters: InboxFilters
  kinds: { kind: string; title: string }[]
  onChange: (change: Partial<InboxFilters>) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button>
          <ListFilter aria-hidden /> Filters
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            const change: Partial<InboxFilters> = {}
            for (const name of filterNames) {
              const value = data.get(name)
              if (typeof value === 'string') change[name] = value.trim()
            }
            onChange(change)
            setOpen(false)
          }}
        >
          <Field label="Kind">
            {(slots) => (
              <Select name="kind" defaultValue={filters.kind} {...slots}>
                <option value="">Any</option>
                {kinds.map((each) => (
                  <option key={each.kind} value={each.kind}>
                    {each.title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label="Result code">
              {(slots) => <Input name="code" defaultValue={filters.code} {...slots} />}
            </Field>
            <Field label="Callback number">
              {(slots) => (
                <Input name="id" inputMode="numeric" pattern="\d*" defaultValue={filters.id} {...slots} />
              )}
            </Field>
            <Field label="Receipt">
              {(slots) => <Input name="receipt" defaultValue={filters.receipt} {...slots} />}
            </Field>
            <Field label="Phone number">
              {(slots) => <Input name="msisdn" inputMode="tel" defaultValue={filters.msisdn} {...slots} />}
            </Field>
          </div>
          <Field label="From">
            {(slots) => <Input name="from" type="datetime-local" defaultValue={filters.from} {...slots} />}
          </Field>
          <Field label="To">
            {(slots) => <Input name="to" type="datetime-local" defaultValue={filters.to} {...slots} />}
          </Field>
          <div className="flex justify-end gap-2">
            <Button
              onClick={() => {
                onChange({ ...noFilters, inbox: filters.inbox, q: filters.q })
                setOpen(false)
              }}
            >
              Clear
            </Button>
            <Button type="submit" variant="primary">
              Apply
            </Button>
          </div>
        </form>
      </PopoverContent>
    </Popover>
  )
}

const chipLabels: Record<Exclude<(typeof filterNames)[number], 'inbox'>, string> = {
  q: 'body has',
  receipt: 'receipt',
  msisdn: 'phone',
  id: 'number',
  kind: 'kind',
  code: 'code',
  from: 'from',
  to: 'to',
}

function Chips({
  filters,
  kinds,
  onChange,
}: {
  filters: InboxFilters
  kinds: { kind: string; title: string }[]
  onChange: (change: Partial<InboxFilters>) => void
}) {
  const names = (Object.keys(chipLabels) as (keyof typeof chipLabels)[]).filter(
    (name) => filters[name] !== '',
  )
  if (names.length === 0) return null
  return (
    <ul aria-label="Filters" className={cn('flex flex-wrap gap-2 border-b px-4 py-1.5')}>
      {names.map((name) => (
        <li key={name}>
          <Button
            size="sm"
            onClick={() => onChange({ [name]: '' })}
            aria-label={`Remove the filter: ${chipLabels[name]} ${filters[name]}`}
          >
            <span className="text-ink-muted">{chipLabels[name]}</span>
            {name === 'kind'
              ? (kinds.find((each) => each.kind === filters.kind)?.title ?? filters.kind)
              : filters[name].replace('T', name === 'from' || name === 'to' ? ' ' : 'T')}
            <X aria-hidden />
          </Button>
        </li>
      ))}
      <li>
        <Button size="sm" variant="ghost" onClick={() => onChange({ ...noFilters, inbox: filters.inbox })}>
          Clear all
        </Button>
      </li>
    </ul>
  )
}
