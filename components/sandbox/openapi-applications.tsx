'use client'
import { useQuery } from '@tanstack/react-query'
import { Copy, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { fetchJson, isProblem } from '@/components/live/fetch-json'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/sandbox-views'
import { OpenapiApplicationForm } from './openapi-application-form'
import { OpenapiApplicationKey } from './openapi-application-key'
import { OpenapiReview } from './openapi-review'
import { Late } from './problem'
import { useWorldChange } from './queries'

const looks: Record<ApplicationView['state'], { tone: BadgeTone; label: string }> = {
  draft: { tone: 'neutral', label: 'Draft' },
  'in-review': { tone: 'pending', label: 'In review' },
  accepted: { tone: 'good', label: 'Accepted' },
  rejected: { tone: 'refused', label: 'Rejected' },
}

export type Choice = { name: string; title: string }
export type MarketChoice = { id: string; name: string; currency: string }

/** The applications of this workspace, and the chosen one in full. */
export function OpenapiApplications({
  canChange,
  isOwner,
  products,
  markets,
}: {
  canChange: boolean
  isOwner: boolean
  products: Choice[]
  markets: MarketChoice[]
}) {
  const [chosenId, setChosenId] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [leaving, setLeaving] = useState<string>()
  const change = useWorldChange()
  const say = useToast()
  const reading = useQuery({
    queryKey: ['sandbox', 'openapi', 'applications'],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ applications: ApplicationView[] }>('/api/v1/sandbox/openapi/applications', {
          signal,
        })
      ).applications,
  })
  if (!reading.data) return <Late reading={reading} what="The applications" />
  const chosen = reading.data.find(({ id }) => id === chosenId) ?? reading.data[0]

  const run = async (work: () => Promise<string>) => {
    setBusy(true)
    try {
      say(await work())
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      say(thrown.message, 'bad')
    } finally {
      setBusy(false)
    }
  }
  const add = (path: string, done: string) =>
    run(async () => {
      const made = await change<{ application: ApplicationView }>('POST', path, {})
      setChosenId(made.application.id)
      return done
    })
  const remove = (id: string) =>
    run(async () => {
      setLeaving(undefined)
      await change('DELETE', `openapi/applications/${id}`)
      return 'The application was deleted'
    })

  return (
    <>
      <div className="overflow-x-auto">
        <Table>
          <thead>
            <tr>
              <Th>Application</Th>
              <Th>Version</Th>
              <Th>API key</Th>
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
                    onClick={() => setChosenId(application.id)}
                  >
                    {application.name}
                  </button>
                </Td>
                <Td>{application.version}</Td>
                <Td className="font-mono">{application.shownKey}</Td>
                <Td>
                  <Badge tone={looks[application.state].tone}>{looks[application.state].label}</Badge>
                </Td>
                <Td>
                  {canChange && (
                    <span className="flex justify-end gap-1">
                      <Button
                        size="icon-sm"
                        variant="ghost"
                        disabled={busy}
                        aria-label={`Copy ${application.name}`}
                        onClick={() =>
                          void add(`openapi/applications/${application.id}/copy`, 'Copied as a draft')
                        }
                      >
                        <Copy aria-hidden />
                      </Button>
                      <Button
                        size="icon-sm"
                        variant="ghost"
                        disabled={busy || application.isLocked || reading.data.length === 1}
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
            <Button size="sm" variant="danger" onClick={() => void remove(leaving)}>
              Delete
            </Button>
            <Button size="sm" onClick={() => setLeaving(undefined)}>
              Keep it
            </Button>
          </div>
        </Notice>
      )}
      {canChange && (
        <Button
          className="mt-3"
          disabled={busy}
          onClick={() => void add('openapi/applications', 'A new application')}
        >
          <Plus aria-hidden /> New application
        </Button>
      )}
      {chosen && (
        <>
          <OpenapiReview application={chosen} canChange={canChange} isOwner={isOwner} />
          <OpenapiApplicationKey key={`key ${chosen.id}`} application={chosen} canChange={canChange} />
          <OpenapiApplicationForm
            key={`${chosen.id} ${chosen.state}`}
            application={chosen}
            canChange={canChange && !chosen.isLocked}
            products={products}
            markets={markets}
          />
        </>
      )}
    </>
  )
}
