'use client'
import { Check, Minus, X } from 'lucide-react'
import Link from 'next/link'
import { type MouseEvent, memo } from 'react'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import { byWords } from '@/lib/go-live/by-words'
import type { CaseView } from '@/lib/workspace/go-live/views'
import type { CaseGroup } from './filters'
import { evidenceMark, stateLooks } from './words'

/**
 * The sheet people know: subject, case, objective, expected, actual, and beside them what stands behind it. Columns
 * follow the width of the table itself; a phone gets two lines a row.
 */
export function CaseTable({
  groups,
  chosen,
  hrefOf,
  onOpen,
}: {
  groups: CaseGroup[]
  chosen: string
  hrefOf: (id: string) => string
  /** Give it a stable function: rows are drawn again only when changed. */
  onOpen: (id: string) => void
}) {
  return (
    <table
      aria-label="Cases"
      className="@max-3xl:table-auto w-full table-fixed border-separate border-spacing-0 text-left"
    >
      <thead className="@max-3xl:sr-only">
        <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:z-10 [&>th]:h-8 [&>th]:border-b [&>th]:bg-canvas [&>th]:px-2 [&>th]:font-medium [&>th]:text-ink-muted [&>th]:text-sm">
          <th scope="col" className="@max-5xl:hidden w-32 pl-4!">
            Subject
          </th>
          <th scope="col" className="@max-5xl:pl-4!">
            Test case
          </th>
          <th scope="col" className="@max-4xl:hidden w-[27%]">
            Objective
          </th>
          <th scope="col" className="w-[24%]">
            Expected
          </th>
          <th scope="col" className="w-21">
            Actual
          </th>
          <th scope="col" className="w-31 pr-4!">
            Evidence
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.api}>
          <tr>
            <th
              scope="rowgroup"
              colSpan={6}
              className="sticky @3xl:top-8 top-0 z-10 border-b bg-surface px-4 py-1 font-semibold max-lg:top-12"
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                {group.title}
                <span className="font-normal text-ink-muted text-sm">{groupWords(group.cases)}</span>
              </span>
            </th>
          </tr>
          {group.cases.map((each) => (
            <CaseRow
              key={each.id}
              each={each}
              href={hrefOf(each.id)}
              isChosen={each.id === chosen}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

const groupWords = (cases: CaseView[]) => {
  const count = (state: CaseView['state']) => cases.filter((each) => each.state === state).length
  const fail = count('fail')
  const wanted = cases.length - count('not-applicable')
  return `${count('success')} of ${wanted}${fail > 0 ? `, ${fail} contradict` : ''}`
}

const CaseRow = memo(function CaseRow({
  each,
  href,
  isChosen,
  onOpen,
}: {
  each: CaseView
  href: string
  isChosen: boolean
  onOpen: (id: string) => void
}) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(each.id)
  }
  return (
    <tr
      data-case={each.id}
      data-chosen={isChosen || undefined}
      onClick={open}
      className="scroll-mt-17 cursor-pointer scroll-mb-2 hover:bg-hover data-chosen:bg-selected [&>td]:border-b [&>td]:px-2 [&>td]:py-1.5 [&>td]:align-top"
    >
      <td className="@max-5xl:hidden pl-4! text-ink-muted text-sm">
        <span className="line-clamp-2">{each.subject}</span>
      </td>
      <td className="@max-5xl:pl-4! @max-3xl:w-full @max-3xl:pr-4!">
        <Link
          href={href}
          prefetch={false}
          scroll={false}
          data-case-link
          aria-current={isChosen || undefined}
          className="line-clamp-3 font-medium focus-visible:-outline-offset-1"
        >
          {each.title}
        </Link>
        <span className="@3xl:hidden mt-0.5 flex flex-wrap items-center gap-x-2 text-sm">
          <EvidenceCell each={each} withWord />
        </span>
      </td>
      <td className="@max-4xl:hidden text-ink-muted text-sm">
        <span className="line-clamp-3" title={each.steps.join('\n')}>
          {each.steps.join(' ')}
        </span>
      </td>
      <td className="@max-3xl:hidden text-ink-muted text-sm">
        <span className="line-clamp-3" title={each.expected}>
          {each.expected}
        </span>
      </td>
      <td className="@max-3xl:hidden">
        <Actual each={each} />
      </td>
      <td className="@max-3xl:hidden pr-4! text-sm">
        <EvidenceCell each={each} />
      </td>
    </tr>
  )
})

function Actual({ each }: { each: CaseView }) {
  if (each.state === 'empty') return <span className="sr-only">To do</span>
  return (
    <span
      className={cn(
        each.state === 'success' && 'text-good',
        each.state === 'fail' && 'font-medium text-failed',
        each.state === 'not-applicable' && 'text-ink-muted',
      )}
    >
      {stateLooks[each.state].actual}
    </span>
  )
}

const icons = {
  tick: { icon: Check, ink: 'text-good' },
  cross: { icon: X, ink: 'text-failed' },
  dash: { icon: Minus, ink: 'text-pending' },
} as const

function EvidenceCell({ each, withWord = false }: { each: CaseView; withWord?: boolean }) {
  const mark = evidenceMark(each)
  const look = mark.kind === 'none' ? undefined : icons[mark.kind]
  const Icon = look?.icon
  return (
    <span className="flex flex-wrap gap-x-1.5 gap-y-0.5">
      {Icon && <Icon aria-hidden className={cn('size-3.5 shrink-0', look.ink)} strokeWidth={2.5} />}
      {withWord && (
        <span className={cn(each.state === 'empty' ? 'text-ink-muted' : look?.ink)}>
          {stateLooks[each.state].words}
        </span>
      )}
      {mark.at !== null && <Time at={mark.at} show="seconds" className="font-mono text-ink-muted" />}
      {mark.by && (
        <span className={mark.by === 'software' ? 'font-medium' : 'text-ink-muted'}>{byWords[mark.by]}</span>
      )}
      {mark.text && (
        <span className={mark.kind === 'dash' ? 'text-pending' : 'text-ink-muted'}>{mark.text}</span>
      )}
      {each.isConflicting && (
        <Badge tone="timed-out" title="Some runs prove it and others contradict it">
          for and against
        </Badge>
      )}
    </span>
  )
}
