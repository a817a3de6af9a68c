'use client'
import Link from 'next/link'
import { Late } from '@/components/sandbox/problem'
import { Badge } from '@/components/ui/badge'
import { Table, Td, Th } from '@/components/ui/table'
import type { PortalOrganisationView } from '@/lib/workspace/portal/views'
import type { MarketChoice } from './choices'
import { NewOrganisation } from './new-organisation'
import { useOrganisationsOfPortal } from './queries'

/** Organisations of this workspace's portal, and where the reader stands in each. */
export function OrganisationList({
  organisations,
  markets,
  canChange,
}: {
  organisations: PortalOrganisationView[]
  markets: MarketChoice[]
  canChange: boolean
}) {
  const reading = useOrganisationsOfPortal(organisations)
  if (!reading.data) return <Late reading={reading} what="The organisations" />
  const marketName = (id: string) => markets.find((market) => market.id === id)?.name ?? id
  return (
    <>
      <Table aria-label="Organisations">
        <thead>
          <tr>
            <Th>Organisation</Th>
            <Th className="max-sm:hidden">Code</Th>
            <Th className="max-sm:hidden">Market</Th>
            <Th className="max-sm:hidden">People</Th>
            <Th>For review</Th>
            <Th className="pr-0">You</Th>
          </tr>
        </thead>
        <tbody>
          {reading.data.map((one) => {
            const waiting = one.applications.filter(({ state }) => state === 'in-review').length
            return (
              <tr key={one.id}>
                <Td>
                  <Link
                    href={`/sandbox/openapi/organisations/${one.id}`}
                    className="font-medium text-accent underline-offset-3 hover:underline"
                  >
                    {one.name}
                  </Link>
                  <p className="text-ink-muted text-sm sm:hidden">
                    <span className="font-mono">{one.shortcode}</span>, {marketName(one.market)}
                  </p>
                </Td>
                <Td className="font-mono max-sm:hidden">{one.shortcode}</Td>
                <Td className="max-sm:hidden">{marketName(one.market)}</Td>
                <Td className="tabular-nums max-sm:hidden">{one.people.length}</Td>
                <Td>
                  {waiting > 0 ? (
                    <Badge tone="pending">{waiting} waiting</Badge>
                  ) : (
                    <span className="text-ink-muted">none</span>
                  )}
                </Td>
                <Td className="pr-0">{standsAs(one)}</Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {canChange && <NewOrganisation markets={markets} />}
    </>
  )
}

const standsAs = ({ you }: PortalOrganisationView) => {
  if (you.isAlone) return 'both sides'
  if (you.side === null) return <span className="text-ink-muted">no side</span>
  return you.side === 'organisation' ? 'decide' : 'develop'
}
