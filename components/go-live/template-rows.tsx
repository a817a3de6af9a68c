'use client'
import { Command } from 'cmdk'
import { useMemo, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/choice'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu'
import type { CaseView, SheetView, TemplateRowView, TemplateView } from '@/lib/workspace/go-live/views'
import { matchTemplateRow } from './api'
import { candidatesFor, isUnsure, rowKey, rowsBySheet } from './template'
import { useTask } from './use-task'
import { likenessWords, stateLooks } from './words'

/** Each row of the workbook beside the case it was taken for, to be corrected. */
export function TemplateRows({
  sheet,
  template,
  canChange,
  onChanged,
}: {
  sheet: SheetView
  template: TemplateView
  canChange: boolean
  onChanged: () => void
}) {
  const [onlyUnsure, setOnlyUnsure] = useState(false)
  const { run, isBusy } = useTask()
  const byId = useMemo(() => new Map(sheet.cases.map((each) => [each.id, each])), [sheet.cases])
  const rows = onlyUnsure ? template.rows.filter(isUnsure) : template.rows
  const match = async (row: TemplateRowView, caseId: string | null) => {
    if (await run(() => matchTemplateRow(sheet.id, { sheet: row.sheet, row: row.row, caseId }))) onChanged()
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
      <label className="flex w-fit items-center gap-2 py-2 text-sm">
        <Switch checked={onlyUnsure} onCheckedChange={setOnlyUnsure} />
        Only rows to look at
      </label>
      {rows.length === 0 && <p className="border-t py-3 text-ink-muted">Every row has a match that fits.</p>}
      {rowsBySheet(rows).map((group) => (
        <section key={group.sheet} aria-label={`Rows of ${group.sheet}`}>
          <h3 className="border-y bg-surface px-2 py-1 font-semibold text-sm">{group.sheet}</h3>
          <ul>
            {group.rows.map((row) => (
              <li
                key={rowKey(row)}
                className="grid gap-x-6 gap-y-1 border-b px-2 py-2 md:grid-cols-[2.5rem_minmax(0,1fr)_minmax(0,1fr)]"
              >
                <span className="font-mono text-ink-muted text-sm max-md:hidden">{row.row}</span>
                <div className="min-w-0">
                  <p className="break-words">{row.title}</p>
                  {row.expected && (
                    <p className="line-clamp-2 break-words text-ink-muted text-sm">{row.expected}</p>
                  )}
                </div>
                <Match
                  row={row}
                  found={row.caseId === null ? undefined : byId.get(row.caseId)}
                  cases={sheet.cases}
                  canChange={canChange}
                  isBusy={isBusy}
                  onMatch={(caseId) => void match(row, caseId)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Match({
  row,
  found,
  cases,
  canChange,
  isBusy,
  onMatch,
}: {
  row: TemplateRowView
  found: CaseView | undefined
  cases: CaseView[]
  canChange: boolean
  isBusy: boolean
  onMatch: (caseId: string | null) => void
}) {
  const [open, setOpen] = useState(false)
  /** What does not apply or is not filled stays as it stands there. */
  const written =
    found && (found.state === 'success' || found.state === 'fail') ? stateLooks[found.state].actual : ''
  return (
    <div className="flex min-w-0 items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="break-words">
          {found ? found.title : (row.caseId ?? <span className="text-pending">No case: left as it is</span>)}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-muted text-sm">
          {found && <span>{found.apiTitle}</span>}
          {row.isChosen ? (
            <Badge tone="outline">chosen by hand</Badge>
          ) : (
            row.caseId !== null && (
              <Badge tone={isUnsure(row) ? 'pending' : 'neutral'} title={row.because}>
                {likenessWords(row.likeness)}
              </Badge>
            )
          )}
          <span>
            <span className="font-mono">{row.target}</span>
            {row.present && ` holds “${row.present}”`}
            {found && !row.blocked && (written ? `, gets “${written}”` : ', stays as it is')}
          </span>
          {row.blocked && <span className="text-pending">{row.blocked}</span>}
        </p>
      </div>
      {canChange && (
        <Popover open={open} onOpenChange={setOpen}>
          <PopoverTrigger asChild>
            <Button
              size="sm"
              disabled={isBusy}
              aria-label={`Change the match of ${row.sheet} row ${row.row}`}
            >
              Change…
            </Button>
          </PopoverTrigger>
          <PopoverContent align="end" className="w-112 p-0">
            {open && (
              <Choices
                row={row}
                cases={cases}
                onMatch={(caseId) => {
                  setOpen(false)
                  onMatch(caseId)
                }}
              />
            )}
          </PopoverContent>
        </Popover>
      )}
    </div>
  )
}

/** All cases of the sheet, the most alike first. */
function Choices({
  row,
  cases,
  onMatch,
}: {
  row: TemplateRowView
  cases: CaseView[]
  onMatch: (caseId: string | null) => void
}) {
  const sorted = useMemo(() => candidatesFor(row, cases), [row, cases])
  const item = 'flex cursor-default flex-col rounded-sm px-2 py-1 data-[selected=true]:bg-hover'
  return (
    <Command label="Cases" className="flex min-h-0 flex-col">
      <Command.Input
        autoFocus
        placeholder="Words of the case"
        className="h-9 w-full border-b bg-transparent px-3 outline-none placeholder:text-ink-faint"
      />
      <Command.List className="max-h-72 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-4 text-ink-muted">
          No case of this sheet has these words.
        </Command.Empty>
        {sorted.map(({ each, likeness }) => (
          <Command.Item
            key={each.id}
            value={`${each.id} ${each.apiTitle} ${each.title}`}
            onSelect={() => onMatch(each.id)}
            className={item}
          >
            <span>{each.title}</span>
            <span className="flex justify-between gap-4 text-ink-muted text-sm">
              {each.apiTitle}
              <span>{likenessWords(likeness)}</span>
            </span>
          </Command.Item>
        ))}
      </Command.List>
      {row.caseId !== null && (
        <div className="border-t p-1">
          <Button size="sm" variant="ghost" className="w-full" onClick={() => onMatch(null)}>
            No case: leave the row as it is
          </Button>
        </div>
      )}
    </Command>
  )
}
