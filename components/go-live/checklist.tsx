'use client'
import { CircleAlert, CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/choice'
import { EmptyState } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import type { ChecklistItemView } from '@/lib/workspace/go-live/views'
import { CaseNote } from './case-note'

type Change = { isDone?: boolean; note?: string }

/** What a portal wants that is no test case: each with what to do and where. */
export function Checklist({
  items,
  canChange,
  onChange,
}: {
  items: ChecklistItemView[]
  canChange: boolean
  onChange: (id: string, change: Change) => Promise<boolean>
}) {
  const sections = [...new Set(items.map((item) => item.section))]
  if (items.length === 0) {
    return (
      <div className="p-4">
        <EmptyState title="This system asks for nothing beside its cases." />
      </div>
    )
  }
  return (
    <div className="mx-auto max-w-5xl px-4 py-2">
      {sections.map((section) => {
        const mine = items.filter((item) => item.section === section)
        const done = mine.filter(({ isDone }) => isDone).length
        const journeys = [...new Set(mine.map(({ journey }) => journey))]
        return (
          <section key={section} aria-label={section} className="py-3">
            <h2 className="flex flex-wrap items-baseline gap-x-3 border-b pb-1 font-semibold text-base">
              {section}
              {journeys.length === 1 && journeys[0] && <Badge tone="outline">{journeys[0]}</Badge>}
              <span className="ml-auto font-normal text-ink-muted text-sm">
                {done} of {mine.length}
              </span>
            </h2>
            <ul>
              {mine.map((item) => (
                <ChecklistItem
                  key={item.id}
                  item={item}
                  showsJourney={journeys.length > 1}
                  canChange={canChange}
                  onChange={(change) => onChange(item.id, change)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function ChecklistItem({
  item,
  showsJourney,
  canChange,
  onChange,
}: {
  item: ChecklistItemView
  showsJourney: boolean
  canChange: boolean
  onChange: (change: Change) => Promise<boolean>
}) {
  const [isSaving, setSaving] = useState(false)
  const tick = async (isDone: boolean) => {
    setSaving(true)
    await onChange({ isDone })
    setSaving(false)
  }
  const label = `item-${item.id}`
  const FoundIcon = item.found?.isFine ? CircleCheck : CircleAlert
  return (
    <li className="flex gap-3 border-b py-2.5">
      <Checkbox
        className="mt-0.5"
        checked={item.isDone}
        disabled={!canChange || isSaving}
        aria-labelledby={label}
        onCheckedChange={(checked) => void tick(checked === true)}
      />
      <div className="grid min-w-0 flex-1 gap-x-8 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <h3 id={label} className={cn('font-medium', item.isDone && 'text-ink-muted')}>
            {item.title}
          </h3>
          <p className="text-ink-muted">{item.todo}</p>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-0.5 text-ink-muted text-sm">
            <span>
              Where:{' '}
              {item.href ? (
                <Where href={item.href} words={item.where} />
              ) : (
                <span className="text-ink">{item.where}</span>
              )}
            </span>
            {showsJourney && item.journey && <Badge tone="outline">{item.journey}</Badge>}
            {!item.confirmed && (
              <Badge tone="outline" title={`No source confirms it. ${item.source}`}>
                unconfirmed
              </Badge>
            )}
          </p>
        </div>
        <div className="min-w-0 max-md:pt-1.5">
          {item.found && (
            <p className="flex gap-1.5 text-sm">
              <FoundIcon
                aria-hidden
                className={cn('mt-0.5 size-3.5 shrink-0', item.found.isFine ? 'text-good' : 'text-pending')}
              />
              <span>
                <span className="sr-only">
                  {item.found.isFine ? 'Found in order: ' : 'Needs attention: '}
                </span>
                {item.found.text}
              </span>
            </p>
          )}
          {item.by && item.at !== null && (
            <p className="text-ink-muted text-sm">
              {item.isDone ? 'Ticked' : 'Changed'} by {item.by},{' '}
              <Time at={item.at} show="date" className="font-mono" />
            </p>
          )}
          <CaseNote
            note={item.note ? { text: item.note, by: null, at: null } : null}
            canChange={canChange}
            isQuiet
            onSave={(note) => onChange({ note })}
          />
        </div>
      </div>
    </li>
  )
}

function Where({ href, words }: { href: string; words: string }) {
  const classes = 'rounded-sm text-accent underline-offset-3 hover:underline'
  return href.startsWith('/') ? (
    <Link href={href} className={classes}>
      {words}
    </Link>
  ) : (
    <a href={href} target="_blank" rel="noreferrer" className={classes}>
      {words}
    </a>
  )
}
