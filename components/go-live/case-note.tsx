'use client'
import { useId, useState } from 'react'
import { FormMessage } from '@/components/forms/form-field'
import { doneOr } from '@/components/forms/result-of'
import { useForm } from '@/components/forms/use-form'
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
  /** `by` and `at` are null where they stand elsewhere. */
  note: { text: string; by: string | null; at: number | null } | null
  canChange: boolean
  /** Without a heading while there is no note. */
  isQuiet?: boolean
  /** Says itself why nothing was saved. */
  onSave: (text: string) => Promise<boolean>
}) {
  const [isWriting, setWriting] = useState(false)
  if (!canChange && !note) return null
  const change = canChange && (
    <Button size="sm" variant="ghost" onClick={() => setWriting(true)}>
      {note ? 'Edit note' : 'Add a note'}
    </Button>
  )
  return (
    <section className={isQuiet ? 'pt-1' : 'pt-3'}>
      {isWriting ? (
        <WriteNote begins={note?.text ?? ''} onSave={onSave} close={() => setWriting(false)} />
      ) : (
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
      )}
    </section>
  )
}

function WriteNote({
  begins,
  onSave,
  close,
}: {
  begins: string
  onSave: (text: string) => Promise<boolean>
  close: () => void
}) {
  const id = useId()
  const form = useForm({
    values: { note: begins },
    submit: async ({ note }) => doneOr(await onSave(note.trim())),
    onDone: close,
  })
  return (
    <form {...form.props} className="flex flex-col gap-2">
      <label htmlFor={id} className="text-ink-muted text-sm">
        Note
      </label>
      <Textarea
        {...form.register('note')}
        id={id}
        defaultValue={begins}
        autoFocus
        rows={3}
        maxLength={2000}
      />
      <FormMessage form={form} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" disabled={form.isPending}>
          Save note
        </Button>
        <Button size="sm" variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
