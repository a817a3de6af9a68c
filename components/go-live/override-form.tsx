'use client'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { doneOr } from '@/components/forms/result-of'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Select, Textarea } from '@/components/ui/input'
import type { CaseState, CaseView } from '@/lib/workspace/go-live/views'
import { stateLooks } from './words'

const states: CaseState[] = ['success', 'fail', 'empty', 'not-applicable']

type Override = { state: CaseState; reason: string }

/** A person's word before the runs' word: never without a reason. */
export function OverrideForm({
  current,
  onSave,
}: {
  current: CaseView['override']
  /** Says itself why nothing was saved. */
  onSave: (override: Override) => Promise<boolean>
}) {
  const [wanted, setWanted] = useState<CaseState>()
  if (wanted) {
    return (
      <Decide
        begins={{ state: wanted, reason: current?.reason ?? '' }}
        onSave={onSave}
        close={() => setWanted(undefined)}
      />
    )
  }
  return (
    <section className="pt-3">
      <h3 className="text-ink-muted text-sm">Decide it yourself</h3>
      <div className="-ml-2 flex flex-wrap gap-1">
        <Button size="sm" variant="ghost" onClick={() => setWanted('not-applicable')}>
          Not applicable…
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setWanted(current?.state ?? 'success')}>
          Override…
        </Button>
      </div>
    </section>
  )
}

function Decide({
  begins,
  onSave,
  close,
}: {
  begins: Override
  onSave: (override: Override) => Promise<boolean>
  close: () => void
}) {
  const form = useForm({
    values: begins,
    check: ({ reason }) => ({
      reason: reason.trim() === '' ? ['Say why: the reason goes with the sheet.'] : undefined,
    }),
    input: ({ state, reason }) => ({ state, reason: reason.trim() }),
    submit: async (override) => doneOr(await onSave(override)),
    onDone: close,
  })
  return (
    <form {...form.props} aria-label="Override" className="flex flex-col gap-2 pt-3">
      <FormField form={form} name="state" label="The case is">
        {(slots) => (
          <Select {...slots}>
            {states.map((value) => (
              <option key={value} value={value}>
                {stateLooks[value].words}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <FormField form={form} name="reason" label="Reason">
        {(slots) => <Textarea {...slots} autoFocus rows={2} maxLength={500} />}
      </FormField>
      <FormMessage form={form} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" disabled={form.isPending}>
          Save override
        </Button>
        <Button size="sm" variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
