'use client'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useId, useMemo, useState } from 'react'
import { CodeExplained } from '@/components/runs/code-explained'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, Textarea } from '@/components/ui/input'
import { EmptyState } from '@/components/ui/layout'
import type { Code } from '@/lib/catalogue/types'
import { isPasted, searchCodes } from '@/lib/codes/search'
import { CodeFindings } from './code-findings'
import { placeWords } from './words'

export type CodeOperation = { id: string; title: string; href: string; system: string }

type Asked = { q: string; system: string; where: string; operation: string; evidence: string }

const nothing: Asked = { q: '', system: '', where: '', operation: '', evidence: '' }

/** A longer text stays in the box and out of the address. */
const longestInAddress = 2000

/** So many rows are drawn at first: nobody reads them all. */
const drawnAtOnce = 60

const isEvidence = (code: Code, evidence: string) =>
  evidence === '' || code.confirmed === (evidence === 'confirmed')

/** A row without operations can come from any call of its system. */
const isFrom = (code: Code, operation: CodeOperation | undefined) =>
  !operation ||
  code.operations.includes(operation.id) ||
  (code.operations.length === 0 && code.system === operation.system && !code.context)

/** All codes of all systems, found by number, by words, or by a pasted message. */
export function CodeSearch({
  codes,
  operations,
  systems,
}: {
  codes: Code[]
  operations: CodeOperation[]
  systems: { id: string; title: string }[]
}) {
  const parameters = useSearchParams()
  const [asked, setAsked] = useState<Asked>(() => ({
    q: parameters.get('q') ?? '',
    system: parameters.get('system') ?? '',
    where: parameters.get('where') ?? '',
    operation: parameters.get('operation') ?? '',
    evidence: parameters.get('evidence') ?? '',
  }))
  const [isAll, setIsAll] = useState(false)
  const places = useMemo(() => [...new Set(codes.map(({ where }) => where))], [codes])
  const byId = useMemo(() => new Map(operations.map((operation) => [operation.id, operation])), [operations])
  const titles = useMemo(() => new Map(systems.map(({ id, title }) => [id, title])), [systems])
  const listed = useMemo(() => {
    const operation = byId.get(asked.operation)
    const kept = codes.filter(
      (code) =>
        (asked.system === '' || code.system === asked.system) &&
        (asked.where === '' || code.where === asked.where) &&
        isFrom(code, operation) &&
        isEvidence(code, asked.evidence),
    )
    return searchCodes(kept, asked.q)
  }, [codes, byId, asked])
  const pasted = isPasted(asked.q) ? asked.q : ''
  const drawn = isAll ? listed : listed.slice(0, drawnAtOnce)

  const ask = (change: Partial<Asked>) => {
    const next = { ...asked, ...change }
    setAsked(next)
    setIsAll(false)
    const kept = Object.entries(next).filter(([, value]) => value !== '' && value.length <= longestInAddress)
    const search = new URLSearchParams(kept)
    window.history.replaceState(null, '', `${window.location.pathname}${search.size ? `?${search}` : ''}`)
  }
  const summary = useId()

  return (
    <>
      <search>
        <form
          aria-describedby={summary}
          onSubmit={(event) => event.preventDefault()}
          className="grid grid-cols-2 gap-3 lg:grid-cols-4"
        >
          <Field
            label="Code, words, or a pasted message"
            className="col-span-full"
            hint="An answer, a callback, an envelope, an error page, or the log line that holds one."
          >
            {(slots) => (
              <Textarea
                {...slots}
                rows={pasted ? 4 : 1}
                className="min-h-8 resize-y font-mono"
                placeholder={'1032, wrong credentials, {"errorCode":…}'}
                value={asked.q}
                onChange={(event) => ask({ q: event.target.value })}
              />
            )}
          </Field>
          <Field label="System">
            {(slots) => (
              <Select
                {...slots}
                value={asked.system}
                onChange={(event) => ask({ system: event.target.value })}
              >
                <option value="">All</option>
                {systems.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Seen in">
            {(slots) => (
              <Select {...slots} value={asked.where} onChange={(event) => ask({ where: event.target.value })}>
                <option value="">Anywhere</option>
                {places.map((where) => (
                  <option key={where} value={where}>
                    {placeWords(where)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Operation">
            {(slots) => (
              <Select
                {...slots}
                value={asked.operation}
                onChange={(event) => ask({ operation: event.target.value })}
              >
                <option value="">Any</option>
                {systems.map((system) => (
                  <optgroup key={system.id} label={system.title}>
                    {operations
                      .filter((operation) => operation.system === system.id)
                      .map(({ id, title }) => (
                        <option key={id} value={id}>
                          {title}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Evidence">
            {(slots) => (
              <Select
                {...slots}
                value={asked.evidence}
                onChange={(event) => ask({ evidence: event.target.value })}
              >
                <option value="">Any</option>
                <option value="confirmed">Confirmed</option>
                <option value="unconfirmed">Unconfirmed</option>
              </Select>
            )}
          </Field>
        </form>
      </search>
      {pasted && <CodeFindings text={pasted} />}
      <p id={summary} aria-live="polite" className="mt-3 border-b pb-2 text-ink-muted text-sm">
        {pasted && 'Alike: '}
        {listed.length} of {codes.length} codes
        {asked.q && listed.length > 1 && ', the likeliest first'}
      </p>
      <ul aria-label="Codes">
        {drawn.map((code) => (
          <li
            key={`${code.system}-${code.id}`}
            className="grid scroll-mt-16 grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[minmax(0,1fr)_16rem]"
          >
            <CodeExplained code={code} />
            <CodePlace code={code} byId={byId} systemTitle={titles.get(code.system) ?? code.system} />
          </li>
        ))}
      </ul>
      {drawn.length < listed.length && (
        <Button className="mt-3" onClick={() => setIsAll(true)}>
          Show all {listed.length}
        </Button>
      )}
      {listed.length === 0 && (
        <EmptyState
          title={
            <span className="wrap-anywhere">
              No known code or message fits{asked.q.trim() && ` “${asked.q.trim().slice(0, 60)}”`}.
            </span>
          }
          action={<Button onClick={() => ask(nothing)}>Show all codes</Button>}
        >
          <p>
            A code that no source explains stays as it came: go by the words beside it, do not take it for
            success or failure, and ask for the status of the transaction before you repeat the call.
          </p>
          {/^\S{1,40}$/.test(asked.q.trim()) && (
            <p className="mt-1">
              <Link
                href={`/history?code=${encodeURIComponent(asked.q.trim())}`}
                className="text-accent underline underline-offset-3"
              >
                Runs of yours that ended with it
              </Link>
            </p>
          )}
        </EmptyState>
      )}
    </>
  )
}

function CodePlace({
  code,
  byId,
  systemTitle,
}: {
  code: Code
  byId: Map<string, CodeOperation>
  systemTitle: string
}) {
  const from = code.operations.flatMap((id) => byId.get(id) ?? [])
  return (
    <div className="min-w-0 text-sm max-md:pl-3.5">
      <p>{systemTitle}</p>
      <p className="text-ink-muted">
        {placeWords(code.where)}
        {code.httpStatus !== undefined && `, HTTP ${code.httpStatus}`}
        {code.context && `, ${code.context}`}
      </p>
      {from.length === 0 && !code.context && <p className="text-ink-muted">From any call</p>}
      {from.length > 2 ? (
        <details>
          <summary className="cursor-pointer text-ink-muted">From {from.length} operations</summary>
          <OperationLinks operations={from} />
        </details>
      ) : (
        <OperationLinks operations={from} />
      )}
      {code.tutorialRow !== undefined && (
        <p className="text-ink-faint text-xs">Row {code.tutorialRow} of the tutorial’s table</p>
      )}
    </div>
  )
}

export function OperationLinks({ operations }: { operations: CodeOperation[] }) {
  return (
    <ul>
      {operations.map(({ id, title, href }) => (
        <li key={id}>
          <Link
            href={href}
            prefetch={false}
            className="inline-block py-1 text-accent underline-offset-3 hover:underline"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
