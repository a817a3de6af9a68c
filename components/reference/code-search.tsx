'use client'
import Link from 'next/link'
import { useId, useMemo, useState } from 'react'
import { unsaidOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { FilterSelect } from '@/components/lists/filter-select'
import { CodeExplained } from '@/components/runs/code-explained'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { EmptyState } from '@/components/ui/layout'
import type { Code } from '@/lib/catalogue/types'
import { isPasted } from '@/lib/codes/search'
import { type CodeFilters, codeNames, codesFor } from './code-filters'
import { CodeFindings } from './code-findings'
import { type CodeOperation, OperationLinks } from './operation-links'
import { placeWords } from './words'

/** A longer text stays in the box and out of the address. */
const longestInAddress = 2000

/** So many rows are drawn at first: nobody reads them all. */
const drawnAtOnce = 60

type Titled = { id: string; title: string }

/** All codes of all systems, found by number, by words, or by a pasted message. */
export function CodeSearch({
  codes,
  operations,
  systems,
}: {
  codes: Code[]
  operations: CodeOperation[]
  systems: Titled[]
}) {
  const { values, change } = useAddress(codeNames)
  const [q, setQ] = useState(values.q)
  const [isAll, setIsAll] = useState(false)
  const summary = useId()
  const byId = useMemo(() => new Map(operations.map((operation) => [operation.id, operation])), [operations])
  const titles = useMemo(() => new Map(systems.map(({ id, title }) => [id, title])), [systems])
  const listed = useMemo(
    () => codesFor(codes, { ...values, q }, byId.get(values.operation)),
    [codes, byId, values, q],
  )
  const pasted = isPasted(q) ? q : ''
  const drawn = isAll ? listed : listed.slice(0, drawnAtOnce)

  const ask = (next: Partial<CodeFilters>) => {
    setIsAll(false)
    if (next.q !== undefined) setQ(next.q)
    const text = next.q ?? ''
    // A message has phone numbers in it: no address keeps it, however short it is.
    change({ ...next, ...((text.length > longestInAddress || isPasted(text)) && { q: '' }) })
  }

  return (
    <>
      <search>
        <form
          method="dialog"
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
                value={q}
                onChange={(event) => ask({ q: event.target.value })}
              />
            )}
          </Field>
          <Narrowing
            filters={values}
            codes={codes}
            operations={operations}
            systems={systems}
            onChange={ask}
          />
        </form>
      </search>
      {pasted && <CodeFindings text={pasted} />}
      <p id={summary} aria-live="polite" className="mt-3 border-b pb-2 text-ink-muted text-sm">
        {pasted && 'Alike: '}
        {listed.length} of {codes.length} codes
        {q && listed.length > 1 && ', the likeliest first'}
      </p>
      <ul aria-label="Codes">
        {drawn.map((code) => (
          <li
            key={`${code.system}-${code.id}`}
            className="grid scroll-mt-16 grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[minmax(0,1fr)_16rem]"
          >
            <CodeExplained code={code} />
            <CodePlace
              code={code}
              from={code.operations.flatMap((id) => byId.get(id) ?? [])}
              systemTitle={titles.get(code.system) ?? code.system}
            />
          </li>
        ))}
      </ul>
      {drawn.length < listed.length && (
        <Button className="mt-3" onClick={() => setIsAll(true)}>
          Show all {listed.length}
        </Button>
      )}
      {/* What a pasted text is stands above, also that nobody knows it. */}
      {listed.length === 0 && !pasted && (
        <NoCode text={q.trim()} onShowAll={() => ask(unsaidOf(codeNames))} />
      )}
    </>
  )
}

function Narrowing({
  filters,
  codes,
  operations,
  systems,
  onChange,
}: {
  filters: CodeFilters
  codes: Code[]
  operations: CodeOperation[]
  systems: Titled[]
  onChange: (change: Partial<CodeFilters>) => void
}) {
  const places = useMemo(() => [...new Set(codes.map(({ where }) => where))], [codes])
  const asOption = ({ id, title }: Titled) => ({ value: id, label: title })
  return (
    <>
      <Field label="System">
        {(slots) => (
          <FilterSelect
            slots={slots}
            all="All"
            className="w-full"
            value={filters.system}
            options={systems.map(asOption)}
            onChange={(system) => onChange({ system })}
          />
        )}
      </Field>
      <Field label="Seen in">
        {(slots) => (
          <FilterSelect
            slots={slots}
            all="Anywhere"
            className="w-full"
            value={filters.where}
            options={places.map((where) => ({ value: where, label: placeWords(where) }))}
            onChange={(where) => onChange({ where })}
          />
        )}
      </Field>
      <Field label="Operation">
        {(slots) => (
          <FilterSelect
            slots={slots}
            all="Any"
            className="w-full"
            value={filters.operation}
            groups={systems.map((system) => ({
              group: system.title,
              options: operations.filter((operation) => operation.system === system.id).map(asOption),
            }))}
            onChange={(operation) => onChange({ operation })}
          />
        )}
      </Field>
      <Field label="Evidence">
        {(slots) => (
          <FilterSelect
            slots={slots}
            all="Any"
            className="w-full"
            value={filters.evidence}
            options={[
              { value: 'confirmed', label: 'Confirmed' },
              { value: 'unconfirmed', label: 'Unconfirmed' },
            ]}
            onChange={(evidence) => onChange({ evidence })}
          />
        )}
      </Field>
    </>
  )
}

function NoCode({ text, onShowAll }: { text: string; onShowAll: () => void }) {
  return (
    <EmptyState
      title={
        <span className="wrap-anywhere">
          No known code or message fits{text && ` “${text.slice(0, 60)}”`}.
        </span>
      }
      action={<Button onClick={onShowAll}>Show all codes</Button>}
    >
      <p>
        A code that no source explains stays as it came: go by the words beside it, do not take it for success
        or failure, and ask for the status of the transaction before you repeat the call.
      </p>
      {/^\S{1,40}$/.test(text) && (
        <p className="mt-1">
          <Link
            href={`/history?code=${encodeURIComponent(text)}`}
            className="text-accent underline underline-offset-3"
          >
            Runs of yours that ended with it
          </Link>
        </p>
      )}
    </EmptyState>
  )
}

function CodePlace({ code, from, systemTitle }: { code: Code; from: CodeOperation[]; systemTitle: string }) {
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
