'use client'
import { ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useRef } from 'react'
import { unsaidOf } from '@/components/address/address'
import { changeAddress, useAddress } from '@/components/address/use-address'
import { DetailPane } from '@/components/lists/detail-pane'
import type { OptionGroup } from '@/components/lists/filter-select'
import { stepFrom, useListKeys } from '@/components/lists/list-keys'
import { type ListHandle, LiveRows } from '@/components/lists/live-rows'
import { useWide } from '@/components/lists/use-wide'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { EmptyState, Notice, Skeleton } from '@/components/ui/layout'
import { type ExchangeFilters, exchangeNames, filterNames, isFiltered } from './address'
import { ExchangeDetailOf } from './exchange-detail'
import { ExchangeFilterBar } from './exchange-filters'
import { ExchangeRow } from './exchange-row'
import { FirstCall } from './first-call'
import { type Kept, KeptLine } from './kept-line'
import { useExchangeList } from './use-exchange-list'

export type ExchangeChoices = {
  systems: { value: string; label: string }[]
  operations: OptionGroup<string>[]
}

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
  const router = useRouter()
  const wide = useWide()
  const { values, change, hrefWith } = useAddress(exchangeNames)
  const { c: chosen, ...filters } = values
  const isChosen = chosen !== ''
  const scroller = useRef<HTMLDivElement>(null)
  const handle = useRef<ListHandle>(null)
  const pane = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const list = useExchangeList(filters, () => (scroller.current?.scrollTop ?? 0) <= 4)
  const { rows, state } = list

  const open = useCallback(
    (id: string) => {
      if (wide) changeAddress(exchangeNames, { c: id }, isChosen ? 'replace' : 'push')
      else router.push(`/sandbox/exchanges/${id}`)
    },
    [wide, isChosen, router],
  )
  const close = () => change({ c: '' })
  const narrow = (next: Partial<ExchangeFilters>) => {
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
      const exchange = rows[next]
      if (!exchange) return
      handle.current?.show(next)
      open(exchange.id)
    },
    onOpen: isChosen ? () => pane.current?.focus() : undefined,
    onClose: isChosen ? close : undefined,
  })

  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-80 flex-col">
      <Header
        filters={filters}
        choices={choices}
        search={search}
        kept={{ ...kept, dropped: list.dropped }}
        canChange={canChange}
        onNarrow={narrow}
      />
      <div className="flex min-h-0 flex-1">
        <div className="relative min-w-0 flex-1">
          {list.pill && (
            <Button
              size="sm"
              variant="primary"
              className="absolute top-2 left-1/2 z-10 -translate-x-1/2 rounded-full shadow-md"
              onClick={() => {
                list.release()
                scroller.current?.scrollTo({ top: 0 })
              }}
            >
              <ArrowUp aria-hidden /> {list.pill}
            </Button>
          )}
          <LiveRows
            label="Exchanges, newest first"
            rows={rows}
            rowHeight={wide ? 36 : 56}
            reach={state}
            scroller={scroller}
            handle={handle}
            draw={(exchange) => (
              <ExchangeRow
                exchange={exchange}
                href={wide ? hrefWith({ c: exchange.id }) : `/sandbox/exchanges/${exchange.id}`}
                selected={exchange.id === chosen}
                fresh={list.fresh.has(exchange.id)}
                isBeside={wide && isChosen}
                onOpen={open}
              />
            )}
            onNearEnd={list.more}
            onTop={list.release}
          >
            {state === 'loading' && <Late />}
            {state === 'failed' && (
              <Notice tone="bad" title="The exchanges cannot be read" className="m-4">
                {list.problem}{' '}
                <Button size="sm" onClick={list.retry}>
                  Try again
                </Button>
              </Notice>
            )}
            {state === 'end' && rows.length === 0 && (
              <div className="p-4">
                {isFiltered(filters) ? (
                  <EmptyState
                    title="No exchange matches these filters"
                    action={<Button onClick={() => narrow(unsaidOf(filterNames))}>Clear the filters</Button>}
                  />
                ) : (
                  <FirstCall {...first} />
                )}
              </div>
            )}
          </LiveRows>
        </div>
        {wide && isChosen && (
          <DetailPane label="The chosen exchange" pane={pane} className="w-[50%] max-w-200" onClose={close}>
            <ExchangeDetailOf key={chosen} id={chosen} canChange={canChange} />
          </DetailPane>
        )}
      </div>
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

function Late() {
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy="true" role="status" aria-label="Reading exchanges">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-5" />
      ))}
    </div>
  )
}
