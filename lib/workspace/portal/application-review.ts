import 'server-only'
import { z } from 'zod'
import { type PortalOrganisationRow, portalOrganisationsOf } from '@/db/queries/portal'
import { Refusal } from '@/lib/refusal'
import type { Application } from '@/lib/systems/openapi/applications'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { findApp, putApplication, readApplication, rightsOf, viewOf } from './application-store'
import { announcePortal } from './organisations'
import { mayDevelop, organisationIn, personOf, standingOf } from './standing'
import type { ApplicationView } from './views'

/** `send` and `withdraw` are the developer's, `accept` and `reject` the organisation's. */
export const reviewStep = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('send'), organisation: z.string().max(40).optional() }),
  z.strictObject({ decision: z.literal('withdraw') }),
  z.strictObject({ decision: z.literal('accept') }),
  z.strictObject({ decision: z.literal('reject'), reason: z.string().trim().min(1, 'Say why.').max(500) }),
])
export type ReviewStep = z.infer<typeof reviewStep>

/** One step of a review, by whoever may take it. */
export const reviewApplication = (
  deps: Deps,
  actor: Actor,
  id: string,
  step: ReviewStep,
): ApplicationView => {
  requireRole(actor, 'member')
  const app = findApp(deps, actor, id)
  const current = readApplication(deps, actor, id)
  const { changed, action, about } = taken(deps, actor, current, step)
  deps.db.transaction(() => {
    putApplication(deps, actor, id, changed)
    recordAudit(deps, actor, action, `Local OpenAPI, ${current.name}${about}`)
  })
  announcePortal(deps, actor)
  return viewOf(deps, actor, changed, app)
}

type Taken = { changed: Application; action: string; about: string }

const taken = (deps: Deps, actor: Actor, current: Application, step: ReviewStep): Taken => {
  if (step.decision === 'send') return sent(deps, actor, current, step.organisation)
  if (current.state !== 'in-review') {
    throw new Refusal(
      'conflict',
      'Only an application that was sent for review can be taken back or decided.',
    )
  }
  const may = rightsOf(deps, actor, current)
  if (step.decision === 'withdraw') {
    if (!may.withdraw) throw new Refusal('forbidden', may.why)
    return {
      changed: { ...current, state: 'draft', reason: '' },
      action: 'took back an application',
      about: '',
    }
  }
  if (!may.decide) {
    throw new Refusal(
      'forbidden',
      may.why || 'Its organisation is gone. Take it back and send it to another one.',
    )
  }
  const decided = { by: actor.name, at: deps.clock() }
  return step.decision === 'accept'
    ? {
        changed: { ...current, state: 'accepted', reason: '', decided },
        action: 'accepted an application',
        about: '',
      }
    : {
        changed: { ...current, state: 'rejected', reason: step.reason, decided },
        action: 'rejected an application',
        about: `: ${step.reason}`,
      }
}

const sent = (deps: Deps, actor: Actor, current: Application, wanted: string | undefined): Taken => {
  if (current.state === 'in-review' || current.state === 'accepted') {
    throw new Refusal('conflict', 'It is in review or accepted already.')
  }
  const organisation = receiver(deps, actor, wanted)
  const may = rightsOf(deps, actor, current)
  if (!may.edit) throw new Refusal('forbidden', may.why)
  if (!mayDevelop(standingOf(deps, actor, organisation.id))) {
    throw new Refusal(
      'forbidden',
      `You do not develop for ${organisation.name}. Ask its people for an invitation to the developer’s side.`,
      { organisation: ['You do not develop for this organisation.'] },
    )
  }
  const { decided: _, ...rest } = current
  return {
    changed: {
      ...rest,
      state: 'in-review',
      reason: '',
      organisationId: organisation.id,
      sent: { memberId: personOf(deps, actor), by: actor.name, at: deps.clock() },
    },
    action: 'sent an application for review',
    about: ` to ${organisation.name}`,
  }
}

/** The organisation that was named, or the only one that the actor develops for. */
const receiver = (deps: Deps, actor: Actor, wanted: string | undefined): PortalOrganisationRow => {
  if (wanted !== undefined) return organisationIn(deps, actor, wanted)
  const possible = portalOrganisationsOf(deps.db, actor.workspaceId).filter(({ id }) =>
    mayDevelop(standingOf(deps, actor, id)),
  )
  const [only, another] = possible
  if (only && !another) return only
  throw only
    ? new Refusal('invalid', 'Name the organisation that reviews it.', {
        organisation: ['Choose the organisation that reviews it.'],
      })
    : new Refusal(
        'forbidden',
        'You develop for no organisation yet. Ask one for an invitation to the developer’s side.',
      )
}
