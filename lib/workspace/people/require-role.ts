import 'server-only'
import { Refusal } from '@/lib/refusal'
import type { Role } from '../views'

const rank: Record<Role, number> = { viewer: 0, member: 1, owner: 2 }

export const isAtLeast = (role: Role, minimum: Role): boolean => rank[role] >= rank[minimum]

const needs: Record<Role, string> = {
  viewer: 'Sign in to see this.',
  member:
    'Viewers can look at everything, but cannot change or send anything. Ask an owner to make you a member.',
  owner: 'Only an owner may do this. Ask one, or have your role changed in Settings.',
}

/** Called by every verb where it reads or changes data. */
export const requireRole = (actor: { role: Role }, minimum: Role): void => {
  if (!isAtLeast(actor.role, minimum)) throw new Refusal('forbidden', needs[minimum])
}
