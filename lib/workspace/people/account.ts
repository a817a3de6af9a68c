import 'server-only'
import { eq } from 'drizzle-orm'
import { findMember } from '@/db/queries/people'
import { members, users } from '@/db/schema'
import { hashPassword, isPassword } from '@/lib/crypto/password'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from './record-audit'

export type AccountView = { name: string; email: string | null; hasPassword: boolean }

export const getAccount = (deps: Deps, actor: Actor): AccountView => {
  const { name, email, passwordHash } = self(deps, actor)
  return { name, email, hasPassword: passwordHash !== null }
}

export const renameSelf = (deps: Deps, actor: Actor, { name }: { name: string }): void => {
  deps.db
    .update(users)
    .set({ name })
    .where(eq(users.id, self(deps, actor).userId))
    .run()
}

/** The first e-mail and password of the owner who came by the one-time link. */
export const finishAccount = async (
  deps: Deps,
  actor: Actor,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<{ sessionVersion: number }> => {
  if (self(deps, actor).passwordHash !== null) {
    throw new Refusal('conflict', 'This account has a password already. Change it below.')
  }
  const passwordHash = await hashPassword(password)
  return deps.db.transaction(() => {
    const me = self(deps, actor)
    requireFreeEmail(deps, email, me.userId)
    deps.db.update(users).set({ name, email, passwordHash }).where(eq(users.id, me.userId)).run()
    recordAudit(deps, actor, 'set an e-mail and a password', email)
    return { sessionVersion: endOtherSessions(deps, me) }
  })
}

export const changeEmail = async (
  deps: Deps,
  actor: Actor,
  { email, currentPassword }: { email: string; currentPassword: string },
): Promise<void> => {
  await requirePassword(deps, actor, currentPassword)
  deps.db.transaction(() => {
    const me = self(deps, actor)
    requireFreeEmail(deps, email, me.userId)
    deps.db.update(users).set({ email }).where(eq(users.id, me.userId)).run()
    recordAudit(deps, actor, 'changed their e-mail', email)
  })
}

/**
 * Every other session of this person ends; the caller seals a new one for this browser. `isVouched`: a one-time link
 * stands for the current password.
 */
export const changePassword = async (
  deps: Deps,
  actor: Actor,
  { currentPassword, password, isVouched }: { currentPassword: string; password: string; isVouched: boolean },
): Promise<{ sessionVersion: number }> => {
  if (!isVouched) await requirePassword(deps, actor, currentPassword)
  const passwordHash = await hashPassword(password)
  return deps.db.transaction(() => {
    const me = self(deps, actor)
    deps.db.update(users).set({ passwordHash }).where(eq(users.id, me.userId)).run()
    recordAudit(deps, actor, 'changed their password', me.email ?? me.name)
    return { sessionVersion: endOtherSessions(deps, me) }
  })
}

const self = (deps: Deps, actor: Actor) => {
  const me = actor.memberId === null ? undefined : findMember(deps.db, actor.memberId)
  if (!me) throw new Refusal('forbidden', 'API tokens have no account. Sign in to change yours.')
  return me
}

const requirePassword = async (deps: Deps, actor: Actor, password: string) => {
  if (await isPassword(password, self(deps, actor).passwordHash)) return
  throw new Refusal('invalid', 'The current password is wrong.', {
    currentPassword: ['This is not your current password.'],
  })
}

const requireFreeEmail = (deps: Deps, email: string, userId: string) => {
  const holder = deps.db.select({ id: users.id }).from(users).where(eq(users.email, email)).get()
  if (!holder || holder.id === userId) return
  throw new Refusal('conflict', 'Somebody here has this e-mail already.', {
    email: ['This e-mail is taken. Use another.'],
  })
}

/** In every workspace this person belongs to. */
const endOtherSessions = (deps: Deps, me: { id: string; userId: string }): number => {
  for (const row of deps.db.select().from(members).where(eq(members.userId, me.userId)).all()) {
    deps.db
      .update(members)
      .set({ sessionVersion: row.sessionVersion + 1 })
      .where(eq(members.id, row.id))
      .run()
    deps.live.peopleChanged(row.workspaceId)
  }
  const after = findMember(deps.db, me.id)
  return after?.sessionVersion ?? 0
}
