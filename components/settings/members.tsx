'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { textOf, useActionForm } from '@/components/auth/use-action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { EmptyState, Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'
import type { MemberView, Role } from '@/lib/workspace/views'
import { ConfirmButton } from './confirm-button'
import { ShownOnce } from './shown-once'

type Act<Input, Data = unknown> = (input: Input) => Promise<ActionResult<Data>>

const roles: { value: Role; label: string }[] = [
  { value: 'owner', label: 'Owner' },
  { value: 'member', label: 'Member' },
  { value: 'viewer', label: 'Viewer' },
]

const roleLabel = (role: Role): string => roles.find(({ value }) => value === role)?.label ?? role

export function MemberList({
  members,
  canChange,
  changeRole,
  remove,
}: {
  members: MemberView[]
  canChange: boolean
  changeRole: Act<{ id: string; role: Role }>
  remove: Act<{ id: string }>
}) {
  const owners = members.filter(({ role }) => role === 'owner')
  const isOnlyOwner = (member: MemberView) => member.role === 'owner' && owners.length === 1
  return (
    <Table>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th className="max-sm:hidden">E-mail</Th>
          <Th>Role</Th>
          <Th className="max-sm:hidden">Since</Th>
          {canChange && (
            <Th>
              <span className="sr-only">Remove</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <Td className="font-medium">
              {member.name} {member.you && <Badge>you</Badge>}
              <p className="break-all font-normal text-ink-muted text-sm sm:hidden">
                {member.email ?? 'no e-mail yet'}
              </p>
            </Td>
            <Td className="max-sm:hidden">
              {member.email ?? <span className="text-ink-muted">not set yet</span>}
            </Td>
            <Td>
              {canChange && !isOnlyOwner(member) ? (
                <RoleSelect key={member.role} member={member} changeRole={changeRole} />
              ) : (
                roleLabel(member.role)
              )}
            </Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              <Time at={member.createdAt} show="date" />
            </Td>
            {canChange && (
              <Td className="pr-0 text-right">
                {isOnlyOwner(member) ? (
                  <span className="text-ink-muted text-sm">the only owner</span>
                ) : (
                  <ConfirmButton
                    label="Remove"
                    accessibleLabel={`Remove ${member.name}`}
                    title={`Remove ${member.name}?`}
                    act={() => remove({ id: member.id })}
                    done={`${member.name} removed`}
                  >
                    <p>
                      Their sessions, API tokens and open invitations end at once. Runs and callbacks stay,
                      with their name.
                    </p>
                  </ConfirmButton>
                )}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function RoleSelect({
  member,
  changeRole,
}: {
  member: MemberView
  changeRole: Act<{ id: string; role: Role }>
}) {
  const router = useRouter()
  const say = useToast()
  const [role, setRole] = useState(member.role)
  const [pending, setPending] = useState(false)

  const choose = async (next: Role) => {
    const before = role
    setRole(next)
    setPending(true)
    const result = await changeRole({ id: member.id, role: next }).catch(() => undefined)
    setPending(false)
    if (result?.ok) {
      say(`${member.name} is ${roleLabel(next).toLowerCase()} now`)
      router.refresh()
      return
    }
    setRole(before)
    say(result?.message ?? 'The server could not be reached. Nothing was changed.', 'bad')
  }

  return (
    <Select
      aria-label={`Role of ${member.name}`}
      className="w-28"
      value={role}
      disabled={pending}
      onChange={(event) => void choose(event.target.value as Role)}
    >
      {roles.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}

export function InviteForm({
  invite,
}: {
  invite: Act<{ label: string; role: 'member' | 'viewer' }, { url: string; expiresAt: number }>
}) {
  const router = useRouter()
  const [made, setMade] = useState<{ url: string; expiresAt: number }>()
  const { form, onSubmit, pending, message, fields } = useActionForm(
    invite,
    (data) => ({
      label: textOf(data, 'label'),
      role: textOf(data, 'role') === 'viewer' ? ('viewer' as const) : ('member' as const),
    }),
    (link, filled) => {
      setMade(link)
      filled.reset()
      router.refresh()
    },
  )
  return (
    <div className="flex flex-col gap-4">
      <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-wrap items-start gap-3">
        <Field label="For" optional errors={fields.label} className="min-w-48 flex-1 sm:max-w-72">
          {(slots) => <Input {...slots} name="label" placeholder="Achieng, support" autoComplete="off" />}
        </Field>
        <Field label="Role" errors={fields.role} className="w-64">
          {(slots) => (
            <Select {...slots} name="role" defaultValue="member">
              <option value="member">Member: sends and changes</option>
              <option value="viewer">Viewer: reads only</option>
            </Select>
          )}
        </Field>
        <Button type="submit" variant="primary" className="mt-[23px]" disabled={pending}>
          Make invitation link
        </Button>
      </form>
      <div aria-live="polite" className="contents">
        {message && <Notice tone="bad" title={message} />}
        {made && (
          <ShownOnce title="Send this link to one person" value={made.url} label="Copy link">
            It is shown only now, works once, and until <Time at={made.expiresAt} show="date" />.
          </ShownOnce>
        )}
      </div>
    </div>
  )
}

export type Invitation = {
  id: string
  label: string
  role: Role
  state: 'open' | 'used' | 'expired' | 'revoked' | 'unknown'
  invitedBy: string | null
  createdAt: number
  expiresAt: number
}

const tones = {
  open: 'pending',
  used: 'good',
  expired: 'neutral',
  revoked: 'neutral',
  unknown: 'neutral',
} as const

export function InvitationList({
  invitations,
  revoke,
}: {
  invitations: Invitation[]
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
    <Table>
      <thead>
        <tr>
          <Th>For</Th>
          <Th>Role</Th>
          <Th>State</Th>
          <Th className="max-sm:hidden">Invited by</Th>
          <Th className="max-sm:hidden">Valid until</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <tr key={invitation.id}>
            <Td className="font-medium">
              {invitation.label || 'anyone with the link'}
              <p className="font-normal text-ink-muted text-sm sm:hidden">
                until <Time at={invitation.expiresAt} show="date" />
              </p>
            </Td>
            <Td>{roleLabel(invitation.role)}</Td>
            <Td>
              <Badge tone={tones[invitation.state]}>{invitation.state}</Badge>
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
                  act={() => revoke({ id: invitation.id })}
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
