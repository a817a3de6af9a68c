'use client'
import { useDeferredValue, useState } from 'react'
import { useQuery } from '@/components/live/queries'
import { Verdict } from '@/components/payments/verdict'
import { listRuns } from '@/components/runs/api'
import { runSentence } from '@/components/runs/words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Time } from '@/components/ui/time'

/** Finds a run of the sheet's environment by id, receipt or phone and ties it to the case. */
export function AttachRun({
  environmentId,
  attached,
  onAttach,
}: {
  environmentId: string
  attached: string[]
  onAttach: (runId: string) => Promise<boolean>
}) {
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [isSaving, setSaving] = useState(false)
  const wanted = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['runs', 'attach', environmentId, wanted],
    queryFn: ({ signal }) =>
      listRuns({ environment: environmentId, limit: 8, ...(wanted && { q: wanted }) }, signal),
    enabled: isOpen,
    placeholderData: (before) => before,
  })
  if (!isOpen) {
    return (
      <section className="flex flex-wrap items-center gap-2 pt-3">
        <h3 className="mr-auto text-ink-muted text-sm">Another run proves it</h3>
        <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
          Attach a run…
        </Button>
      </section>
    )
  }
  const runs = found.data?.runs.filter((run) => !attached.includes(run.id)) ?? []
  const attach = async (id: string) => {
    setSaving(true)
    if (await onAttach(id)) setOpen(false)
    setSaving(false)
  }
  return (
    <section aria-label="Attach a run" className="flex flex-col gap-2 pt-3">
      <Field label="Attach a run" hint="Runs of this environment, newest first.">
        {(slots) => (
          <Input
            {...slots}
            type="search"
            autoFocus
            placeholder="Run id, receipt, phone or reference"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {found.error && <p className="text-failed text-sm">{found.error.message}</p>}
      {found.data && runs.length === 0 && (
        <p className="text-ink-muted text-sm">No other run of this environment fits.</p>
      )}
      {runs.length > 0 && (
        <ul aria-label="Runs found" className="border-t">
          {runs.map((run) => (
            <li key={run.id} className="flex items-center gap-2 border-b py-1.5">
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                  <span className="font-medium">{run.operationTitle}</span>
                  <Verdict verdict={run.verdict} />
                </span>
                <span className="flex min-w-0 items-baseline gap-2 text-ink-muted text-sm">
                  <Time at={run.createdAt} show="date" className="shrink-0 font-mono" />
                  <span className="truncate">{run.receipt ?? runSentence(run)}</span>
                </span>
              </span>
              <Button
                size="sm"
                disabled={isSaving}
                aria-label={`Attach run ${run.id}`}
                onClick={() => void attach(run.id)}
              >
                Attach
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button size="sm" variant="ghost" className="self-start" onClick={() => setOpen(false)}>
        Close the search
      </Button>
    </section>
  )
}
