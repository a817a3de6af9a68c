'use client'
import { ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useRef } from 'react'
import { unsaidOf } from '@/components/address/address'
import { changeAddress, useAddress } from '@/components/address/use-address'
import { DetailPane } from '@/components/lists/detail-pane'
import { FilterSelect } from '@/components/lists/filter-select'
import { stepFrom, useListKeys } from '@/components/lists/list-keys'
import type { ListHandle } from '@/components/lists/live-rows'
import { useWide } from '@/components/lists/use-wide'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { fetched } from '@/components/ui/fetched'
import { EmptyState, Notice, Skeleton } from '@/components/ui/layout'
import { SearchBox } from '@/components/ui/search-box'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { CallbackList } from './callback-list'
import { filterNames, type InboxFilters, inboxNames, isFiltered, searchFor } from './filters'
import { FilterChips, FilterMenu, type KindChoice } from './inbox-filters'
import { type InboxAnswer, InboxUrl } from './inbox-url'
import { useCallbackList } from './use-callback-list'

const CallbackDetail = fetched(() => import('./callback-detail').then((module) => module.CallbackDetail))

export type InboxInfo = { name: string; url: string; answers: InboxAnswer[] }

/** Every captured message, newest first, with the chosen one beside it. The address holds filters and choice. */
export function InboxScreen({
  inboxes,
  canChange,
  kinds,
}: {
  inboxes: InboxInfo[]
  canChange: boolean
  kinds: KindChoice[]
}) {
  const router = useRouter()
  const wide = useWide()
  const { values, change, hrefWith } = useAddress(inboxNames)
  const { c, ...filters } = values
  const chosen = c === '' ? undefined : Number(c)
  const isChosen = chosen !== undefined
  const scroller = useRef<HTMLDivElement>(null)
  const handle = useRef<ListHandle>(null)
  const pane = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const callbacks = useCallbackList(filters, () => (scroller.current?.scrollTop ?? 0) <= 4)
  const { rows, state } = callbacks
  const inbox = inboxes.find((each) => each.name === filters.inbox) ?? inboxes[0]

  const open = useCallback(
    (id: number) => {
      if (wide) changeAddress(inboxNames, { c: String(id) }, isChosen ? 'replace' : 'push')
      else router.push(`/inbox/${id}`)
    },
    [wide, isChosen, router],
  )
  const close = () => change({ c: '' })
  const narrow = (next: Partial<InboxFilters>) => {
    change(next)
    scroller.current?.scrollTo({ top: 0 })
  }

  useListKeys({
    search,
    onStep: (step) => {
      const next = stepFrom(
        rows.length,
        rows.findIndex(({ id }) => id === chosen),
        step,
      )
      const callback = rows[next]
      if (!callback) return
      handle.current?.show(next)
      open(callback.id)
    },
    onOpen: isChosen ? () => pane.current?.focus() : undefined,
    onClose: isChosen ? close : undefined,
  })

  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-80 flex-col">
      <InboxHeader
        inboxes={inboxes}
        inbox={inbox}
        filters={filters}
        kinds={kinds}
        canChange={canChange}
        search={search}
        onNarrow={narrow}
      />
      <FilterChips filters={filters} kinds={kinds} onChange={narrow} />
      <div className="flex min-h-0 flex-1">
        <div className="relative min-w-0 flex-1">
          {callbacks.pill && (
            <Button
              size="sm"
              variant="primary"
              className="absolute top-2 left-1/2 z-10 -translate-x-1/2 rounded-full shadow-md"
              onClick={() => {
                callbacks.release()
                scroller.current?.scrollTo({ top: 0 })
              }}
            >
              <ArrowUp aria-hidden /> {callbacks.pill}
            </Button>
          )}
          <CallbackList
            callbacks={rows}
            chosen={chosen}
            fresh={callbacks.fresh}
            reach={state}
            wide={wide}
            scroller={scroller}
            handle={handle}
            hrefOf={(id) => (wide ? hrefWith({ c: String(id) }) : `/inbox/${id}`)}
            onOpen={open}
            onNearEnd={callbacks.more}
            onTop={callbacks.release}
          >
            {state === 'loading' && <Late />}
            {state === 'failed' && (
              <Notice tone="bad" title="The callbacks cannot be read" className="m-4">
                {callbacks.problem}{' '}
                <Button size="sm" onClick={callbacks.retry}>
                  Try again
                </Button>
              </Notice>
            )}
            {state === 'end' && rows.length === 0 && (
              <div className="p-4">
                <Nothing
                  inbox={inbox}
                  isNarrowed={isFiltered(filters)}
                  onClear={() => narrow(unsaidOf(filterNames))}
                />
              </div>
            )}
          </CallbackList>
        </div>
        {wide && chosen !== undefined && Number.isSafeInteger(chosen) && (
          <DetailPane label="The chosen callback" pane={pane} className="w-[46%] max-w-190" onClose={close}>
            <CallbackDetail key={chosen} id={chosen} />
          </DetailPane>
        )}
      </div>
    </div>
  )
}

function InboxHeader({
  inboxes,
  inbox,
  filters,
  kinds,
  canChange,
  search,
  onNarrow,
}: {
  inboxes: InboxInfo[]
  /** The one whose address is shown. */
  inbox: InboxInfo | undefined
  filters: InboxFilters
  kinds: KindChoice[]
  canChange: boolean
  search: RefObject<HTMLInputElement | null>
  onNarrow: (change: Partial<InboxFilters>) => void
}) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2">
      <h1 className="font-semibold text-lg">Inbox</h1>
      <LiveDot />
      {inboxes.length > 1 && (
        <FilterSelect
          label="Inbox"
          all="All inboxes"
          className="w-40"
          value={filters.inbox}
          options={inboxes.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name) => onNarrow({ inbox: name })}
        />
      )}
      {inbox && <InboxUrl {...inbox} canChange={canChange} />}
      <div className="flex min-w-0 flex-1 items-center justify-end gap-2 max-sm:basis-full">
        <search className="w-full max-w-72">
          <SearchBox
            label="Search in bodies"
            placeholder="Search in bodies, or a phone number"
            value={filters.msisdn || filters.q}
            box={search}
            onSearch={(text) => onNarrow(searchFor(text))}
          />
        </search>
        <FilterMenu filters={filters} kinds={kinds} onChange={onNarrow} />
      </div>
    </header>
  )
}

function Late() {
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy="true" role="status" aria-label="Reading callbacks">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-5" />
      ))}
    </div>
  )
}

function Nothing({
  inbox,
  isNarrowed,
  onClear,
}: {
  inbox: InboxInfo | undefined
  isNarrowed: boolean
  onClear: () => void
}) {
  if (isNarrowed) {
    return (
      <EmptyState
        title="No callback matches these filters"
        action={<Button onClick={onClear}>Clear the filters</Button>}
      />
    )
  }
  return (
    <EmptyState
      title="No callbacks yet"
      action={
        <Button variant="primary" asChild>
          <Link href={firstOperation.path}>{firstOperation.action}</Link>
        </Button>
      }
    >
      <p>They appear here by themselves. Or point your code at this URL; any path below it is fine:</p>
      {inbox && <CopyText value={inbox.url} max={80} label="Inbox URL" className="mt-1" />}
    </EmptyState>
  )
}
