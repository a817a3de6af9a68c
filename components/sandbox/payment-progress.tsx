'use client'
import { useState } from 'react'
import { CallbackRow } from '@/components/inbox/callback-row'
import { useLive } from '@/components/live/live-provider'
import { moneyText } from '@/components/payments/money'
import { useStatement } from '@/components/phone/sms-list'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Notice } from '@/components/ui/layout'
import type { CallbackSummary } from '@/lib/workspace/views'
import { useRegistrations } from './queries'
import { stateLooks } from './transaction-table'

export type PaymentAnswer =
  | { kind: 'started'; transactionId: string; sentence: string }
  | { kind: 'refused'; code: string; sentence: string }

/** What became of a payment, and the callbacks that it made. */
export function PaymentProgress({
  answer,
  payment,
  at,
}: {
  answer: PaymentAnswer
  payment: { msisdn: string; shortcode: string; amount: string }
  /** When it was begun. */
  at: number
}) {
  // Read again whenever the live feed says that the world has moved.
  const statement = useStatement(payment.msisdn)
  const registrations = useRegistrations()
  const [callbacks, setCallbacks] = useState<CallbackSummary[]>([])
  const transaction =
    answer.kind === 'started' ? statement.data?.find((each) => each.id === answer.transactionId) : undefined

  useLive('callback', (callback) => {
    if (callback.joins !== 'receipt' || callback.receivedAt < at) return
    if (callback.amountCents !== Math.round(Number(payment.amount) * 100)) return
    setCallbacks((before) => [...before.filter((each) => each.id !== callback.id), callback])
  })

  if (answer.kind === 'refused') {
    return (
      <Notice tone="bad" role="status" title="The phone refuses">
        {answer.sentence} <CopyText value={answer.code} label="Code" />
      </Notice>
    )
  }
  const registered = registrations.data?.filter((each) => each.shortcode === payment.shortcode) ?? []
  return (
    <section aria-label="Progress of the payment" className="flex flex-col gap-2 border-t pt-3">
      <p role="status" className="flex flex-wrap items-center gap-2">
        <Badge tone={stateLooks[transaction?.state ?? 'pending'].tone}>
          {stateLooks[transaction?.state ?? 'pending'].words}
        </Badge>
        <span>{answer.sentence}</span>
        {transaction?.receipt && <CopyText value={transaction.receipt} label="Receipt" />}
        {transaction && transaction.state === 'completed' && (
          <span>{moneyText(transaction.amountCents, transaction.currency)} arrived.</span>
        )}
        {transaction?.code && transaction.state !== 'completed' && (
          <span className="text-ink-muted">code {transaction.code}</span>
        )}
      </p>
      {callbacks.length > 0 ? (
        <ul aria-label="Callbacks of this payment" className="border-t">
          {callbacks.map((callback) => (
            <li key={callback.id}>
              <CallbackRow callback={callback} href={`/inbox/${callback.id}`} narrow fresh />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted text-sm">
          {registered.length === 0
            ? `${payment.shortcode} has no registered URLs, so nobody is told: register them with C2B register URL.`
            : `Callbacks go to ${registered.map((each) => each.confirmationUrl).join(', ')}.`}
        </p>
      )}
    </section>
  )
}
