'use client'
import { type FormEvent, useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { Late } from '@/components/sandbox/problem'
import { useWorldChange } from '@/components/sandbox/queries'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { ShownOnce } from '@/components/settings/shown-once'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Notice, Section } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { PortalInvitationView, PortalOrganisationView } from '@/lib/workspace/world/views'
import { resultOf, useInvitationsOf } from './queries'
import { InvitationBadge } from './state'

type Made = { url: string; invitation: PortalInvitationView }

const sides = { developer: 'Developer', organisation: 'Organisation' } as const

export function OrganisationInvitations({ organisation }: { organisation: PortalOrganisationView }) {
  const [made, setMade] = useState<Made>()
  return (
    <Section
      title="Invitations"
      description={`A one-time link onto a side of ${organisation.name}. Send it by any chat or mail.`}
    >
      <InviteForm organisation={organisation} onMade={setMade} />
      <div aria-live="polite" className="contents">
        {made && (
          <div className="mt-3 max-w-3xl">
            <ShownOnce title="Send this link to one person" value={made.url} label="Copy link">
              It is shown only now, works once, and until <Time at={made.invitation.expiresAt} show="date" />.{' '}
              {made.invitation.admitsStrangers
                ? 'Who has no account here gets one as a member.'
                : 'It works for people who have an account here: only owners let new people in.'}
            </ShownOnce>
          </div>
        )}
      </div>
      <InvitationTable organisation={organisation} />
    </Section>
  )
}

function InviteForm({
  organisation,
  onMade,
}: {
  organisation: PortalOrganisationView
  onMade: (made: Made) => void
}) {
  const [label, setLabel] = useState('')
  const [side, setSide] = useState<keyof typeof sides>('developer')
  const [errors, setErrors] = useState<Record<string, string[]>>({})
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const invite = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    setMessage('')
    try {
      onMade(
        await change<Made>('POST', `openapi/organisations/${organisation.id}/invitations`, { label, side }),
      )
      setLabel('')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setErrors(thrown.fields)
      if (Object.keys(thrown.fields).length === 0) setMessage(thrown.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={invite} noValidate className="flex flex-wrap items-start gap-3">
      <Field label="For" optional errors={errors.label} className="min-w-48 flex-1 sm:max-w-72">
        {(slots) => (
          <Input
            {...slots}
            value={label}
            placeholder="Achieng, developer"
            autoComplete="off"
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <Field label="Side" errors={errors.side} className="w-64 max-w-full">
        {(slots) => (
          <Select
            {...slots}
            value={side}
            onChange={(event) => setSide(event.target.value as keyof typeof sides)}
          >
            <option value="developer">Developer: sends for review</option>
            <option value="organisation">Organisation: decides</option>
          </Select>
        )}
      </Field>
      <Button type="submit" variant="primary" className="sm:mt-[23px]" disabled={busy}>
        Make invitation link
      </Button>
      {message && <Notice tone="bad" title={message} role="alert" className="w-full" />}
    </form>
  )
}

function InvitationTable({ organisation }: { organisation: PortalOrganisationView }) {
  const reading = useInvitationsOf(organisation.id)
  const change = useWorldChange()
  if (!reading.data) return <Late reading={reading} what="The invitations" />
  if (reading.data.length === 0) return null
  return (
    <Table aria-label="Invitations" className="mt-4">
      <thead>
        <tr>
          <Th>For</Th>
          <Th>Side</Th>
          <Th>State</Th>
          <Th className="max-sm:hidden">Invited by</Th>
          <Th className="max-sm:hidden">Valid until</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {reading.data.map((invitation) => (
          <tr key={invitation.id}>
            <Td className="font-medium">
              {invitation.label || 'anyone with the link'}
              {invitation.usedBy && (
                <p className="font-normal text-ink-muted text-sm">used by {invitation.usedBy}</p>
              )}
            </Td>
            <Td>{sides[invitation.side]}</Td>
            <Td>
              <InvitationBadge state={invitation.state} />
            </Td>
            <Td className="max-sm:hidden">{invitation.invitedBy ?? 'someone who left'}</Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              <Time at={invitation.expiresAt} show="date" />
            </Td>
            <Td className="pr-0 text-right">
              {invitation.state === 'open' && (
                <ConfirmButton
                  label="Revoke"
                  accessibleLabel={`Revoke the invitation for ${invitation.label || 'anyone with the link'}`}
                  title="Revoke this invitation?"
                  act={() =>
                    resultOf(
                      change(
                        'DELETE',
                        `openapi/organisations/${organisation.id}/invitations/${invitation.id}`,
                      ),
                    )
                  }
                  done="Invitation revoked"
                >
                  <p>Its link stops working at once.</p>
                </ConfirmButton>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
