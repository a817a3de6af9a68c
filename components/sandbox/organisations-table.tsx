'use client'
import { useState } from 'react'
import { Money } from '@/components/payments/money'
import { Switch } from '@/components/ui/choice'
import { CopyText } from '@/components/ui/copy'
import { Table, Td, Th } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import { isProblem } from '@/lib/api/client'
import type { OrganisationView, RegistrationView } from '@/lib/workspace/world/views'
import { MarketFilter, useMarket } from './market-filter'
import { Late } from './problem'
import { useOrganisations, useRegistrations, useWorldChange } from './queries'

const kindWords: Record<OrganisationView['kind'], string> = {
  paybill: 'Paybill',
  till: 'Till',
  b2c: 'B2C shortcode',
  tax: 'Tax authority',
}

/** Every organisation with its accounts, its registered URLs, and the switch for external validation. */
export function OrganisationsTable({ canChange }: { canChange: boolean }) {
  const organisations = useOrganisations()
  const registrations = useRegistrations()
  const { market, present, shown } = useMarket(organisations.data)
  if (!organisations.data) return <Late reading={organisations} what="The organisations" />
  const registeredFor = (shortcode: string) =>
    (registrations.data ?? []).filter((each) => each.shortcode === shortcode)
  return (
    <>
      {registrations.isError && <Late reading={registrations} what="The registered URLs" />}
      <p className="pb-2 text-ink-muted text-sm">
        Where validation is on, your validation URL is asked before a customer’s payment and may decline it.
      </p>
      <MarketFilter market={market} present={present} />
      <Table>
        <thead>
          <tr>
            <Th>Shortcode</Th>
            <Th className="max-sm:hidden">Name</Th>
            <Th>Accounts</Th>
            <Th>Validation</Th>
            <Th className="max-sm:hidden">Registered URLs</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((organisation) => (
            <tr key={`${organisation.market} ${organisation.shortcode}`}>
              <Td>
                <CopyText value={organisation.shortcode} label="Shortcode" />
                {organisation.store && <p className="text-ink-muted text-sm">store {organisation.store}</p>}
              </Td>
              <Td className="max-sm:hidden">
                <p className="whitespace-nowrap">{organisation.name}</p>
                <p className="text-ink-muted text-sm">{kindWords[organisation.kind]}</p>
              </Td>
              <Td>
                <dl className="grid grid-cols-[5.5rem_9.5rem] gap-x-3 text-sm">
                  {organisation.accounts.map((account) => (
                    <div key={account.kind} className="contents">
                      <dt className="text-ink-muted">{account.kind}</dt>
                      <dd className="text-right">
                        <Money cents={account.balanceCents} currency={organisation.currency} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </Td>
              <Td>
                {organisation.canValidate ? (
                  <ValidationSwitch organisation={organisation} canChange={canChange} />
                ) : (
                  <span className="text-ink-muted text-sm">not in this market</span>
                )}
              </Td>
              <Td className="max-sm:hidden">
                {organisation.canValidate && (
                  <Registered registrations={registeredFor(organisation.shortcode)} />
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function ValidationSwitch({
  organisation,
  canChange,
}: {
  organisation: OrganisationView
  canChange: boolean
}) {
  const change = useWorldChange()
  const say = useToast()
  const [wanted, setWanted] = useState<boolean>()
  const on = wanted ?? organisation.validation
  const turn = async (validation: boolean) => {
    setWanted(validation)
    try {
      await change('PATCH /sandbox/organisations/{shortcode}', {
        path: { shortcode: organisation.shortcode },
        body: { validation },
      })
      say(`Validation for ${organisation.shortcode} is ${validation ? 'on' : 'off'}`)
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      say(thrown.message, 'bad')
      setWanted(undefined)
    }
  }
  return (
    <span className="flex items-center gap-2">
      <Switch
        checked={on}
        disabled={!canChange}
        onCheckedChange={(next) => void turn(next)}
        aria-label={`External validation of ${organisation.shortcode}`}
      />
      <span className="text-ink-muted text-sm">{on ? 'on' : 'off'}</span>
    </span>
  )
}

function Registered({ registrations }: { registrations: RegistrationView[] }) {
  if (registrations.length === 0)
    return <span className="text-ink-muted text-sm">none: payments complete</span>
  return (
    <>
      {registrations.map((each) => (
        <dl key={each.confirmationUrl} className="grid grid-cols-[max-content_1fr] gap-x-3 text-sm">
          {each.validationUrl && (
            <>
              <dt className="text-ink-muted">Validation</dt>
              <dd>
                <CopyText value={each.validationUrl} max={40} label="Validation URL" />
              </dd>
            </>
          )}
          <dt className="text-ink-muted">Confirmation</dt>
          <dd>
            <CopyText value={each.confirmationUrl} max={40} label="Confirmation URL" />
          </dd>
          <dt className="text-ink-muted">On silence</dt>
          <dd>
            {each.responseType} <span className="text-ink-muted">({each.version})</span>
          </dd>
        </dl>
      ))}
    </>
  )
}
