'use client'
import Link from 'next/link'
import { useQuery } from '@/components/live/queries'
import { CodeExplained } from '@/components/runs/code-explained'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Notice, Skeleton } from '@/components/ui/layout'
import { useSettled } from '@/components/ui/typed'
import { callApi } from '@/lib/api/client'
import type { ExplainedPaste } from '@/lib/workspace/codes/views'
import { placeWords } from './words'

type Found = ExplainedPaste['findings'][number]

const forms = {
  json: 'JSON message',
  printed: 'printed structure',
  xml: 'XML envelope',
  html: 'web page',
  text: 'text',
} satisfies Record<ExplainedPaste['form'], string>

const kinds = {
  acknowledgement: 'acknowledgement: taken, and nothing is known of the outcome yet',
  answer: 'answer to a call',
  refusal: 'refusal of a call',
  callback: 'callback',
  code: 'a code in the text',
  words: 'known words',
  name: 'a name that clients give to a code',
  transport: 'below the API',
} satisfies Record<Found['how'], string>

const placeOf = (finding: Found): string => {
  if (finding.kindTitle) return `callback: ${finding.kindTitle}`
  const said = kinds[finding.how]
  if (finding.operationTitle) return `${finding.operationTitle} · ${said}`
  return finding.how === 'code' && finding.row ? placeWords(finding.row.where).toLowerCase() : said
}

/** What a pasted message says, by the readers of the systems themselves. */
export function CodeFindings({ text }: { text: string }) {
  const settled = useSettled(text, 250)
  const explained = useQuery({
    queryKey: ['codes', 'explain', settled],
    queryFn: ({ signal }) => callApi('POST /codes/explain', { body: { text: settled }, signal }),
    retry: false,
  })
  return (
    <section aria-label="What it says" className="mt-4 border-t pt-3">
      <h2 className="mb-2 font-semibold text-base">
        What it says
        {explained.data && (
          <span className="ml-2 font-normal text-ink-muted text-sm">
            read as {forms[explained.data.form]}
          </span>
        )}
      </h2>
      {explained.isPending && <Skeleton className="h-16 w-full" />}
      {explained.isError && (
        <Notice tone="bad" title="This text cannot be read">
          {explained.error.message}
        </Notice>
      )}
      {explained.data?.findings.length === 0 && (
        <p className="text-ink-muted">
          No system knows this message, and no known words or codes are in it. Paste the whole body of the
          answer or callback, or the line of the log that holds it; or search for single words of it.
        </p>
      )}
      <ol className="flex flex-col gap-4">
        {explained.data?.findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings are drawn again with every text
          <li key={index} className="min-w-0">
            <p className="mb-1 flex flex-wrap items-center gap-2 text-sm">
              {finding.systemTitle && <Badge tone="outline">{finding.systemTitle}</Badge>}
              <span className="text-ink-muted">{placeOf(finding)}</span>
            </p>
            {finding.sentence && <p className="mb-1 font-medium">{finding.sentence}</p>}
            {finding.row && <CodeExplained code={finding.row} />}
            {finding.transport && <TransportExplained fault={finding.transport} />}
            {finding.advice && finding.code && <UnknownCode finding={finding} code={finding.code} />}
            {finding.others.length > 0 && (
              <p className="mt-1 pl-3.5 text-sm">
                <span className="text-ink-muted">
                  {finding.row ? 'The same code elsewhere: ' : 'It may be one of these: '}
                </span>
                {finding.others.map((other, at) => (
                  <span key={`${other.system}-${other.id}`}>
                    {at > 0 && ', '}
                    <Link href={other.path} className="text-accent underline-offset-3 hover:underline">
                      {other.systemTitle}: {other.message}
                    </Link>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function TransportExplained({ fault }: { fault: NonNullable<Found['transport']> }) {
  return (
    <article aria-label={fault.title} className="border-line-strong/50 border-l-2 py-0.5 pl-3">
      <p className="font-medium">{fault.title}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] wrap-anywhere gap-x-3 gap-y-0.5 text-sm">
        <dt className="text-ink-muted">Cause</dt>
        <dd>{fault.cause}</dd>
        <dt className="text-ink-muted">Cure</dt>
        <dd>{fault.cure}</dd>
        <dt className="text-ink-muted">Retry</dt>
        <dd>{retryWords(fault)}</dd>
      </dl>
      <p className="mt-1 text-ink-faint text-xs">Source: {fault.source}</p>
    </article>
  )
}

const retryWords = ({ retry, mayHaveArrived }: NonNullable<Found['transport']>): string => {
  if (mayHaveArrived) return 'The request may have arrived: ask for its status before you send it again.'
  return retry ? 'Sending it again can help.' : 'Sending the same again will not help.'
}

function UnknownCode({ finding, code }: { finding: Found; code: string }) {
  return (
    <Notice
      tone="warn"
      title={
        <>
          <CopyText value={code} label="Code" className="font-semibold" />
          {finding.description && <> {finding.description}</>}
        </>
      }
    >
      {finding.advice}{' '}
      <Link
        href={`/history?code=${encodeURIComponent(code)}`}
        className="text-accent underline underline-offset-3"
      >
        Runs of yours that ended with it
      </Link>
    </Notice>
  )
}
