'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { EmptyState } from '@/components/ui/layout'
import type { ActionResult } from '@/lib/auth/action-result'
import type { Role } from '@/lib/workspace/views'
import { type Invitation, InvitationLink, InvitationTable } from './invitation-table'
import { RoleField, roleTitle } from './roles'

type Act<Input, Data = unknown> = (input: Input) => Promise<ActionResult<Data>>
type Made = { url: string; expiresAt: number }

export function InviteForm({ invite }: { invite: Act<{ label: string; role: 'member' | 'viewer' }, Made> }) {
  const router = useRouter()
  const [made, setMade] = useState<Made>()
  const form = useForm({
    values: { label: '', role: 'member' as 'member' | 'viewer' },
    schema: async () => (await import('@/lib/workspace/people/people-fields')).newInvitation,
    submit: invite,
    onDone: (link, { reset }) => {
      setMade(link)
      reset()
      router.refresh()
    },
  })
  return (
    <div className="flex flex-col gap-4">
      <form {...form.props} className="flex flex-wrap items-start gap-3">
        <FormField form={form} name="label" label="For" optional className="min-w-48 flex-1 sm:max-w-72">
          {(slots) => <Input {...slots} placeholder="Achieng, support" autoComplete="off" />}
        </FormField>
        <RoleField form={form} />
        <Button type="submit" variant="primary" className="mt-[23px]" disabled={form.isPending}>
          Make invitation link
        </Button>
      </form>
      <FormMessage form={form}>{made && <InvitationLink {...made} />}</FormMessage>
    </div>
  )
}

export function InvitationList({
  invitations,
  revoke,
}: {
  invitations: (Invitation & { role: Role })[]
  revoke: Act<{ id: string }>
}) {
  if (invitations.length === 0) {
    return (
      <EmptyState title="Nobody was invited yet.">
        Make a link above and send it by any chat or mail. Whoever opens it chooses their own e-mail and
        password.
      </EmptyState>
    )
  }
  return (
    <InvitationTable
      invitations={invitations}
      as={{ title: 'Role', of: ({ role }) => roleTitle(role) }}
      revoke={({ id }) => revoke({ id })}
    />
  )
}
