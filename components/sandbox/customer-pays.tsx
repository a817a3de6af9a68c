'use client'
import { type FormEvent, useState } from 'react'
import { CallbackRow } from '@/components/inbox/callback-row'
import { isProblem } from '@/components/live/fetch-json'
import { useLive } from '@/components/live/live-provider'
import { moneyText } from '@/components/payments/money'
import { useStatement } from '@/components/phone/sms-list'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import type { CallbackSummary } from '@/lib/workspace/views'
import { useOrganisations, usePhones, useRegistrations, useWorldChange } from './queries'
import { stateLooks } from './transaction-table'

type Answer =
  | { kind: 'started'; transactionId: string; sentence: string }
  | { kind: 'refused'; code: string; sentence: string }

type Payment = { msisdn: string; shortcode: string; reference: string; amount: string; pin: string }

/** What a customer does in the phone's own menu: choose a paybill or till, an account, an amount, type the PIN. */
export function CustomerPays({ msisdn = '254700000000' }: { msisdn?: string }) {
  const change = useWorldChange()
  const phones = usePhones()
  const organisations = useOrganisations()
  const [payment, setPayment] = useState<Payment>({
    msisdn,
    shortcode: '600000',
    reference: 'INV-1',
    amount: '250',
    pin: '1234',
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [wrong, setWrong] = useState<Record<string, string[]>>({})
  const [started, setStarted] = useState<{ answer: Answer; payment: Payment; at: number }>()
  const payee = organisations.data?.find((each) => each.shortcode === payment.shortcode)
  const isTill = payee?.kind === 'till'

  const pay = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem('')
    setWrong({})
    const at = Date.now()
    try {
      const answer = await change<Answer>('POST', 'payments', {
        ...payment,
        reference: isTill ? '' : payment.reference,
        amount: Number(payment.amount),
      })
      setStarted({ answer, payment, at })
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setProblem(thrown.message)
      setWrong(thrown.fields)
    } finally {
      setBusy(false)
    }
  }
  const set = (name: keyof Payment) => (event: { target: { value: string } }) =>
    setPayment((before) => ({ ...before, [name]: event.target.value }))

  return (
    <div className="flex flex-col gap-3">
      <form onSubmit={pay} className="grid grid-cols-2 gap-3" aria-label="Customer pays">
        <Field label="From the phone" errors={wrong.msisdn} className="col-span-2">
          {(slots) => (
            <>
              <Input
                {...slots}
                list="sandbox-phones"
                inputMode="tel"
                required
                value={payment.msisdn}
                onChange={set('msisdn')}
              />
              <datalist id="sandbox-phones">
                {phones.data?.map((phone) => (
                  <option key={phone.msisdn} value={phone.msisdn}>
                    {phone.name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field
          label="To the paybill or till"
          hint={payee ? payee.name : organisations.data && 'No organisation of this world has this number.'}
          errors={wrong.shortcode}
        >
          {(slots) => (
            <>
              <Input
                {...slots}
                list="sandbox-organisations"
                inputMode="numeric"
                required
                value={payment.shortcode}
                onChange={set('shortcode')}
              />
              <datalist id="sandbox-organisations">
                {organisations.data?.map((each) => (
                  <option key={each.shortcode} value={each.shortcode}>
                    {each.name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field
          label="Account number"
          hint={isTill ? 'A till takes no account number.' : undefined}
          errors={wrong.reference}
        >
          {(slots) => (
            <Input
              {...slots}
              value={isTill ? '' : payment.reference}
              disabled={isTill}
              required={!isTill}
              onChange={set('reference')}
            />
          )}
        </Field>
        <Field label="Amount" errors={wrong.amount}>
          {(slots) => (
            <Input
              {...slots}
              inputMode="decimal"
              type="number"
              min="1"
              step="any"
              required
              value={payment.amount}
              onChange={set('amount')}
            />
          )}
        </Field>
        <Field label="PIN" hint="A new phone's PIN is 1234." errors={wrong.pin}>
          {(slots) => (
            <Input
              {...slots}
              inputMode="numeric"
              pattern="\d{4}"
              maxLength={4}
              autoComplete="off"
              required
              value={payment.pin}
              onChange={set('pin')}
            />
          )}
        </Field>
        <div className="col-span-2 flex items-center gap-3">
          <Button type="submit" variant="primary" disabled={busy}>
            {busy ? 'Paying…' : 'Pay from this phone'}
          </Button>
          <p role="alert" className="text-failed text-sm empty:hidden">
            {problem}
          </p>
        </div>
      </form>
      {started && <PaymentProgress key={started.at} {...started} />}
    </div>
  )
}

function PaymentProgress({ answer, payment, at }: { answer: Answer; payment: Payment; at: number }) {
  // Read again whenever the live feed says that the world has moved.
  const statement = useStatement(payment.msisdn)
  const registrations = useRegistrations()
  const [callbacks, setCallbacks] = useState<CallbackSummary[]>([])
  const transaction =
    answer.kind === 'started' ? statement.data?.find((each) => each.id === answer.transactionId) : undefined

  useLive('callback', (callback) => {
    if (!callback.kind.startsWith('c2b-') || callback.receivedAt < at) return
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
