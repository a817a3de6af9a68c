'use client'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Late } from '@/components/sandbox/problem'
import { useWorldChange } from '@/components/sandbox/queries'
import { InvitationLink, InvitationTable } from '@/components/settings/invitation-table'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import type { PortalInvitationView, PortalOrganisationView, PortalSide } from '@/lib/workspace/portal/views'
import { useInvitationsOf } from './queries'

type Made = { url: string; invitation: PortalInvitationView }

const sides: Record<PortalSide, string> = { developer: 'Developer', organisation: 'Organisation' }

export function OrganisationInvitations({ organisation }: { organisation: PortalOrganisationView }) {
  return (
    <Section
      title="Invitations"
      description={`A one-time link onto a side of ${organisation.name}. Send it by any chat or mail.`}
    >
      <InviteForm organisation={organisation} />
      <Invitations organisation={organisation} />
    </Section>
  )
}

function InviteForm({ organisation }: { organisation: PortalOrganisationView }) {
  const change = useWorldChange()
  const [made, setMade] = useState<Made>()
  const form = useForm({
    values: { label: '', side: 'developer' as PortalSide },
    schema: async () => (await import('@/lib/workspace/portal/fields')).newPortalInvitation,
    submit: (invitation) =>
      change('POST /sandbox/openapi/organisations/{id}/invitations', {
        path: { id: organisation.id },
        body: invitation,
      }),
    onDone: (link, { setValue }) => {
      setMade(link)
      setValue('label', '')
    },
  })
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <form {...form.props} className="flex flex-wrap items-start gap-3">
        <FormField form={form} name="label" label="For" optional className="min-w-48 flex-1 sm:max-w-72">
          {(slots) => <Input {...slots} placeholder="Achieng, developer" autoComplete="off" />}
        </FormField>
        <FormField form={form} name="side" label="Side" className="w-64 max-w-full">
          {(slots) => (
            <Select {...slots}>
              <option value="developer">Developer: sends for review</option>
              <option value="organisation">Organisation: decides</option>
            </Select>
          )}
        </FormField>
        <Button type="submit" variant="primary" className="sm:mt-[23px]" disabled={form.isPending}>
          Make invitation link
        </Button>
      </form>
      <FormMessage form={form}>
        {made && (
          <InvitationLink url={made.url} expiresAt={made.invitation.expiresAt}>
            {made.invitation.admitsStrangers
              ? 'Who has no account here gets one as a member.'
              : 'It works for people who have an account here: only owners let new people in.'}
          </InvitationLink>
        )}
      </FormMessage>
    </div>
  )
}

function Invitations({ organisation }: { organisation: PortalOrganisationView }) {
  const change = useWorldChange()
  const reading = useInvitationsOf(organisation.id)
  if (!reading.data) return <Late reading={reading} what="The invitations" />
  if (reading.data.length === 0) return null
  return (
    <InvitationTable
      className="mt-4"
      invitations={reading.data}
      as={{ title: 'Side', of: ({ side }) => sides[side] }}
      below={({ usedBy }) => usedBy && <p className="font-normal text-ink-muted text-sm">used by {usedBy}</p>}
      revoke={({ id }) =>
        change('DELETE /sandbox/openapi/organisations/{id}/invitations/{invitationId}', {
          path: { id: organisation.id, invitationId: id },
        })
      }
    />
  )
}
