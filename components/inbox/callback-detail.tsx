'use client'
import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import { DetailQuery } from '@/components/lists/detail-query'
import { useQuery } from '@/components/live/queries'
import { moneyText } from '@/components/payments/money'
import { KindBadge } from '@/components/payments/verdict'
import { CodeExplained } from '@/components/runs/code-explained'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { CopyButton, CopyText } from '@/components/ui/copy'
import { fetchedLater } from '@/components/ui/fetched'
import { Facts, Notice } from '@/components/ui/layout'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import { callApi } from '@/lib/api/client'
import { mismatchSentence } from '@/lib/wire/mismatch'
import { ruledWords } from '@/lib/workspace/answers/words'
import type { CallbackDetail as Detail } from '@/lib/workspace/views'
import { CallbackFlags, OutcomeMark, summaryText } from './callback-row'
import { bytesOf } from './hex'
import { HexView } from './hex-view'
import { ContentNotice, Parts } from './message-content'
import { prettyBody } from './pretty'
import { byteText, microsText } from './wording'

const Onward = fetchedLater(() => import('@/components/forwarding/onward').then((module) => module.Onward))

/** A body above this many characters is drawn in part until the reader asks for all of it. */
const drawnAtOnce = 120_000

/** One captured message: what it says, what its code means, then the bytes. */
export function CallbackDetail({ id, initial }: { id: number; initial?: Detail }) {
  const query = useQuery({
    queryKey: ['callbacks', 'detail', id],
    queryFn: ({ signal }) => callApi('GET /callbacks/{id}', { path: { id }, signal }),
    initialData: initial,
  })
  return (
    <DetailQuery query={query} unshown="This callback cannot be shown">
      {(callback) => <DetailOf key={id} callback={callback} />}
    </DetailQuery>
  )
}

function DetailOf({ callback }: { callback: Detail }) {
  const { explanation } = callback
  const { parts } = callback.content
  return (
    <article aria-label="Callback" className="flex flex-col gap-4 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2 text-ink-muted text-sm">
          <OutcomeMark callback={callback} />
          <span className="font-medium text-ink">{callback.kindTitle}</span>
          <Time at={callback.receivedAt} className="font-mono" />
          <CallbackFlags callback={callback} />
          {callback.environmentKind && <KindBadge kind={callback.environmentKind} />}
          <span className="ml-auto flex items-center gap-1">
            <CopyButton value={callback.curl} label="Copy as cURL">
              Copy as cURL
            </CopyButton>
            <PermalinkButton id={callback.id} />
          </span>
        </div>
        <h2 className="break-words font-semibold text-lg">{summaryText(callback)}</h2>
        {callback.mismatch && (
          <Notice tone="warn" title="Does not match">
            {mismatchSentence(callback.mismatch)}
          </Notice>
        )}
        {callback.remark && <p className="text-ink-muted">{callback.remark}</p>}
        {callback.duplicateOf !== null && (
          <p className="text-ink-muted">
            The same message as{' '}
            <Link href={`/inbox/${callback.duplicateOf}`} className="text-accent underline">
              callback {callback.duplicateOf}
            </Link>
            . A provider may send a result twice: handle it once.
          </p>
        )}
      </header>

      {callback.mismatch ? null : explanation ? (
        <CodeExplained code={explanation} />
      ) : (
        callback.code !== null && (
          <p>
            <CopyText value={callback.code} label="Code" className="font-semibold" />{' '}
            <span className="text-ink-muted">No source explains this code in this place.</span>
          </p>
        )
      )}

      <Facts rows={factRows(callback)} />

      <ContentNotice content={callback.content} />

      <Onward callback={callback} />

      <Tabs defaultValue={parts ? 'parts' : 'pretty'}>
        <TabsList aria-label="Views of the message">
          {parts && <TabsTrigger value="parts">Parts</TabsTrigger>}
          <TabsTrigger value="pretty">Pretty</TabsTrigger>
          <TabsTrigger value="raw">Raw</TabsTrigger>
          <TabsTrigger value="hex">Hex</TabsTrigger>
          <TabsTrigger value="headers">Headers</TabsTrigger>
          <TabsTrigger value="answer">Answer</TabsTrigger>
        </TabsList>
        {parts && (
          <TabsContent value="parts">
            <Parts parts={parts} />
          </TabsContent>
        )}
        <TabsContent value="pretty">
          <BodyText callback={callback} pretty />
        </TabsContent>
        <TabsContent value="raw">
          <BodyText callback={callback} pretty={false} />
        </TabsContent>
        <TabsContent value="hex">
          <BodyBytes callback={callback} />
        </TabsContent>
        <TabsContent value="headers">
          <Code
            wrap
            label="Copy the request"
            text={[
              `${callback.method} ${callback.path}${callback.query ? `?${callback.query}` : ''}`,
              ...callback.headers.map(([name, value]) => `${name}: ${value}`),
            ].join('\n')}
          />
        </TabsContent>
        <TabsContent value="answer">
          <p className="mb-2 text-ink-muted">{answerSentence(callback)}</p>
          {callback.answer.status !== 0 && (
            <Code
              wrap
              label="Copy the answer"
              text={[
                ...callback.answer.headers.map(([name, value]) => `${name}: ${value}`),
                '',
                callback.answer.body,
              ].join('\n')}
            />
          )}
        </TabsContent>
      </Tabs>
    </article>
  )
}

