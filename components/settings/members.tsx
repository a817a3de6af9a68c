'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAction } from '@/components/forms/use-action'
import { Badge } from '@/components/ui/badge'
import { Select } from '@/components/ui/input'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'
import type { MemberView, Role } from '@/lib/workspace/views'
import { ConfirmButton } from './confirm-button'
import { roles, roleTitle } from './roles'

type Act<Input> = (input: Input) => Promise<ActionResult<unknown>>

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
                roleTitle(member.role)
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
  const changing = useAction(changeRole, { saysWhyIn: 'toast' })
  const [wanted, setWanted] = useState(member.role)
  const choose = (role: Role) => {
    setWanted(role)
    changing.run({ id: member.id, role }, () => {
      say(`${member.name} is ${roleTitle(role).toLowerCase()} now`)
      router.refresh()
    })
  }
  return (
    <Select
      aria-label={`Role of ${member.name}`}
      className="w-28"
      value={changing.isPending ? wanted : member.role}
      disabled={changing.isPending}
      onChange={(event) => choose(event.target.value as Role)}
    >
      {roles.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}
