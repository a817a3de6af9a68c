'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Notice, Skeleton } from '@/components/ui/layout'
import { callApi } from '@/lib/api/client'

/** Ties the run of an exchange to a case of a Go-Live sheet. */
export function CasePicker({
  runId,
  open,
  onOpenChange,
}: {
  runId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Make a case of it">
        <DialogBody>
          <Picking runId={runId} />
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}

function Picking({ runId }: { runId: string }) {
  const [chosen, setChosen] = useState('')
  const [typed, setTyped] = useState('')
  const run = useQuery({
    queryKey: ['runs', runId],
    queryFn: ({ signal }) => callApi('GET /runs/{id}', { path: { id: runId }, query: {}, signal }),
  })
  const sheets = useQuery({
    queryKey: ['sheets'],
    queryFn: ({ signal }) => callApi('GET /go-live/sheets', { signal }),
  })
  const failed = run.error ?? sheets.error
  if (failed)
    return (
      <Notice tone="bad" title="The sheets cannot be read">
        {failed.message}
      </Notice>
    )
  if (!run.data || !sheets.data) return <Skeleton className="h-24 w-full" />
  const fitting = sheets.data.sheets.filter(({ environment }) => environment.id === run.data.environment.id)
  const sheetId = chosen || fitting[0]?.id
  if (sheetId === undefined) {
    return (
      <p>
        No Go-Live sheet speaks of {run.data.environment.name} yet.{' '}
        <Link href="/go-live" className="text-accent underline underline-offset-3">
          Make one
        </Link>
        , then come back: its cases can take this call as evidence.
      </p>
    )
  }
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <p className="text-ink-muted text-sm">
        {run.data.operationTitle} becomes evidence of the case that you choose; the sheet judges it by the
        case’s own rule.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Sheet">
          {(slots) => (
            <Select {...slots} value={sheetId} onChange={(event) => setChosen(event.target.value)}>
              {fitting.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Find a case">
          {(slots) => (
            <Input
              {...slots}
              type="search"
              value={typed}
              placeholder="Words of the case"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Cases key={sheetId} sheetId={sheetId} runId={runId} typed={typed} />
    </div>
  )
}

function Cases({ sheetId, runId, typed }: { sheetId: string; runId: string; typed: string }) {
  const queries = useQueryClient()
  const [saving, setSaving] = useState('')
  const [attached, setAttached] = useState('')
  const [problem, setProblem] = useState('')
  const sheet = useQuery({
    queryKey: ['sheets', sheetId],
    queryFn: ({ signal }) => callApi('GET /go-live/sheets/{id}', { path: { id: sheetId }, signal }),
  })
  if (sheet.error)
    return (
      <Notice tone="bad" title="The sheet cannot be read">
        {sheet.error.message}
      </Notice>
    )
  if (!sheet.data) return <Skeleton className="h-24 w-full" />
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const cases = sheet.data.cases.filter((each) =>
    fits(`${each.apiTitle} ${each.subject} ${each.title} ${each.expected}`),
  )
  const attach = async (caseId: string) => {
    setSaving(caseId)
    setProblem('')
    try {
      await callApi('PATCH /go-live/sheets/{id}/cases/{caseId}', {
        path: { id: sheetId, caseId },
        body: { attach: runId },
      })
      setAttached(caseId)
      await queries.invalidateQueries({ queryKey: ['sheets', sheetId] })
    } catch (thrown) {
      setProblem(thrown instanceof Error ? thrown.message : 'It could not be attached.')
    }
    setSaving('')
  }
  return (
    <>
      {problem && (
        <p role="alert" className="text-failed text-sm">
          {problem}
        </p>
      )}
      <ul aria-label="Cases" className="max-h-[45vh] overflow-y-auto border-t">
        {cases.length === 0 && <li className="py-3 text-ink-muted">No case has these words.</li>}
        {cases.map((each) => (
          <li key={each.id} className="flex items-center gap-2 border-b py-1.5">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{each.title}</span>
              <span className="block text-ink-muted text-sm">
                {each.apiTitle} · {each.subject}
              </span>
            </span>
            {attached === each.id ? (
              <Link
                href={`/go-live/${sheetId}?case=${encodeURIComponent(each.id)}`}
                className="text-accent text-sm underline underline-offset-3"
              >
                Attached: see it
              </Link>
            ) : (
              <Button
                size="sm"
                disabled={saving !== ''}
                aria-label={`Attach to ${each.title}`}
                onClick={() => void attach(each.id)}
              >
                Attach
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
