import 'server-only'
import type { Json } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import type { AccountKind, Organisation } from '@/lib/world/types'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { balancesOf, payingSystem } from './phones'
import type { OrganisationView, RegistrationView } from './views'
import { changeWorld, currencyOf, readWorld } from './world'

const kinds: AccountKind[] = ['utility', 'working', 'merchant', 'charges', 'float', 'settlement']

const viewOf = (organisation: Organisation, balances: Map<string, number>): OrganisationView => ({
  shortcode: organisation.shortcode,
  market: organisation.market,
  name: organisation.name,
  kind: organisation.kind,
  validation: organisation.validation,
  canValidate: payingSystem(organisation.market) !== undefined,
  store: organisation.store ?? null,
  accounts: kinds.flatMap((kind) => {
    const balanceCents = balances.get(`${organisation.market}/${organisation.shortcode}/${kind}`)
    return balanceCents === undefined ? [] : [{ kind, balanceCents }]
  }),
  currency: currencyOf(organisation.market),
})

export const listOrganisations = (deps: Deps, actor: Actor): OrganisationView[] => {
  requireRole(actor, 'viewer')
  const balances = balancesOf(deps, actor.workspaceId)
  return readWorld(deps, actor.workspaceId)
    .organisations()
    .map((organisation) => viewOf(organisation, balances))
}

/** Switches external validation of customers' payments on or off. */
export const setValidation = (
  deps: Deps,
  actor: Actor,
  input: { shortcode: string; validation: boolean },
): OrganisationView => {
  requireRole(actor, 'member')
  const changed = changeWorld(deps, actor.workspaceId, (world) => {
    const organisation = world.store.organisations().find((one) => one.shortcode === input.shortcode)
    if (!organisation) {
      throw new Refusal('not-found', `The sandbox has no organisation ${input.shortcode}.`)
    }
    const updated = { ...organisation, validation: input.validation }
    world.store.putOrganisation(updated)
    return updated
  })
  recordAudit(deps, actor, `switched validation ${input.validation ? 'on' : 'off'}`, input.shortcode)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return viewOf(changed, balancesOf(deps, actor.workspaceId))
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** URLs that organisations registered for customers' payments. */
export const listRegistrations = (deps: Deps, actor: Actor): RegistrationView[] => {
  requireRole(actor, 'viewer')
  return readWorld(deps, actor.workspaceId)
    .records('c2b-urls')
    .flatMap(({ key, value, updatedAt }) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
      return [
        {
          shortcode: key,
          validationUrl: text(value.validationUrl) || null,
          confirmationUrl: text(value.confirmationUrl),
          responseType: text(value.responseType),
          version: text(value.version),
          updatedAt,
        },
      ]
    })
}
