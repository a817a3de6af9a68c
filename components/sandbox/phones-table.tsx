'use client'
import Link from 'next/link'
import { Money } from '@/components/payments/money'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Table, Td, Th } from '@/components/ui/table'
import { cn } from '@/lib/classes'
import type { PhoneView } from '@/lib/workspace/world/views'
import { MarketFilter, useMarket } from './market-filter'
import { Late } from './problem'
import { usePhones } from './queries'

const behaviourTones = { person: 'pending', pays: 'good', ends: 'neutral' } as const

/** Every phone of the world with its money and what it does when it is asked to pay: the table of test numbers. */
export function PhonesTable() {
  const phones = usePhones()
  const { market, present, shown } = useMarket(phones.data)
  if (!phones.data) return <Late reading={phones} what="The phones" />
  return (
    <>
      <MarketFilter market={market} present={present} />
      <Table>
        <thead>
          <tr>
            <Th>Number</Th>
            <Th className="max-sm:hidden">Name</Th>
            <Th className="text-right">Balance</Th>
            <Th className="max-sm:hidden">When asked to pay</Th>
            <Th>
              <span className="sr-only">Statement</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((phone) => (
            <tr key={`${phone.market} ${phone.msisdn}`}>
              <Td>
                <CopyText value={phone.msisdn} label="Phone number" />
                <span className="block sm:hidden">{phone.name}</span>
                <Doing phone={phone} className="sm:hidden" />
              </Td>
              <Td className="whitespace-nowrap max-sm:hidden">{phone.name}</Td>
              <Td className="text-right">
                <Money cents={phone.balanceCents} currency={phone.currency} />
              </Td>
              <Td className="min-w-44 max-sm:hidden">
                <Doing phone={phone} />
              </Td>
              <Td className="text-right">
                <Link
                  href={`/sandbox/phones/${phone.msisdn}?market=${phone.market}`}
                  className="text-accent underline-offset-3 hover:underline"
                >
                  Statement<span className="sr-only"> of {phone.msisdn}</span>
                </Link>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function Doing({ phone, className }: { phone: PhoneView; className?: string }) {
  return (
    <Badge tone={behaviourTones[phone.behaviour.kind]} className={cn('whitespace-normal', className)}>
      {phone.doing}
    </Badge>
  )
}
