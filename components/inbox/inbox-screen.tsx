'use client'
import Link from 'next/link'
import type { RefObject } from 'react'
import { unsaidOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { DetailPane } from '@/components/lists/detail-pane'
import { FilterSelect } from '@/components/lists/filter-select'
import { ListBeside } from '@/components/lists/list-beside'
import { useChosenRow, useListPlace } from '@/components/lists/use-chosen-row'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { fetched } from '@/components/ui/fetched'
import { EmptyState } from '@/components/ui/layout'
import { SearchBox } from '@/components/ui/search-box'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { CallbackRow } from './callback-row'
import { filterNames, type InboxFilters, inboxNames, isFiltered, searchFor } from './filters'
import { FilterChips, FilterMenu, type KindChoice } from './inbox-filters'
import { type InboxAnswer, InboxUrl } from './inbox-url'
import { useCallbackList } from './use-callback-list'

const CallbackDetail = fetched(() => import('./callback-detail').then((module) => module.CallbackDetail))

export type InboxInfo = { name: string; url: string; answers: InboxAnswer[] }

const texts = {
  list: 'Callbacks, newest first',
  reading: 'Reading callbacks',
  unreadable: 'The callbacks cannot be read',
}
const callbackPath = (id: number) => `/inbox/${id}`

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
  const { values, change, hrefWith } = useAddress(inboxNames)
  const { c, ...filters } = values
  const chosen = c === '' ? undefined : Number(c)
  const place = useListPlace()
  const callbacks = useCallbackList(filters, place.isAtTop)
  const { wide, open, close } = useChosenRow(place, {
    rows: callbacks.rows,
    chosen,
    names: inboxNames,
    pageOf: callbackPath,
  })
  const inbox = inboxes.find((each) => each.name === filters.inbox) ?? inboxes[0]
  const narrow = (next: Partial<InboxFilters>) => {
    change(next)
    place.toTop()
  }
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-80 flex-col">
      <InboxHeader
        inboxes={inboxes}
        inbox={inbox}
        filters={filters}
        kinds={kinds}
        canChange={canChange}
        search={place.search}
        onNarrow={narrow}
      />
      <FilterChips filters={filters} kinds={kinds} onChange={narrow} />
      <ListBeside
        texts={texts}
        list={callbacks}
        place={place}
        wide={wide}
        draw={(callback) => (
          <CallbackRow
            callback={callback}
            href={wide ? hrefWith({ c: String(callback.id) }) : callbackPath(callback.id)}
            selected={callback.id === chosen}
            fresh={callbacks.fresh.has(callback.id)}
            onOpen={open}
          />
        )}
        empty={
          <Nothing
            inbox={inbox}
            isNarrowed={isFiltered(filters)}
            onClear={() => narrow(unsaidOf(filterNames))}
          />
        }
        beside={
          wide &&
          // Beside a list that holds nothing it would answer a question that nobody asks any more.
          !(isFiltered(filters) && callbacks.state === 'end' && callbacks.rows.length === 0) &&
          chosen !== undefined &&
          Number.isSafeInteger(chosen) && (
            <DetailPane
              label="The chosen callback"
              pane={place.pane}
              className="w-[46%] max-w-190"
              onClose={close}
            >
              <CallbackDetail key={chosen} id={chosen} />
            </DetailPane>
          )
        }
      />
    </div>
  )
}

/** Typing rests for so long before the list follows: bodies are read for it. */
const waitMs = 400

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
      <div className="flex min-w-[min(20rem,100%)] flex-1 flex-wrap items-center justify-end gap-2">
        <search className="min-w-[min(13rem,100%)] max-w-72 flex-1">
          <SearchBox
            label="Search in bodies"
            placeholder="Part of a body, or a phone"
            value={filters.msisdn || filters.q}
            waitMs={waitMs}
            box={search}
            onSearch={(text) => onNarrow(searchFor(text))}
          />
        </search>
        <FilterMenu filters={filters} kinds={kinds} onChange={onNarrow} />
      </div>
    </header>
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
