'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, Textarea } from '@/components/ui/input'
import type { CaseState, CaseView } from '@/lib/workspace/go-live/views'
import { stateLooks } from './words'

const states: CaseState[] = ['success', 'fail', 'empty', 'not-applicable']

/** A person's word before the runs' word: never without a reason. */
export function OverrideForm({
  current,
  onSave,
}: {
  current: CaseView['override']
  onSave: (override: { state: CaseState; reason: string }) => Promise<boolean>
}) {
  const [isOpen, setOpen] = useState(false)
  const [state, setState] = useState<CaseState>('success')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const open = (wanted: CaseState) => {
    setState(wanted)
    setReason(current?.reason ?? '')
    setError(undefined)
    setOpen(true)
  }
  if (!isOpen) {
    return (
      <section className="pt-3">
        <h3 className="text-ink-muted text-sm">Decide it yourself</h3>
        <div className="-ml-2 flex flex-wrap gap-1">
          <Button size="sm" variant="ghost" onClick={() => open('not-applicable')}>
            Not applicable…
          </Button>
          <Button size="sm" variant="ghost" onClick={() => open(current?.state ?? 'success')}>
            Override…
          </Button>
        </div>
      </section>
    )
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') {
      setError('Say why: the reason goes with the sheet.')
      return
    }
    setSaving(true)
    if (await onSave({ state, reason: reason.trim() })) setOpen(false)
    setSaving(false)
  }
  return (
    <form onSubmit={save} aria-label="Override" noValidate className="flex flex-col gap-2 pt-3">
      <Field label="The case is">
        {(slots) => (
          <Select {...slots} value={state} onChange={(event) => setState(event.target.value as CaseState)}>
            {states.map((value) => (
              <option key={value} value={value}>
                {stateLooks[value].words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Reason" errors={error ? [error] : undefined}>
        {(slots) => (
          <Textarea
            {...slots}
            autoFocus
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              setError(undefined)
            }}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" disabled={isSaving}>
          Save override
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
