import Link from 'next/link'
import { CodeExplained } from '@/components/runs/code-explained'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Facts, Notice, PageHeader, Section } from '@/components/ui/layout'
import { operationStatuses } from '@/lib/catalogue/operation-statuses'
import type { Code, Operation } from '@/lib/catalogue/types'
import type { ReferenceRow } from '@/lib/derive/reference'
import { CallbackSpecs } from './callback-specs'
import { FieldTable } from './field-table'
import { WireExample } from './wire-example'
import { authWords, evidenceWords } from './words'

export type Neighbour = Pick<Operation, 'id' | 'name' | 'title' | 'system'>

const hrefOf = ({ system, name }: Pick<Operation, 'system' | 'name'>) => `/reference/${system}/${name}`

const bodyWords = {
  object: 'one JSON object',
  array: 'a JSON list',
  none: 'none',
  xml: 'an XML envelope',
} satisfies Record<Operation['body'], string>

/** Everything that is known of one operation. */
export function OperationReference({
  operation,
  systemTitle,
  rows,
  newer,
  older,
  codes,
  followUps,
}: {
  operation: Operation
  systemTitle: string
  rows: ReferenceRow[]
  newer?: Neighbour
  older: Neighbour[]
  codes: { own: Code[]; any: Code[] }
  followUps: { label: string; operation: Neighbour }[]
}) {
  const { acknowledgement, callbacks } = operation
  const isInbound = operation.direction === 'inbound'
  const sections = [
    ['fields', 'Fields', rows.length > 0],
    ['answer', isInbound ? 'Your answer' : 'Answer', true],
    ['callbacks', 'Callbacks', callbacks.length > 0],
    ['codes', 'Codes', codes.own.length + codes.any.length > 0],
    ['notes', 'Notes', true],
  ] as const
  return (
    <>
      <p className="mb-1 text-ink-muted text-sm">
        <Link href="/reference" className="underline-offset-3 hover:underline">
          Reference
        </Link>
        {' / '}
        <Link href={`/reference#${operation.system}`} className="underline-offset-3 hover:underline">
          {systemTitle}
        </Link>
        {' / '}
        {operation.group}
      </p>
      <PageHeader title={operation.title} description={operation.summary}>
        <Button variant="primary" asChild>
          <Link href={`/try/${operation.system}/${operation.name}`}>Try it</Link>
        </Button>
      </PageHeader>
      <p className="flex flex-wrap items-center gap-2">
        <CopyText
          value={operation.path}
          shown={`${operation.method} ${operation.path}`}
          label="Path"
          className="whitespace-normal break-all text-left text-base"
        />
        <Badge tone={operation.status === 'current' ? 'good' : 'outline'}>
          {operationStatuses[operation.status]} · {operation.version}
        </Badge>
        <Badge tone="outline">{evidenceWords[operation.evidence]}</Badge>
        {operation.movesMoney && <Badge tone="pending">moves money</Badge>}
      </p>
      {newer && (
        <Notice tone="warn" className="mt-3" title="A newer version stands beside this one.">
          <Link href={hrefOf(newer)} className="text-accent underline underline-offset-3">
            {newer.title}
          </Link>
        </Notice>
      )}
      {older.length > 0 && (
        <p className="mt-3 text-sm">
          Older beside it:{' '}
          {older.map((entry, index) => (
            <span key={entry.id}>
              {index > 0 && ', '}
              <Link href={hrefOf(entry)} className="text-accent underline underline-offset-3">
                {entry.title}
              </Link>
            </span>
          ))}
        </p>
      )}
      <nav aria-label="On this page" className="mt-4 flex flex-wrap gap-x-4 gap-y-1 border-y py-1.5 text-sm">
        {sections
          .filter(([, , isThere]) => isThere)
          .map(([id, title]) => (
            <a key={id} href={`#${id}`} className="text-accent underline-offset-3 hover:underline">
              {title}
            </a>
          ))}
      </nav>
      <Section title="At a glance">
        <Facts
          rows={[
            {
              name: 'Direction',
              value: isInbound ? 'the provider calls you; you host this' : 'you call the provider',
            },
            {
              name: 'Authorisation',
              value: [authWords(operation), operation.auth.note].filter(Boolean).join('. '),
            },
            ...(operation.operatorRole ? [{ name: 'Operator’s role', value: operation.operatorRole }] : []),
            {
              name: 'Headers',
              value: (
                <ul>
                  {operation.headers.map(({ name, value }) => (
                    <li key={name}>
                      <code className="break-all text-sm">
                        {name}: {value}
                      </code>
                    </li>
                  ))}
                </ul>
              ),
            },
            ...(operation.query
              ? [
                  {
                    name: 'Query',
                    value: (
                      <code className="break-all text-sm">
                        {operation.query.map(({ name, value }) => `${name}=${value}`).join('&')}
                      </code>
                    ),
                  },
                ]
              : []),
            {
              name: 'Body',
              value: [
                bodyWords[operation.body],
                operation.maxItems && `of at most ${operation.maxItems} items`,
              ]
                .filter(Boolean)
                .join(' '),
            },
            {
              name: 'Outcome',
              value: operation.asynchronous
                ? 'later, by callback: the answer is only an acknowledgement'
                : 'in the answer itself',
            },
            ...(operation.limits ? [{ name: 'Limits', value: operation.limits.join(' ') }] : []),
            ...(operation.timing ? [{ name: 'Timing', value: operation.timing }] : []),
          ]}
        />
      </Section>
      {rows.length > 0 && (
        <div id="fields" className="scroll-mt-16 border-t">
          <Section
            title="Fields"
            description={operation.body === 'array' ? 'The fields of one item of the list.' : undefined}
          >
            <FieldTable rows={rows} />
            {operation.rules && (
              <ul className="mt-2 list-disc pl-5 text-sm">
                {operation.rules.map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            )}
          </Section>
        </div>
      )}
      <div id="answer" className="scroll-mt-16 border-t">
        <Section
          title={isInbound ? 'Your answer' : operation.asynchronous ? 'Acknowledgement' : 'Answer'}
          description={acknowledgement.successRule}
        >
          <div className="grid min-w-0 gap-x-6 gap-y-4 lg:grid-cols-2">
            <WireExample example={acknowledgement.success} title="Accepted" />
            {acknowledgement.failure && <WireExample example={acknowledgement.failure} title="Refused" />}
            {acknowledgement.variants.map((variant) => (
              <WireExample
                key={JSON.stringify(variant)}
                example={variant}
                title={variant.when ?? 'Also seen'}
              />
            ))}
          </div>
        </Section>
      </div>
      {callbacks.length > 0 && (
        <div id="callbacks" className="scroll-mt-16 border-t">
          <Section title="Callbacks">
            <CallbackSpecs callbacks={callbacks} />
          </Section>
        </div>
      )}
      {codes.own.length + codes.any.length > 0 && (
        <div id="codes" className="scroll-mt-16 border-t">
          <Section
            title="Codes"
            actions={
              <Button size="sm" asChild>
                <Link href={`/reference/codes?operation=${encodeURIComponent(operation.id)}`}>
                  Search these codes
                </Link>
              </Button>
            }
          >
            <CodeList codes={codes.own} />
            {codes.any.length > 0 && (
              <details className="mt-4">
                <summary className="cursor-pointer font-medium">
                  {codes.any.length} more that any call can answer
                </summary>
                <div className="mt-3">
                  <CodeList codes={codes.any} />
                </div>
              </details>
            )}
          </Section>
        </div>
      )}
      <div id="notes" className="scroll-mt-16 border-t">
        <Section title="Notes">
          {operation.notes.length > 0 && (
            <ul className="max-w-3xl list-disc space-y-1 pl-5">
              {operation.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          {followUps.length > 0 && (
            <p className="mt-3 text-sm">
              Leads to:{' '}
              {followUps.map(({ label, operation: next }, index) => (
                <span key={label}>
                  {index > 0 && ', '}
                  <Link href={hrefOf(next)} className="text-accent underline underline-offset-3">
                    {next.title}
                  </Link>{' '}
                  <span className="text-ink-muted">({label.toLowerCase()})</span>
                </span>
              ))}
            </p>
          )}
          <p className="mt-3 text-ink-faint text-xs">Sources: {operation.sources.join('; ')}</p>
        </Section>
      </div>
    </>
  )
}

function CodeList({ codes }: { codes: Code[] }) {
  return (
    <ul className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
      {codes.map((code) => (
        <li key={code.id} className="min-w-0">
          <CodeExplained code={code} />
        </li>
      ))}
    </ul>
  )
}
