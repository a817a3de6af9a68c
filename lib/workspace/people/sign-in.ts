import 'server-only'
import { eq, lt } from 'drizzle-orm'
import { findMemberByEmail } from '@/db/queries/people'
import { signInFailures } from '@/db/schema'
import { hashToken } from '@/lib/crypto/keys'
import { isPassword } from '@/lib/crypto/password'
import type { Deps } from '../deps'

export type SignIn =
  | { kind: 'signed-in'; memberId: string; sessionVersion: number; name: string }
  | { kind: 'wrong' }
  | { kind: 'locked'; until: number }

/** Failures that are free, by what they are counted for. Many people may share one address. */
const free = { email: 5, address: 20 } as const
const firstLockMs = 60_000
const longestLockMs = 60 * 60_000
const forgetAfterMs = 24 * 60 * 60_000

/**
 * Checks an e-mail and a password. An unknown e-mail takes the same time, gets the same answer and is locked the same
 * way. The attempt is counted before the password is checked, so that parallel guesses cannot outrun the count.
 */
export const signIn = async (
  deps: Deps,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<SignIn> => {
  const known = email.trim().toLowerCase()
  // Hashed: what people mistype into this field is now and then their password.
  const emailKey = `email:${hashToken(known, deps.config.secret)}`
  const counted = deps.db.transaction(() => {
    const now = deps.clock()
    deps.db
      .delete(signInFailures)
      .where(lt(signInFailures.lastAt, now - forgetAfterMs))
      .run()
    const until = Math.max(lockOf(deps, emailKey), lockOf(deps, `address:${address}`))
    if (until > now) return { until }
    countFailure(deps, emailKey, free.email)
    countFailure(deps, `address:${address}`, free.address)
    return { until: 0 }
  })
  if (counted.until > 0) return { kind: 'locked', until: counted.until }

  const member = findMemberByEmail(deps.db, known)
  const right = await isPassword(password, member?.passwordHash ?? null)
  if (member && right) {
    forgive(deps, emailKey, `address:${address}`)
    return {
      kind: 'signed-in',
      memberId: member.id,
      sessionVersion: member.sessionVersion,
      name: member.name,
    }
  }
  const until = Math.max(lockOf(deps, emailKey), lockOf(deps, `address:${address}`))
  return until > deps.clock() ? { kind: 'locked', until } : { kind: 'wrong' }
}

const failuresOf = (deps: Deps, key: string) =>
  deps.db.select().from(signInFailures).where(eq(signInFailures.key, key)).get()

const lockOf = (deps: Deps, key: string): number => failuresOf(deps, key)?.lockedUntil ?? 0

const countFailure = (deps: Deps, key: string, freeFailures: number) => {
  const now = deps.clock()
  const failures = (failuresOf(deps, key)?.failures ?? 0) + 1
  // The lock doubles with each failure after the free ones.
  const lockedUntil =
    failures < freeFailures
      ? null
      : now + Math.min(firstLockMs * 2 ** (failures - freeFailures), longestLockMs)
  deps.db
    .insert(signInFailures)
    .values({ key, failures, lastAt: now, lockedUntil })
    .onConflictDoUpdate({ target: signInFailures.key, set: { failures, lastAt: now, lockedUntil } })
    .run()
}

/** The address keeps its earlier failures: one right password must not pay for guesses at others. */
const forgive = (deps: Deps, emailKey: string, addressKey: string) =>
  deps.db.transaction(() => {
    deps.db.delete(signInFailures).where(eq(signInFailures.key, emailKey)).run()
    const row = failuresOf(deps, addressKey)
    if (!row) return
    const failures = row.failures - 1
    deps.db
      .update(signInFailures)
      .set({ failures, lockedUntil: failures < free.address ? null : row.lockedUntil })
      .where(eq(signInFailures.key, addressKey))
      .run()
  })
