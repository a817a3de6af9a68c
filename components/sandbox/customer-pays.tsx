'use client'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { fetched } from '@/components/ui/fetched'
import { Input } from '@/components/ui/input'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import type { PaymentAnswer } from './payment-progress'
import { useOrganisations, usePhones, useWorldChange } from './queries'

const load = () => import('./payment-progress')
const PaymentProgress = fetched(() => load().then((module) => module.PaymentProgress))

/** What a customer does in the phone's own menu: choose a paybill or till, an account, an amount, type the PIN. */
export function CustomerPays({ msisdn = '254700000000' }: { msisdn?: string }) {
  const change = useWorldChange()
  useFetchWhenIdle(load)
  const phones = usePhones()
  const organisations = useOrganisations()
  const isTill = (shortcode: string) =>
    organisations.data?.find((each) => each.shortcode === shortcode)?.kind === 'till'
  const [started, setStarted] = useState<{ answer: PaymentAnswer; payment: typeof begins; at: number }>()
  const begins = { msisdn, shortcode: '600000', reference: 'INV-1', amount: '250', pin: '1234' }
  const form = useForm({
    values: begins,
    schema: async () => (await import('@/lib/workspace/world/input')).phonePayment,
    check: ({ shortcode, reference, pin }) => ({
      reference:
        !isTill(shortcode) && reference.trim() === '' ? ['Type the account number that is paid.'] : undefined,
      pin: /^\d{4}$/.test(pin) ? undefined : ['A PIN has four digits.'],
    }),
    input: (typed) => ({
      ...typed,
      reference: isTill(typed.shortcode) ? '' : typed.reference,
      amount: Number(typed.amount),
    }),
    submit: async (payment) => {
      const at = Date.now()
      // It hears the callbacks of the payment, so it has to be here before they are.
      await load().catch(() => undefined)
      const result = await change('POST /sandbox/payments', { body: payment })
      return result.ok ? { ok: true as const, data: { answer: result.data, at } } : result
    },
    onDone: (done, { getValues }) => setStarted({ ...done, payment: getValues() }),
  })
  const shortcode = form.watch('shortcode')
  const payee = organisations.data?.find((each) => each.shortcode === shortcode)

  return (
    <div className="flex flex-col gap-3">
      <form
        {...form.props}
        className="grid grid-cols-[repeat(auto-fit,minmax(min(208px,100%),1fr))] gap-3"
        aria-label="Customer pays"
      >
        <FormField form={form} name="msisdn" label="From the phone" className="col-span-full">
          {(slots) => (
            <>
              <Input {...slots} list="sandbox-phones" inputMode="tel" />
              <datalist id="sandbox-phones">
                {phones.data?.map((phone) => (
                  <option key={`${phone.market} ${phone.msisdn}`} value={phone.msisdn}>
                    {phone.name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </FormField>
        <FormField
          form={form}
          name="shortcode"
          label="To the paybill or till"
          hint={payee ? payee.name : organisations.data && 'No organisation of this world has this number.'}
        >
          {(slots) => (
            <>
              <Input {...slots} list="sandbox-organisations" inputMode="numeric" />
              <datalist id="sandbox-organisations">
                {organisations.data?.map((each) => (
                  <option key={each.shortcode} value={each.shortcode}>
                    {each.name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </FormField>
        <FormField
          form={form}
          name="reference"
          label="Account number"
          hint={isTill(shortcode) ? 'A till takes no account number.' : undefined}
        >
          {(slots) =>
            isTill(shortcode) ? (
              <Input
                key="till"
                id={slots.id}
                aria-describedby={slots['aria-describedby']}
                value=""
                disabled
                readOnly
              />
            ) : (
              <Input key="paybill" {...slots} />
            )
          }
        </FormField>
        <FormField form={form} name="amount" label="Amount">
          {(slots) => <Input {...slots} inputMode="decimal" type="number" min="1" step="any" />}
        </FormField>
        <FormField form={form} name="pin" label="PIN" hint="A new phone's PIN is 1234.">
          {(slots) => <Input {...slots} inputMode="numeric" maxLength={4} autoComplete="off" />}
        </FormField>
        <div className="col-span-full flex flex-col items-start gap-3">
          <FormMessage form={form} />
          <Button type="submit" variant="primary" disabled={form.isPending}>
            {form.isPending ? 'Paying…' : 'Pay from this phone'}
          </Button>
        </div>
      </form>
      {started && <PaymentProgress key={started.at} {...started} />}
    </div>
  )
}
