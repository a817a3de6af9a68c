'use client'
import Link from 'next/link'
import { authWords } from '@/components/reference/words'
import { stepsOfOperation } from '@/components/runs/sequence'
import { SequenceDiagram } from '@/components/runs/sequence-diagram'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import type { Field, Operation } from '@/lib/catalogue/types'
import { textOf, typesInWords } from '@/lib/derive'

const limitsOf = (field: Field): string[] => {
  const { minimum, maximum, minLength, maxLength } = field
  return [
    field.const === undefined ? '' : `always ${field.const}`,
    minimum === undefined ? '' : `at least ${minimum.toLocaleString('en-GB')}`,
    maximum === undefined ? '' : `at most ${maximum.toLocaleString('en-GB')}`,
    minLength === undefined || minLength < 2 ? '' : `at least ${minLength} characters`,
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
  ].filter(Boolean)
}

const filledBy = (field: Field): string => {
  if (field.derive) return 'computed when the request is sent'
  if (field.prefill?.from === 'credential') return `the environment’s ${field.prefill.name}`
  if (field.prefill?.from === 'inbox') return 'the address of this run in the environment’s inbox'
  return ''
}

/** The focused field and the operation it belongs to. */
export function ReferencePanel({
  operation,
  field,
  referencePath,
  guides,
}: {
  operation: Operation
  field: Field | undefined
  referencePath: string
  guides: readonly { slug: string; title: string }[]
}) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {field && <FieldReference field={field} />}
      <section aria-label="How it goes" className="min-w-0">
        <h2 className="pb-1 font-semibold text-sm">How it goes</h2>
        <SequenceDiagram steps={stepsOfOperation(operation)} title={`Flow of ${operation.title}`} />
      </section>
      {guides.length > 0 && (
        <section aria-label="Guides">
          <h2 className="pb-1 font-semibold text-sm">Guides</h2>
          <ul className="text-sm">
            {guides.map(({ slug, title }) => (
              <li key={slug}>
                <Link
                  href={`/guides/${slug}`}
                  prefetch={false}
                  className="inline-block py-1 text-accent hover:underline"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(operation.timing || (operation.limits?.length ?? 0) > 0 || operation.notes.length > 0) && (
        <section aria-label="Good to know">
          <h2 className="pb-1 font-semibold text-sm">Good to know</h2>
          <ul className="flex list-disc flex-col gap-1 pl-4 text-ink-muted text-sm">
            {operation.timing && <li>{operation.timing}</li>}
            {operation.limits?.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
            {operation.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
        <dt className="text-ink-muted">Signs with</dt>
        <dd>
          {authWords(operation)}
          {operation.auth.uses.length > 0 && (
            <span className="text-ink-muted"> from {operation.auth.uses.join(', ')}</span>
          )}
          {operation.auth.note && <p className="text-ink-muted">{operation.auth.note}</p>}
        </dd>
        {operation.operatorRole && (
          <>
            <dt className="text-ink-muted">Operator’s role</dt>
            <dd>{operation.operatorRole}</dd>
          </>
        )}
        <dt className="text-ink-muted">Evidence</dt>
        <dd>{operation.evidence}</dd>
      </dl>
      <Link href={referencePath} className="text-accent text-sm hover:underline">
        Whole reference: answers, callbacks and codes
      </Link>
    </div>
  )
}

function FieldReference({ field }: { field: Field }) {
  const limits = limitsOf(field)
  const filled = filledBy(field)
  const example = textOf(field.example)
  return (
    <section aria-label="About this field" className="border-accent border-l-2 pl-3">
      <h2 className="flex flex-wrap items-center gap-2">
        <span className="break-all font-mono font-semibold text-sm">{field.name}</span>
        <Badge tone="outline">{typesInWords(field)}</Badge>
        {!field.required && <Badge>optional</Badge>}
      </h2>
      <p className="pt-1">{field.help}</p>
      {field.note && <p className="pt-1 text-ink-muted text-sm">{field.note}</p>}
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 pt-2 text-sm">
        {limits.length > 0 && (
          <>
            <dt className="text-ink-muted">Limits</dt>
            <dd>{limits.join(', ')}</dd>
          </>
        )}
        {field.pattern && (
          <>
            <dt className="text-ink-muted">Form</dt>
            <dd className="break-all font-mono">{field.pattern}</dd>
          </>
        )}
        {example !== '' && (
          <>
            <dt className="text-ink-muted">Example</dt>
            <dd className="min-w-0">
              <CopyText value={example} max={34} label="Example" />
            </dd>
          </>
        )}
        {filled && (
          <>
            <dt className="text-ink-muted">Filled by</dt>
            <dd>{filled}</dd>
          </>
        )}
        {field.choices && field.choices.length > 1 && (
          <>
            <dt className="text-ink-muted">Values</dt>
            <dd className="flex flex-col">
              {field.choices.map((choice) => (
                <span key={choice.value}>
                  <span className="break-all font-mono">{choice.value}</span>
                  {choice.label !== choice.value && (
                    <span className="text-ink-muted"> {choice.label.replace(`${choice.value}: `, '')}</span>
                  )}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt className="text-ink-muted">Source</dt>
        <dd className="text-ink-muted">{field.sources.join('; ')}</dd>
      </dl>
    </section>
  )
}
