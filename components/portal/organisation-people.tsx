'use client'
import { useWorldChange } from '@/components/sandbox/queries'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import type { PortalOrganisationView, PortalSide } from '@/lib/workspace/portal/views'
import { sideTitles } from './state'

/** Who stands on a side of an organisation. */
export function OrganisationPeople({
  side,
  organisation,
  canChange,
}: {
  side: PortalSide
  organisation: PortalOrganisationView
  canChange: boolean
}) {
  const change = useWorldChange()
  const people = organisation.people.filter((person) => person.side === side)
  const isLast = side === 'organisation' && people.length === 1
  return (
    <section aria-label={`${sideTitles[side]}: people`} className="min-w-0">
      <h3 className="font-medium">{sideTitles[side]}</h3>
      {people.length === 0 && (
        <p className="py-2 text-ink-muted text-sm">
          {side === 'developer' ? 'No developer was invited yet.' : 'Nobody stands on this side any more.'}
        </p>
      )}
      <ul>
        {people.map(({ memberId, name, joinedAt, isYou }) => (
          <li key={memberId} className="flex min-h-11 items-center gap-3 border-b py-1.5">
            <span className="min-w-0 flex-1">
              <span className="break-words font-medium">{name}</span> {isYou && <Badge>you</Badge>}
              <span className="block text-ink-muted text-sm">
                since <Time at={joinedAt} show="date" />
              </span>
            </span>
            {canChange && (organisation.you.manage || isYou) && !isLast && (
              <ConfirmButton
                label={isYou ? 'Leave' : 'Remove'}
                accessibleLabel={isYou ? `Leave ${organisation.name}` : `Remove ${name}`}
                title={isYou ? `Leave ${organisation.name}?` : `Remove ${name} from ${organisation.name}?`}
                act={() =>
                  change('DELETE /sandbox/openapi/organisations/{id}/people/{memberId}', {
                    path: { id: organisation.id, memberId },
                  })
                }
                done={isYou ? `You left ${organisation.name}` : `${name} removed`}
              >
                <p>
                  {isYou ? 'Your' : 'Their'} account stays. Coming back takes a new invitation, to either
                  side.
                </p>
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {isLast && canChange && organisation.you.manage && (
        <p className="pt-1.5 text-ink-muted text-sm">
          The only one here: invite a second person before leaving.
        </p>
      )}
    </section>
  )
}
