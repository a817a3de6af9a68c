'use client'
import { useAddress } from '@/components/address/use-address'
import { Money } from '@/components/payments/money'
import { Handset } from '@/components/phone/handset'
import { useNow } from '@/components/phone/prompts'
import { SmsList, useStatement } from '@/components/phone/sms-list'
import { Badge } from '@/components/ui/badge'
import { Facts, Section } from '@/components/ui/layout'
import { CustomerPays } from './customer-pays'
import { marketNames } from './market-filter'
import { Late } from './problem'
import { usePhones } from './queries'
import { TransactionTable } from './transaction-table'

/** One phone: whose it is, its messages, its money, and paying from it. */
export function PhonePage({ msisdn, canChange }: { msisdn: string; canChange: boolean }) {
  const phones = usePhones()
  const statement = useStatement(msisdn)
  const now = useNow()
  const market = useAddress(marketNames).values.market
  const lines = phones.data?.filter((each) => each.msisdn === msisdn)
  // The published test number is a phone of every country that knows it.
  const phone = lines?.find((each) => each.market === market) ?? lines?.[0]
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[18rem_1fr]">
      <Handset operator={phone?.operator ?? ''} now={now} className="max-w-72 self-start">
        <SmsList msisdn={msisdn} className="h-96" />
      </Handset>
      <div className="min-w-0">
        <Section title="The phone">
          {phone ? (
            <Facts
              rows={[
                { name: 'Name', value: phone.name },
                { name: 'Balance', value: <Money cents={phone.balanceCents} currency={phone.currency} /> },
                { name: 'When asked to pay', value: <Badge>{phone.doing}</Badge> },
                { name: 'PIN', value: <code>{phone.pin}</code> },
              ]}
            />
          ) : phones.data ? (
            <p className="text-ink-muted">
              This number is not among the phones of the world yet. It becomes one when it is first asked to
              pay.
            </p>
          ) : (
            <Late reading={phones} what="The phone" />
          )}
        </Section>
        <Section title="Statement">
          {statement.data ? (
            <TransactionTable transactions={statement.data} party={msisdn} />
          ) : (
            <Late reading={statement} what="The statement" />
          )}
        </Section>
        {canChange && phone?.canPay !== false && (
          <Section title="Pay from this phone" className="max-w-lg">
            <CustomerPays msisdn={msisdn} />
          </Section>
        )}
      </div>
    </div>
  )
}
