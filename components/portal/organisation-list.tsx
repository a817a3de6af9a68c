'use client'
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { Late } from '@/components/sandbox/problem'
import { useWorldChange } from '@/components/sandbox/queries'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import type { PortalOrganisationView } from '@/lib/workspace/world/views'
import type { MarketChoice } from './choices'
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

function NewOrganisation({ markets }: { markets: MarketChoice[] }) {
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState({ name: '', shortcode: '', market: markets[0]?.id ?? '' })
  const [errors, setErrors] = useState<Record<string, string[]>>({})
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const router = useRouter()
  const set = (part: Partial<typeof draft>) => setDraft((current) => ({ ...current, ...part }))
  const create = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    setMessage('')
    try {
      const { organisation } = await change<{ organisation: PortalOrganisationView }>(
        'POST',
        'openapi/organisations',
        draft,
      )
      setOpen(false)
      router.push(`/sandbox/openapi/organisations/${organisation.id}`)
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setErrors(thrown.fields)
      if (Object.keys(thrown.fields).length === 0) setMessage(thrown.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button className="mt-3">
          <Plus aria-hidden /> New organisation
        </Button>
      </DialogTrigger>
      <DialogContent
        title="New organisation"
        description="You stand on its side: you invite its developers and decide on what they send."
      >
        <form onSubmit={create} noValidate className="contents">
          <DialogBody className="flex flex-col gap-4">
            <Field label="Name" errors={errors.name}>
              {(slots) => (
                <Input
                  {...slots}
                  value={draft.name}
                  autoComplete="off"
                  placeholder="Duka la Mama"
                  onChange={(event) => set({ name: event.target.value })}
                />
              )}
            </Field>
            <Field
              label="Service provider code"
              errors={errors.shortcode}
              hint="4 to 12 letters or digits. In the sandbox it takes payments at once."
            >
              {(slots) => (
                <Input
                  {...slots}
                  value={draft.shortcode}
                  autoComplete="off"
                  spellCheck={false}
                  className="font-mono"
                  placeholder="654321"
                  onChange={(event) => set({ shortcode: event.target.value })}
                />
              )}
            </Field>
            <Field label="Market" errors={errors.market}>
              {(slots) => (
                <Select
                  {...slots}
                  value={draft.market}
                  onChange={(event) => set({ market: event.target.value })}
                >
                  {markets.map(({ id, name, currency }) => (
                    <option key={id} value={id}>
                      {name} ({currency})
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <div aria-live="polite" className="contents">
              {message && <Notice tone="bad" title={message} />}
            </div>
          </DialogBody>
          <DialogFooter>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant="primary" disabled={busy}>
              Create organisation
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