const answerSentence = ({ answer: { status, micros, rule } }: Detail): string => {
  if (rule) return `${ruledWords(rule)} The message was stored before.`
  return status === 0
    ? 'No answer: this inbox was told to keep silent on validations. The message was stored.'
    : `We answered ${status} in ${microsText(micros)}, after the message was stored.`
}

const senderWords = {
  published: ', which the provider publishes',
  unconfirmed: ', which others name as the provider’s, unconfirmed',
  outside: ', which is none that the provider publishes',
} as const

/** Under a name of its own on the wire. */
const isSaidAbove = (
  { receipt, msisdn, reference, amountCents }: Detail,
  { name, value }: { name: string; value: string },
): boolean =>
  ['', receipt, msisdn, reference].includes(value) ||
  (/amount/i.test(name) && Math.round(Number(value) * 100) === amountCents)

const factRows = (callback: Detail) => {
  const rows = [
    callback.receipt && { name: 'Receipt', value: <CopyText value={callback.receipt} label="Receipt" /> },
    callback.amountCents !== null && {
      name: 'Amount',
      value: moneyText(callback.amountCents, callback.currency ?? ''),
    },
    callback.msisdn && { name: 'Phone', value: <CopyText value={callback.msisdn} label="Phone number" /> },
    callback.reference && {
      name: 'Reference',
      value: <CopyText value={callback.reference} label="Reference" />,
    },
    {
      name: 'Run',
      value: callback.runId ? (
        <Link href={`/history/${callback.runId}`} className="font-mono text-accent text-sm underline">
          {callback.runId}
        </Link>
      ) : (
        <span className="text-ink-muted">none: no run of this workspace has its ids</span>
      ),
    },
    {
      name: 'Received at',
      value: (
        <span className="flex flex-wrap items-center gap-x-2">
          <Badge tone="outline">{callback.method}</Badge>
          <CopyText
            value={`${callback.path}${callback.query ? `?${callback.query}` : ''}`}
            max={64}
            label="Path"
          />
          <span className="text-ink-muted text-sm">
            from {callback.remoteAddress || 'an unknown address'}
            {callback.sender && senderWords[callback.sender]} · {byteText(callback.bodyBytes)}
            {callback.contentType && ` · ${callback.contentType}`}
          </span>
        </span>
      ),
    },
    ...callback.content.query.map(({ name, value }) => ({
      name: `?${name}`,
      value: <CopyText value={value} max={64} label={name} />,
    })),
    ...callback.facts
      .filter((fact) => !isSaidAbove(callback, fact))
      .map((fact) => ({
        name: fact.name,
        value: <CopyText value={fact.value} max={64} label={fact.name} />,
      })),
  ]
  return rows.filter((row): row is Exclude<typeof row, false | '' | null> => Boolean(row))
}

function BodyText({ callback, pretty }: { callback: Detail; pretty: boolean }) {
  const [all, setAll] = useState(false)
  const shown = useMemo(
    () =>
      pretty && (callback.content.text !== null || callback.bodyEncoding === 'utf8')
        ? prettyBody(callback.content.text ?? callback.body, callback.contentType)
        : { text: callback.body, language: 'text' as const },
    [callback, pretty],
  )
  if (callback.bodyBytes === 0) return <p className="text-ink-muted">The body is empty.</p>
  if (callback.bodyEncoding === 'base64' && !(pretty && callback.content.text !== null)) {
    if (pretty) return <BodyBytes callback={callback} />
    return (
      <>
        <p className="mb-2 text-ink-muted">These bytes are not text in UTF-8. Here they are in Base64.</p>
        <Code text={callback.body.slice(0, all ? undefined : drawnAtOnce)} wrap label="Copy the body" />
        {!all && callback.body.length > drawnAtOnce && (
          <ShowAll onAll={() => setAll(true)} callback={callback} />
        )}
      </>
    )
  }
  const cut = !all && shown.text.length > drawnAtOnce
  return (
    <>
      <Code
        text={cut ? shown.text.slice(0, drawnAtOnce) : shown.text}
        language={shown.language}
        wrap={!pretty}
        label={cut ? 'Copy the part that is shown' : 'Copy the body'}
      />
      {cut && <ShowAll onAll={() => setAll(true)} callback={callback} />}
    </>
  )
}

function ShowAll({ callback, onAll }: { callback: Detail; onAll: () => void }) {
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2 text-ink-muted">
      This is the beginning of {byteText(callback.bodyBytes)}.
      <Button size="sm" onClick={onAll}>
        Show all of it
      </Button>
      <Button size="sm" asChild>
        <a href={`/api/v1/callbacks/${callback.id}/body`} download={`callback-${callback.id}`}>
          Download the bytes
        </a>
      </Button>
    </p>
  )
}

function BodyBytes({ callback }: { callback: Detail }) {
  const bytes = useMemo(() => bytesOf(callback.body, callback.bodyEncoding), [callback])
  return <HexView bytes={bytes} />
}

function PermalinkButton({ id }: { id: number }) {
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  return (
    <CopyButton value={`${origin}/inbox/${id}`} label="Copy the link">
      Link
    </CopyButton>
  )
}
