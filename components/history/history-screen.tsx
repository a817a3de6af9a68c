'use client'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { unsaidOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { stepFrom, useListKeys } from '@/components/lists/list-keys'
import { exportAllUrl } from '@/components/runs/api'
import { useRunActions } from '@/components/runs/use-run-actions'
import { Button } from '@/components/ui/button'
import { EmptyState, Notice, Page, PageHeader, Skeleton } from '@/components/ui/layout'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { chooseToCompare } from './compared'
import { FilterChips } from './filter-chips'
import { type Filters, filterNames, isFiltered, requestOf } from './filters'
import { type RunChoices, RunFilterBar } from './run-filters'
import { RunList } from './run-list'
import { useRunList } from './use-run-list'

/** Every run, newest first. The address holds what narrows them. */
export function HistoryScreen({
  operations,
  environments,
  systems,
  appKeys,
  canSend,
}: RunChoices & {
  systems: { id: string; title: string }[]
  appKeys: { fingerprint: string; label: string }[]
  canSend: boolean
}) {
  const { values: filters, change } = useAddress(filterNames)
  const [chosen, setChosen] = useState<string[]>([])
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const runs = useRunList(filters, (id) => setChosen((before) => before.filter((each) => each !== id)))
  const { sendAgain, askToDelete, isSending, dialogs } = useRunActions()

  useListKeys({
    search,
    onStep: (step) => {
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('[data-run-link]') ?? [])]
      const at = links.findIndex((link) => link.isSameNode(document.activeElement))
      links[stepFrom(links.length, at, step)]?.focus()
    },
  })
  const clear = () => change(unsaidOf(filterNames))

  return (
    <Page wide>
      <PageHeader
        title="History"
        description="Every run with its answer, its callbacks and what became of it."
      >
        <ExportMenu filters={filters} isEmpty={runs.rows.length === 0} />
      </PageHeader>
      <RunFilterBar
        filters={filters}
        operations={operations}
        environments={environments}
        box={search}
        onChange={change}
        onClear={clear}
      />
      <FilterChips filters={filters} systems={systems} appKeys={appKeys} onChange={change} />
      {runs.pill && (
        <Button
          variant="primary"
          size="sm"
          className="sticky top-14 z-20 mb-2"
          onClick={() => {
            runs.release()
            window.scrollTo({ top: 0 })
          }}
        >
          {runs.pill}
        </Button>
      )}
      {runs.state === 'failed' && (
        <Notice tone="bad" title="The runs cannot be read">
          {runs.problem}{' '}
          <Button size="inline" variant="link" onClick={runs.retry}>
            Try again
          </Button>
        </Notice>
      )}
      {runs.rows.length > 0 && (
        <RunList
          runs={runs.rows}
          chosen={chosen}
          list={list}
          canSend={canSend}
          isSending={isSending}
          onChoose={(id) => setChosen((before) => chooseToCompare(before, id))}
          onSendAgain={(run) => void sendAgain(run)}
          onDelete={askToDelete}
        />
      )}
      {runs.rows.length === 0 && runs.state === 'loading' && (
        <div className="flex flex-col gap-3 pt-2" aria-busy="true">
          <Skeleton />
          <Skeleton className="w-5/6" />
          <Skeleton className="w-2/3" />
        </div>
      )}
      {runs.rows.length === 0 && runs.state === 'end' && <Nothing filters={filters} onClear={clear} />}
      {runs.rows.length > 0 && (runs.state === 'more' || runs.state === 'loading') && (
        <div className="pt-3">
          <Button disabled={runs.state === 'loading'} onClick={runs.more}>
            {runs.state === 'loading' ? 'Loading…' : 'Load older'}
          </Button>
        </div>
      )}
      <CompareBar chosen={chosen} onClear={() => setChosen([])} />
      {dialogs}
    </Page>
  )
}

function ExportMenu({ filters, isEmpty }: { filters: Filters; isEmpty: boolean }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button disabled={isEmpty}>Export</Button>
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
  )
}

function CompareBar({ chosen: [a, b], onClear }: { chosen: readonly string[]; onClear: () => void }) {
  if (!a) return null
  return (
    <div
      role="status"
      className="sticky bottom-3 z-20 mx-auto mt-4 flex w-fit items-center gap-3 rounded-md border bg-raised px-3 py-2 shadow-md"
    >
      {b ? '2 runs chosen' : '1 run chosen: choose another to compare'}
      {b && (
        <Button variant="primary" size="sm" asChild>
          <Link href={`/history/compare?a=${a}&b=${b}`}>Compare</Link>
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={onClear}>
        Clear
      </Button>
    </div>
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
