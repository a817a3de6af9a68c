'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { DetailQuery } from '@/components/lists/detail-query'
import { useQuery } from '@/components/live/queries'
import { moneyText } from '@/components/payments/money'
import { CodeExplained } from '@/components/runs/code-explained'
import { MessageView } from '@/components/runs/message-view'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Facts } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { callApi } from '@/lib/api/client'
import { duration } from '@/lib/duration'
import type { ExchangeDetail } from '@/lib/workspace/exchanges/views'
import { ExchangeActions } from './exchange-actions'
import { ExchangeMark } from './exchange-row'
import { Phases, Refusal, Remarks, Unread } from './explained'

/** One exchange, read when it is not there yet. */
export function ExchangeDetailOf({
  id,
  initial,
  canChange,
}: {
  id: string
  initial?: ExchangeDetail
  canChange: boolean
}) {
  const query = useQuery({
    queryKey: ['exchanges', 'detail', id],
    queryFn: ({ signal }) => callApi('GET /sandbox/exchanges/{id}', { path: { id }, signal }),
    initialData: initial,
  })
  return (
    <DetailQuery query={query} unshown="This exchange cannot be shown">
      {(exchange) => <Shown exchange={exchange} canChange={canChange} />}
    </DetailQuery>
  )
}

const outcomeWords = { accepted: 'Accepted', remarked: 'Accepted', refused: 'Refused' } as const

/** Why, then what was checked, then the bytes. */
function Shown({ exchange, canChange }: { exchange: ExchangeDetail; canChange: boolean }) {
  const { explanation, outcome } = exchange
  return (
    <article aria-label="Exchange" className="flex flex-col gap-4 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-sm">
          <ExchangeMark outcome={outcome} />
          <span className="font-medium text-ink">{outcomeWords[outcome]}</span>
          <Time at={exchange.at} className="font-mono" />
          <span>{exchange.systemTitle}</span>
          {exchange.fault && <Badge tone="simulated">fault on purpose: {exchange.fault}</Badge>}
        </div>
        <h2 className="break-words font-semibold text-lg">{exchange.title}</h2>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Badge tone="outline">{exchange.method}</Badge>
          <CopyText value={exchange.path} max={70} label="Path" />
          <Badge tone={exchange.answer.status < 300 ? 'neutral' : 'refused'}>
            HTTP {exchange.answer.status}
          </Badge>
          <span className="font-mono text-ink-muted">{duration(exchange.ms)}</span>
        </p>
        <ExchangeActions exchange={exchange} canChange={canChange} />
      </header>
      <Refusal explanation={explanation} />
      <Phases phases={explanation.phases} />
      <Unread unread={explanation.unread} />
      <Remarks remarks={explanation.remarks} isRefused={outcome === 'refused'} />
      {explanation.code && <CodeExplained code={explanation.code} />}
      <Facts rows={factRows(exchange)} />
      <Message title="Request">
        <MessageView
          name="request"
          body={exchange.request.body}
          headers={exchange.request.headers}
          note={bodyNote(exchange.request)}
        />
      </Message>
      <Message title="Answer">
        <MessageView name="answer" body={exchange.answer.body} headers={exchange.answer.headers} />
      </Message>
    </article>
  )
}

function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="pb-1.5 text-ink-muted text-sm">{title}</h3>
      {children}
    </section>
  )
}

const bodyNote = ({ bodyEncoding, isCut, bytes }: ExchangeDetail['request']): string => {
  if (isCut) return `Only the beginning of ${bytes.toLocaleString('en')} bytes was kept.`
  return bodyEncoding === 'base64' ? 'These bytes are no text; here they are in Base64.' : ''
}

const factRows = (exchange: ExchangeDetail) => {
  const rows = [
    exchange.runId && {
      name: 'Payment',
      value: (
        <Link href={`/history/${exchange.runId}`} className="text-accent underline underline-offset-3">
          Its page: prompt, callbacks, queries
        </Link>
      ),
    },
    exchange.amountCents !== null && {
      name: 'Amount',
      value: moneyText(exchange.amountCents, exchange.currency ?? ''),
    },
    exchange.msisdn && { name: 'Phone', value: <CopyText value={exchange.msisdn} label="Phone number" /> },
    exchange.reference && {
      name: 'Reference',
      value: <CopyText value={exchange.reference} max={48} label="Reference" />,
    },
    {
      name: 'Application',
      value:
        exchange.app && !exchange.isNobodys ? (
          <span className="font-mono">{exchange.app}</span>
        ) : (
          <span className="text-ink-muted">
            {exchange.isNobodys ? 'none that this sandbox knows' : 'not named'}
          </span>
        ),
    },
    {
      name: 'Client',
      value: (
        <span className="wrap-anywhere">
          {exchange.agent || <span className="text-ink-muted">no user agent</span>}{' '}
          <span className="text-ink-muted">
            from {exchange.address || 'an address that did not reach here'}
          </span>
        </span>
      ),
    },
    exchange.request.query !== '' && {
      name: 'Query',
      value: <CopyText value={exchange.request.query} max={80} label="Query" />,
    },
  ]
  return rows.filter((row): row is Exclude<typeof row, false | '' | null> => Boolean(row))
}
