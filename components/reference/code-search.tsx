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
import { searchCodes } from '@/lib/derive/search-codes'
import { placeWords } from './words'

export type CodeOperation = { id: string; title: string; href: string; system: string }

type Asked = { q: string; where: string; operation: string; evidence: string }

const nothing: Asked = { q: '', where: '', operation: '', evidence: '' }

const isEvidence = (code: Code, evidence: string) =>
  evidence === '' || code.confirmed === (evidence === 'confirmed')

/** A row without operations can come from any call of its system. */
const isFrom = (code: Code, operation: CodeOperation | undefined) =>
  !operation ||
  code.operations.includes(operation.id) ||
  (code.operations.length === 0 && code.system === operation.system && !code.context)

/** All codes of all systems, found by number, by words, or by a pasted message. */
export function CodeSearch({ codes, operations }: { codes: Code[]; operations: CodeOperation[] }) {
  const parameters = useSearchParams()
  const [asked, setAsked] = useState<Asked>(() => ({
    q: parameters.get('q') ?? '',
    where: parameters.get('where') ?? '',
    operation: parameters.get('operation') ?? '',
    evidence: parameters.get('evidence') ?? '',
  }))
  const places = useMemo(() => [...new Set(codes.map(({ where }) => where))], [codes])
  const byId = useMemo(() => new Map(operations.map((operation) => [operation.id, operation])), [operations])
  const listed = useMemo(() => {
    const operation = byId.get(asked.operation)
    const kept = codes.filter(
      (code) =>
        (asked.where === '' || code.where === asked.where) &&
        isFrom(code, operation) &&
        isEvidence(code, asked.evidence),
    )
    return searchCodes(kept, asked.q)
  }, [codes, byId, asked])

  const ask = (change: Partial<Asked>) => {
    const next = { ...asked, ...change }
    setAsked(next)
    const search = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''))
    window.history.replaceState(null, '', `${window.location.pathname}${search.size ? `?${search}` : ''}`)
  }
  const summary = useId()

  return (
    <>
      <search>
        <form
          aria-describedby={summary}
          onSubmit={(event) => event.preventDefault()}
          className="grid gap-3 md:grid-cols-[minmax(0,2fr)_1fr_1fr_1fr]"
        >
          <Field label="Code, words, or a pasted message" className="md:row-span-1">
            {(slots) => (
              <Textarea
                {...slots}
                rows={1}
                className="h-8 min-h-8 resize-y"
                placeholder={'1032, wrong credentials, {"errorCode":…}'}
                value={asked.q}
                onChange={(event) => ask({ q: event.target.value })}
              />
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
                {operations.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
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
      <p id={summary} aria-live="polite" className="mt-3 border-b pb-2 text-ink-muted text-sm">
        {listed.length} of {codes.length} codes
        {asked.q && listed.length > 1 && ', the likeliest first'}
      </p>
      <ul>
        {listed.map((code) => (
          <li
            key={`${code.system}-${code.id}`}
            id={code.id}
            className="grid scroll-mt-16 grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[minmax(0,1fr)_16rem]"
          >
            <CodeExplained code={code} />
            <CodePlace code={code} byId={byId} />
          </li>
        ))}
      </ul>
      {listed.length === 0 && (
        <EmptyState
          title="No known code or message fits."
          action={<Button onClick={() => ask(nothing)}>Show all codes</Button>}
        >
          Paste the whole answer or callback, for example{' '}
          <code>{'{"errorCode":"500.001.1001","errorMessage":"Wrong credentials"}'}</code>, or clear a filter.
        </EmptyState>
      )}
    </>
  )
}

function CodePlace({ code, byId }: { code: Code; byId: Map<string, CodeOperation> }) {
  const from = code.operations.flatMap((id) => byId.get(id) ?? [])
  return (
    <div className="min-w-0 text-sm max-md:pl-3.5">
      <p className="text-ink-muted">
        {placeWords(code.where)}
        {code.httpStatus !== undefined && `, HTTP ${code.httpStatus}`}
        {code.context && `, ${code.context}`}
      </p>
      {from.length === 0 && !code.context && <p className="text-ink-muted">From any call</p>}
      {from.length > 3 ? (
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

function OperationLinks({ operations }: { operations: CodeOperation[] }) {
  return (
    <ul>
      {operations.map(({ id, title, href }) => (
        <li key={id}>
          <Link href={href} className="text-accent underline-offset-3 hover:underline">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
