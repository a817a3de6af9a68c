import Link from 'next/link'
import { CallbackRow } from '@/components/inbox/callback-row'
import { RunLine } from '@/components/runs/run-row'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Facts, PageHeader, Section } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import type { CodeDetail, CodeView } from '@/lib/workspace/codes/views'
import { type CodeOperation, OperationLinks } from './code-search'
import { placeWords } from './words'

/** Everything that is known of one code, and where this workspace met it. */
export function CodePage({ detail, operations }: { detail: CodeDetail; operations: CodeOperation[] }) {
  const { code } = detail
  const history = code.code === null ? null : `/history?code=${encodeURIComponent(code.code)}`
  const inbox = code.code === null ? null : `/inbox?code=${encodeURIComponent(code.code)}`
  return (
    <>
      <p className="mb-1 text-ink-muted text-sm">
        <Link href="/reference" className="underline-offset-3 hover:underline">
          Reference
        </Link>
        {' / '}
        <Link href="/reference/codes" className="underline-offset-3 hover:underline">
          Codes and messages
        </Link>
        {' / '}
        <Link href={`/reference/codes?system=${code.system}`} className="underline-offset-3 hover:underline">
          {code.systemTitle}
        </Link>
      </p>
      <PageHeader title={code.code === null ? code.message : `${code.code}: ${code.message}`} />
      <p className="flex flex-wrap items-center gap-2">
        {code.code !== null && <CopyText value={code.code} label="Code" className="text-base" />}
        <Badge tone="outline">{placeWords(code.where)}</Badge>
        {code.httpStatus !== undefined && <Badge tone="outline">HTTP {code.httpStatus}</Badge>}
        <Badge tone={code.confirmed ? 'good' : 'pending'}>
          {code.confirmed ? 'confirmed' : 'unconfirmed'}
        </Badge>
        {code.success && <Badge tone="good">success</Badge>}
      </p>
      <Section title="What to do">
        <Facts
          rows={[
            ...(code.cause ? [{ name: code.success ? 'Meaning' : 'Cause', value: code.cause }] : []),
            ...(code.cure && !code.success ? [{ name: 'Cure', value: code.cure }] : []),
            ...(code.success
              ? []
              : [
                  {
                    name: 'Repeat',
                    value: code.caution
                      ? `Do not just repeat it. ${code.caution}`
                      : code.retry
                        ? 'Sending it again can help.'
                        : 'Sending the same again will not help: change what the cure says first.',
                  },
                ]),
            ...(code.context ? [{ name: 'Where', value: code.context }] : []),
            ...(code.note ? [{ name: 'Note', value: code.note }] : []),
            {
              name: 'Comes from',
              value:
                operations.length > 0 ? (
                  <OperationLinks operations={operations} />
                ) : code.context ? (
                  'No call of the catalogue.'
                ) : (
                  `Any call of ${code.systemTitle}.`
                ),
            },
            {
              name: 'Source',
              value: `${code.source}${code.tutorialRow === undefined ? '' : `; row ${code.tutorialRow} of the tutorial’s table`}`,
            },
          ]}
        />
      </Section>
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
      <Section
        title="Your runs that met it"
        description="Newest first."
        actions={
          history && (
            <Button size="sm" asChild>
              <Link href={history}>All in history</Link>
            </Button>
          )
        }
      >
        {detail.runs.length === 0 ? (
          <p className="text-ink-muted">No run of this workspace has ended with it.</p>
        ) : (
          <ul className="border-t" aria-label="Runs">
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
          </ul>
        )}
      </Section>
      <Section
        title="Your callbacks that brought it"
        description="Newest first."
        actions={
          inbox && (
            <Button size="sm" asChild>
              <Link href={inbox}>All in the inbox</Link>
            </Button>
          )
        }
      >
        {detail.callbacks.length === 0 ? (
          <p className="text-ink-muted">No callback of this workspace has brought it.</p>
        ) : (
          <ul className="border-t" aria-label="Callbacks">
            {detail.callbacks.map((callback) => (
              <li key={callback.id}>
                <CallbackRow callback={callback} href={`/inbox/${callback.id}`} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function Meanings({ label, rows, current }: { label: string; rows: CodeView[]; current?: CodeView }) {
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          <Th>System and place</Th>
          <Th>Message</Th>
          <Th>Cause</Th>
          <Th>Evidence</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.system}-${row.id}`} className={row === current ? 'bg-surface' : undefined}>
            <Td className="min-w-36">
              {row.systemTitle}
              <span className="block text-ink-muted text-sm">
                {placeWords(row.where)}
                {row.context && `, ${row.context}`}
              </span>
            </Td>
            <Td className="min-w-44">
              {row.code !== null && <code className="mr-1.5">{row.code}</code>}
              {row === current ? (
                <>
                  {row.message} <span className="text-ink-muted text-sm">(this page)</span>
                </>
              ) : (
                <Link href={row.path} className="text-accent underline-offset-3 hover:underline">
                  {row.message}
                </Link>
              )}
            </Td>
            <Td className="min-w-56 text-sm">{row.cause || row.cure}</Td>
            <Td className="min-w-44 text-ink-muted text-sm">
              {row.confirmed ? 'confirmed' : 'unconfirmed'}
              <span className="block text-xs">{row.source}</span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
