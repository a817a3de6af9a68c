'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
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
  xml: 'XML envelope',
  html: 'web page',
  text: 'text',
} satisfies Record<ExplainedPaste['form'], string>

const placeOf = (finding: Found): string => {
  if (finding.how === 'callback') return `callback: ${finding.kindTitle}`
  if (finding.how === 'answer')
    return `answer${finding.operationTitle ? ` to ${finding.operationTitle}` : ' to a call'}`
  if (finding.row) return placeWords(finding.row.where).toLowerCase()
  return 'a code in the text'
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
          No system knows this message, and no known words or codes are in it. Paste the whole body, or search
          for single words of it.
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
            {finding.advice && finding.code && <UnknownCode finding={finding} code={finding.code} />}
            {finding.others.length > 0 && (
              <p className="mt-1 pl-3.5 text-sm">
                <span className="text-ink-muted">The same code elsewhere: </span>
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
