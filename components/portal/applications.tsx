'use client'
import { Copy, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { anyText } from '@/components/address/address'
import { changeAddress, useAddress } from '@/components/address/use-address'
import { useAction } from '@/components/forms/use-action'
import { Late } from '@/components/sandbox/problem'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/portal/views'
import { OpenapiApplicationForm } from './application-form'
import { OpenapiApplicationKey } from './application-key'
import type { Choice, MarketChoice } from './choices'
import { HandIn } from './hand-in'
import { useApplications } from './queries'
import { ReviewPackage } from './review-package'
import { StateBadge } from './state'

/** The chosen application is in the address: a link opens what the sender saw. */
const names = { application: anyText }
const choose = (id: string) => changeAddress(names, { application: id }, 'push')

/** The applications of this workspace, and the chosen one in full. */
export function OpenapiApplications({
  applications,
  canChange,
  products,
  markets,
}: {
  applications: ApplicationView[]
  canChange: boolean
  products: Choice[]
  markets: MarketChoice[]
}) {
  const chosenId = useAddress(names).values.application
  const [leaving, setLeaving] = useState<string>()
  const change = useWorldChange()
  const say = useToast()
  const adding = useAction(
    (copied?: string) =>
      copied === undefined
        ? change('POST /sandbox/openapi/applications', { body: {} })
        : change('POST /sandbox/openapi/applications/{id}/copy', { path: { id: copied } }),
    {
      saysWhyIn: 'toast',
    },
  )
  const removing = useAction(
    (id: string) => change('DELETE /sandbox/openapi/applications/{id}', { path: { id } }),
    {
      saysWhyIn: 'toast',
    },
  )
  const isBusy = adding.isPending || removing.isPending
  const reading = useApplications(applications)
  if (!reading.data) return <Late reading={reading} what="The applications" />
  const chosen = reading.data.find(({ id }) => id === chosenId) ?? reading.data[0]
  const add = (copied: string | undefined, done: string) =>
    adding.run(copied, ({ application }) => {
      choose(application.id)
      say(done)
    })
  const remove = (id: string) => {
    setLeaving(undefined)
    removing.run(id, () => say('The application was deleted'))
  }

  return (
    <>
      <div className="overflow-x-auto">
        <Table aria-label="Applications">
          <thead>
            <tr>
              <Th>Application</Th>
              <Th className="max-sm:hidden">Version</Th>
              <Th className="max-sm:hidden">API key</Th>
              <Th className="max-sm:hidden">Organisation</Th>
              <Th>State</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {reading.data.map((application) => (
              <tr key={application.id}>
                <Td>
                  <button
                    type="button"
                    aria-pressed={application.id === chosen?.id}
                    className="text-left font-medium underline-offset-2 hover:underline aria-pressed:text-accent"
                    onClick={() => choose(application.id)}
                  >
                    {application.name}
                  </button>
                  <p className="text-ink-muted text-sm sm:hidden">
                    {application.version}, <span className="font-mono">{application.shownKey}</span>
                  </p>
                </Td>
                <Td className="max-sm:hidden">{application.version}</Td>
                <Td className="font-mono max-sm:hidden">{application.shownKey}</Td>
                <Td className="max-sm:hidden">
                  {application.organisation?.name ?? <span className="text-ink-muted">none yet</span>}
                </Td>
                <Td>
                  <StateBadge state={application.state} />
                </Td>
                <Td>
                  {canChange && (
                    <span className="flex justify-end gap-1">
                      <Button
                        size="icon-sm"
                        variant="ghost"
                        disabled={isBusy}
                        aria-label={`Copy ${application.name}`}
                        onClick={() => add(application.id, 'Copied as a draft')}
                      >
                        <Copy aria-hidden />
                      </Button>
                      <Button
                        size="icon-sm"
                        variant="ghost"
                        disabled={isBusy || !application.may.edit || reading.data.length === 1}
                        aria-label={`Delete ${application.name}`}
                        onClick={() => setLeaving(application.id)}
                      >
                        <Trash2 aria-hidden />
                      </Button>
                    </span>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {leaving && (
        <Notice tone="warn" title="Delete this application?" className="mt-3 max-w-2xl">
          <p>Its API key and its sessions end at once.</p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" variant="danger" onClick={() => remove(leaving)}>
              Delete
            </Button>
            <Button size="sm" onClick={() => setLeaving(undefined)}>
              Keep it
            </Button>
          </div>
        </Notice>
      )}
      {canChange && (
        <Button className="mt-3" disabled={isBusy} onClick={() => add(undefined, 'A new application')}>
          <Plus aria-hidden /> New application
        </Button>
      )}
      {chosen && (
        <>
          <HandIn key={`review ${chosen.id}`} application={chosen} canChange={canChange} />
          <OpenapiApplicationKey
            key={`key ${chosen.id}`}
            application={chosen}
            canChange={canChange && chosen.may.holdKey}
          />
          <OpenapiApplicationForm
            key={`${chosen.id} ${chosen.state} ${chosen.may.edit}`}
            application={chosen}
            canChange={canChange && chosen.may.edit}
            products={products}
            markets={markets}
          />
          <ReviewPackage id={chosen.id} />
        </>
      )}
    </>
  )
}
