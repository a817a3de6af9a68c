import Link from 'next/link'
import type { ReactNode } from 'react'
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
import { Trail } from './trail'
import { WireExample } from './wire-example'
import { authWords, evidenceWords } from './words'

/** Codes of this operation, and those that any call of its system can answer. */
type OperationCodes = { own: Code[]; any: Code[] }
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
  codes: OperationCodes
  followUps: { label: string; operation: Neighbour }[]
}) {
  const hasCodes = codes.own.length + codes.any.length > 0
  const sections = [
    ['fields', 'Fields', rows.length > 0],
    ['answer', operation.direction === 'inbound' ? 'Your answer' : 'Answer', true],
    ['callbacks', 'Callbacks', operation.callbacks.length > 0],
    ['codes', 'Codes', hasCodes],
    ['notes', 'Notes', true],
  ] as const
  return (
    <>
      <Trail
        steps={[
          { title: 'Reference', href: '/reference' },
          { title: systemTitle, href: `/reference#${operation.system}` },
        ]}
        here={operation.group}
      />
      <PageHeader title={operation.title} description={operation.summary}>
        <Button variant="primary" asChild>
          <Link href={`/try/${operation.system}/${operation.name}`}>Try it</Link>
        </Button>
      </PageHeader>
      <Marks operation={operation} />
      <Versions newer={newer} older={older} />
      <nav aria-label="On this page" className="mt-4 flex flex-wrap gap-x-4 gap-y-1 border-y py-1.5 text-sm">
        {sections
          .filter(([, , isThere]) => isThere)
          .map(([id, title]) => (
            <a key={id} href={`#${id}`} className="text-accent underline-offset-3 hover:underline">
              {title}
            </a>
          ))}
      </nav>
      <Glance operation={operation} />
      {rows.length > 0 && <Fields operation={operation} rows={rows} />}
      <Answer operation={operation} />
      {operation.callbacks.length > 0 && (
        <Anchor id="callbacks">
          <Section title="Callbacks">
            <CallbackSpecs callbacks={operation.callbacks} />
          </Section>
        </Anchor>
      )}
      {hasCodes && <Codes operation={operation} codes={codes} />}
      <Notes operation={operation} followUps={followUps} />
    </>
  )
}

/** A part of the page that a link can lead to. */
function Anchor({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="scroll-mt-16 border-t">
      {children}
    </div>
  )
}

function Marks({ operation }: { operation: Operation }) {
  return (
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
  )
}

function Versions({ newer, older }: { newer?: Neighbour; older: Neighbour[] }) {
  return (
    <>
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
    </>
  )
}

function Glance({ operation }: { operation: Operation }) {
  const isInbound = operation.direction === 'inbound'
  return (
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
            value: [bodyWords[operation.body], operation.maxItems && `of at most ${operation.maxItems} items`]
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
          ...(operation.longestWait
            ? [
                {
                  name: 'Longest wait',
                  value: `${operation.longestWait.seconds / 60} minutes, then Jaribu says that no word came. ${operation.longestWait.source}`,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Fields({ operation, rows }: { operation: Operation; rows: ReferenceRow[] }) {
  return (
    <Anchor id="fields">
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
    </Anchor>
  )
}

const answerTitle = ({ direction, asynchronous }: Operation) => {
  if (direction === 'inbound') return 'Your answer'
  return asynchronous ? 'Acknowledgement' : 'Answer'
}

function Answer({ operation }: { operation: Operation }) {
  const { success, failure, variants, successRule } = operation.acknowledgement
  return (
    <Anchor id="answer">
      <Section title={answerTitle(operation)} description={successRule}>
        <div className="grid min-w-0 gap-x-6 gap-y-4 lg:grid-cols-2">
          <WireExample example={success} title="Accepted" />
          {failure && <WireExample example={failure} title="Refused" />}
          {variants.map((variant) => (
            <WireExample
              key={JSON.stringify(variant)}
              example={variant}
              title={variant.when ?? 'Also seen'}
            />
          ))}
        </div>
      </Section>
    </Anchor>
  )
}

function Codes({ operation, codes }: { operation: Operation; codes: OperationCodes }) {
  return (
    <Anchor id="codes">
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
    </Anchor>
  )
}

function Notes({
  operation,
  followUps,
}: {
  operation: Operation
  followUps: { label: string; operation: Neighbour }[]
}) {
  return (
    <Anchor id="notes">
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
    </Anchor>
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
