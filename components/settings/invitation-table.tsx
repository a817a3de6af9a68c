'use client'
import type { ReactNode } from 'react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { ActionResult } from '@/lib/auth/action-result'
import { ConfirmButton } from './confirm-button'
import { ShownOnce } from './shown-once'

export type Invitation = {
  id: string
  label: string
  state: 'open' | 'used' | 'expired' | 'revoked' | 'unknown'
  invitedBy: string | null
  expiresAt: number
}

const tones: Record<Invitation['state'], BadgeTone> = {
  open: 'pending',
  used: 'good',
  expired: 'neutral',
  revoked: 'neutral',
  unknown: 'neutral',
}

const whom = ({ label }: Invitation) => label || 'anyone with the link'

/** Invitations that were made, and taking back those that nobody has used. */
export function InvitationTable<Row extends Invitation>({
  invitations,
  as,
  below,
  revoke,
  className,
}: {
  invitations: Row[]
  /** What an invitation makes of somebody: the heading, and the words of a row. */
  as: { title: string; of: (invitation: Row) => string }
  /** A line below whom it is for. */
  below?: (invitation: Row) => ReactNode
  revoke: (invitation: Row) => Promise<ActionResult<unknown>>
  className?: string
}) {
  return (
    <Table aria-label="Invitations" className={className}>
      <thead>
        <tr>
          <Th>For</Th>
          <Th>{as.title}</Th>
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
              {whom(invitation)}
              <p className="font-normal text-ink-muted text-sm sm:hidden">
                until <Time at={invitation.expiresAt} show="date" />
              </p>
              {below?.(invitation)}
            </Td>
            <Td>{as.of(invitation)}</Td>
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
                  accessibleLabel={`Revoke the invitation for ${whom(invitation)}`}
                  title="Revoke this invitation?"
                  act={() => revoke(invitation)}
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

/** A new link, shown this one time. */
const isOfThisMachine = (url: string) => /^https?:\/\/(localhost|127\.|\[::1\])/.test(url)

export function InvitationLink({
  url,
  expiresAt,
  children,
}: {
  url: string
  expiresAt: number
  children?: ReactNode
}) {
  return (
    <ShownOnce title="Send this link to one person" value={url} label="Copy link">
      It is shown only now, works once, and until <Time at={expiresAt} show="date" />.{' '}
      {isOfThisMachine(url) &&
        'It leads to an address of this machine only: start with JARIBU_PUBLIC_URL set to one that others reach, and make it again. '}
      {children}
    </ShownOnce>
  )
}
