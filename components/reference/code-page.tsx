import Link from 'next/link'
import type { ReactNode } from 'react'
import { CallbackRow } from '@/components/inbox/callback-row'
import { RunLine } from '@/components/runs/run-row'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Facts, PageHeader, Section } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { cn } from '@/lib/classes'
import type { CodeDetail, CodeView } from '@/lib/workspace/codes/views'
import { InTheSandbox } from './in-the-sandbox'
import { type CodeOperation, OperationLinks } from './operation-links'
import { Trail } from './trail'
import { placeWords, repeatWords } from './words'

/** Everything that is known of one code, and where this workspace met it. */
export function CodePage({
  detail,
  operations,
  canChange,
}: {
  detail: CodeDetail
  operations: CodeOperation[]
  canChange: boolean
}) {
  const { code } = detail
  return (
    <>
      <Trail
        steps={[
          { title: 'Reference', href: '/reference' },
          { title: 'Codes and messages', href: '/reference/codes' },
          { title: code.systemTitle, href: `/reference/codes?system=${code.system}` },
        ]}
      />
      <PageHeader title={code.code === null ? code.message : `${code.code}: ${code.message}`} />
      <Marks code={code} />
      <WhatToDo code={code} operations={operations} />
      <InTheSandbox code={code} canChange={canChange} />
      {detail.guides.length > 0 && (
        <Section title="Read on">
          <ul>
            {detail.guides.map(({ slug, title }) => (
              <li key={slug}>
                <Link
                  href={`/guides/${slug}`}
                  className="inline-block py-1 text-accent underline-offset-3 hover:underline"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {detail.otherMeanings.length > 0 && (
        <Section
          title="The same code, other meanings"
          description="Where it was seen decides. Sources that disagree stand side by side."
        >
          <Meanings label="Other meanings" rows={[code, ...detail.otherMeanings]} current={code} />
        </Section>
      )}
      {detail.sameWords.length > 0 && (
        <Section title="Nearly the same words">
          <Meanings label="Nearly the same words" rows={detail.sameWords} />
        </Section>
      )}
      <Met
        title="Your runs that met it"
        all="All in history"
        href={code.code === null ? null : `/history?code=${encodeURIComponent(code.code)}`}
        label="Runs"
        none="No run of this workspace has ended with it."
      >
        {detail.runs.map((run) => (
          <li key={run.id} className="border-b">
            <Link
              href={`/history/${run.id}`}
              className="flex min-w-0 rounded-sm px-1 py-2 -outline-offset-2 hover:bg-hover"
            >
              <RunLine run={run} withOperation />
            </Link>
          </li>
        ))}
      </Met>
      <Met
        title="Your callbacks that brought it"
        all="All in the inbox"
        href={code.code === null ? null : `/inbox?code=${encodeURIComponent(code.code)}`}
        label="Callbacks"
        none="No callback of this workspace has brought it."
      >
        {detail.callbacks.map((callback) => (
          <li key={callback.id}>
            <CallbackRow callback={callback} href={`/inbox/${callback.id}`} />
          </li>
        ))}
      </Met>
    </>
  )
}

function Marks({ code }: { code: CodeView }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      {code.code !== null && <CopyText value={code.code} label="Code" className="text-base" />}
      <Badge tone="outline">{placeWords(code.where)}</Badge>
      {code.httpStatus !== undefined && <Badge tone="outline">HTTP {code.httpStatus}</Badge>}
      <Badge tone={code.confirmed ? 'good' : 'pending'}>{code.confirmed ? 'confirmed' : 'unconfirmed'}</Badge>
      {code.success && <Badge tone="good">success</Badge>}
    </p>
  )
}

function WhatToDo({ code, operations }: { code: CodeView; operations: CodeOperation[] }) {
  return (
    <Section title="What to do">
      <Facts
        rows={[
          ...(code.cause ? [{ name: code.success ? 'Meaning' : 'Cause', value: code.cause }] : []),
          ...(code.cure && !code.success ? [{ name: 'Cure', value: code.cure }] : []),
          ...(code.success ? [] : [{ name: 'Repeat', value: repeatWords(code) }]),
          ...(code.context ? [{ name: 'Where', value: code.context }] : []),
          ...(code.note ? [{ name: 'Note', value: code.note }] : []),
          { name: 'Comes from', value: originOf(code, operations) },
          {
            name: 'Source',
            value: `${code.source}${code.tutorialRow === undefined ? '' : `; row ${code.tutorialRow} of the tutorial’s table`}`,
          },
        ]}
      />
    </Section>
  )
}

const originOf = (code: CodeView, operations: CodeOperation[]): ReactNode => {
  if (operations.length > 0) return <OperationLinks operations={operations} />
  return code.context ? 'No call of the catalogue.' : `Any call of ${code.systemTitle}.`
}

/** What of this workspace has to do with the code, newest first. */
function Met({
  title,
  all,
  href,
  label,
  none,
  children,
}: {
  title: string
  /** Words of the link to the whole list; `href` null: there is none. */
  all: string
  href: string | null
  label: string
  none: string
  children: ReactNode[]
}) {
  return (
    <Section
      title={title}
      description="Newest first."
      actions={
        href && (
          <Button size="sm" asChild>
            <Link href={href}>{all}</Link>
          </Button>
        )
      }
    >
      {children.length === 0 ? (
        <p className="text-ink-muted">{none}</p>
      ) : (
        <ul className="border-t" aria-label={label}>
          {children}
        </ul>
      )}
    </Section>
  )
}

function Evidence({ row, className }: { row: CodeView; className?: string }) {
  return (
    <span className={cn('text-ink-muted text-sm', className)}>
      {row.confirmed ? 'confirmed' : 'unconfirmed'}
      <span className="block text-xs">{row.source}</span>
    </span>
  )
}

function Meanings({ label, rows, current }: { label: string; rows: CodeView[]; current?: CodeView }) {
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          <Th>System and place</Th>
          <Th>Message</Th>
          <Th className="max-sm:hidden">Cause</Th>
          <Th className="max-sm:hidden">Evidence</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.system}-${row.id}`} className={row === current ? 'bg-surface' : undefined}>
            <Td className="sm:min-w-36">
              {row.systemTitle}
              <span className="block text-ink-muted text-sm">
                {placeWords(row.where)}
                {row.context && `, ${row.context}`}
              </span>
            </Td>
            <Td className="wrap-anywhere sm:min-w-44">
              {row.code !== null && <code className="mr-1.5">{row.code}</code>}
              {row === current ? (
                <>
                  {row.message} <span className="text-ink-muted text-sm">(this page)</span>
                </>
              ) : (
                <Link href={row.path} className="text-accent underline underline-offset-3">
                  {row.message}
                </Link>
              )}
              {/* A phone has no room for the columns beside. */}
              <span className="block pt-0.5 text-sm sm:hidden">{row.cause || row.cure}</span>
              <Evidence row={row} className="block pt-0.5 sm:hidden" />
            </Td>
            <Td className="min-w-56 text-sm max-sm:hidden">{row.cause || row.cure}</Td>
            <Td className="min-w-44 max-sm:hidden">
              <Evidence row={row} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
