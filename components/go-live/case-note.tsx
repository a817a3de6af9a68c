'use client'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { Time } from '@/components/ui/time'

/** A note beside a case or a checklist item: read by all, written in place. */
export function CaseNote({
  note,
  canChange,
  isQuiet = false,
  onSave,
}: {
  /** `by` and `at` are null where they are told elsewhere. */
  note: { text: string; by: string | null; at: number | null } | null
  canChange: boolean
  /** Without a heading while there is no note. */
  isQuiet?: boolean
  onSave: (text: string) => Promise<boolean>
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  if (!canChange && !note) return null
  const change = canChange && (
    <Button size="sm" variant="ghost" onClick={() => setTyped(note?.text ?? '')}>
      {note ? 'Edit note' : 'Add a note'}
    </Button>
  )
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    if (await onSave((typed ?? '').trim())) setTyped(null)
    setSaving(false)
  }
  return (
    <section className={isQuiet ? 'pt-1' : 'pt-3'}>
      {typed === null ? (
        <>
          {(note || !isQuiet) && (
            <h3 className="flex items-center justify-between gap-2 pb-0.5 text-ink-muted text-sm">
              Note
              {change}
            </h3>
          )}
          {!note && isQuiet && <span className="-ml-2 flex">{change}</span>}
          {note && (
            <>
              <p className="whitespace-pre-line break-words">{note.text}</p>
              {note.by !== null && note.at !== null && (
                <p className="text-ink-muted text-sm">
                  {note.by}, <Time at={note.at} show="date" className="font-mono" />
                </p>
              )}
            </>
          )}
        </>
      ) : (
        <form onSubmit={save} className="flex flex-col gap-2">
          <label htmlFor={id} className="text-ink-muted text-sm">
            Note
          </label>
          <Textarea
            id={id}
            autoFocus
            rows={3}
            maxLength={2000}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="flex gap-2">
            <Button type="submit" size="sm" disabled={isSaving}>
              Save note
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setTyped(null)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
