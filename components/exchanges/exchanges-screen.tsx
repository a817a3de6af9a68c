'use client'
import Link from 'next/link'
import type { RefObject } from 'react'
import { unsaidOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { DetailPane } from '@/components/lists/detail-pane'
import type { OptionGroup } from '@/components/lists/filter-select'
import { ListBeside } from '@/components/lists/list-beside'
import { useChosenRow, useListPlace } from '@/components/lists/use-chosen-row'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { fetched } from '@/components/ui/fetched'
import { EmptyState } from '@/components/ui/layout'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import { type ExchangeFilters, exchangeNames, filterNames, isFiltered } from './address'
import { ExchangeFilterBar } from './exchange-filters'
import { ExchangeRow } from './exchange-row'
import { FirstCall } from './first-call'
import { type Kept, KeptLine } from './kept-line'
import { useExchangeList } from './use-exchange-list'

const load = () => import('./exchange-detail')
const ExchangeDetailOf = fetched(() => load().then((module) => module.ExchangeDetailOf))

export type ExchangeChoices = {
  systems: { value: string; label: string }[]
  operations: OptionGroup<string>[]
}

const texts = {
  list: 'Exchanges, newest first',
  reading: 'Reading exchanges',
  unreadable: 'The exchanges cannot be read',
}
const exchangePath = (id: string) => `/sandbox/exchanges/${id}`

/** Every call that reached the emulators, newest first, with the chosen one beside it. */
export function ExchangesScreen({
  choices,
  first,
  kept,
  canChange,
}: {
  choices: ExchangeChoices
  kept: Omit<Kept, 'dropped'>
  first: { baseUrl: string; code: string }
  canChange: boolean
}) {
  const { values, change, hrefWith } = useAddress(exchangeNames)
  const { c, ...filters } = values
  const chosen = c === '' ? undefined : c
  const place = useListPlace()
  useFetchWhenIdle(load)
  const list = useExchangeList(filters, place.isAtTop)
  const { wide, open, close } = useChosenRow(place, {
    rows: list.rows,
    chosen,
    names: exchangeNames,
    pageOf: exchangePath,
  })
  const isBeside = wide && chosen !== undefined
  const narrow = (next: Partial<ExchangeFilters>) => {
    change(next)
    place.toTop()
  }
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-80 flex-col">
      <Header
        filters={filters}
        choices={choices}
        search={place.search}
        kept={{ ...kept, dropped: list.dropped }}
        canChange={canChange}
        onNarrow={narrow}
      />
      <ListBeside
        texts={texts}
        list={list}
        place={place}
        wide={wide}
        draw={(exchange) => (
          <ExchangeRow
            exchange={exchange}
            href={wide ? hrefWith({ c: exchange.id }) : exchangePath(exchange.id)}
            selected={exchange.id === chosen}
            fresh={list.fresh.has(exchange.id)}
            isBeside={isBeside}
            onOpen={open}
          />
        )}
        empty={
          isFiltered(filters) ? (
            <EmptyState
              title="No exchange matches these filters"
              action={<Button onClick={() => narrow(unsaidOf(filterNames))}>Clear the filters</Button>}
            />
          ) : (
            <FirstCall {...first} />
          )
        }
        beside={
          isBeside && (
            <DetailPane
              label="The chosen exchange"
              pane={place.pane}
              className="w-[50%] max-w-200"
              onClose={close}
            >
              <ExchangeDetailOf key={chosen} id={chosen} canChange={canChange} />
            </DetailPane>
          )
        }
      />
    </div>
  )
}

function Header({
  filters,
  choices,
  search,
  kept,
  canChange,
  onNarrow,
}: {
  filters: ExchangeFilters
  choices: ExchangeChoices
  search: RefObject<HTMLInputElement | null>
  kept: Kept
  canChange: boolean
  onNarrow: (change: Partial<ExchangeFilters>) => void
}) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2">
      <h1 className="flex items-baseline gap-1.5 font-semibold text-lg">
        <Link href="/sandbox" className="font-normal text-ink-muted underline-offset-3 hover:underline">
          Sandbox
        </Link>
        <span aria-hidden className="font-normal text-ink-muted">
          /
        </span>
        Exchanges
      </h1>
      <LiveDot />
      <KeptLine kept={kept} canChange={canChange} />
      <ExchangeFilterBar filters={filters} choices={choices} box={search} onChange={onNarrow} />
    </header>
  )
}
