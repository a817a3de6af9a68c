import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../client'
import { apiTokens, members, users } from '../schema'

/** A member who was not removed, with the person behind. */
export const findMember = (db: Db, memberId: string) =>
  db
    .select({
      id: members.id,
      workspaceId: members.workspaceId,
      userId: members.userId,
      role: members.role,
      sessionVersion: members.sessionVersion,
      name: users.name,
      email: users.email,
      passwordHash: users.passwordHash,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.id, memberId), isNull(members.removedAt)))
    .get()

export const listMembers = (db: Db, workspaceId: string) =>
  db
    .select({
      id: members.id,
      userId: members.userId,
      role: members.role,
      createdAt: members.createdAt,
      name: users.name,
      email: users.email,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.removedAt)))
    .orderBy(asc(members.createdAt), asc(members.id))
    .all()

/** By e-mail in lower case; the first membership when there are several. */
export const findMemberByEmail = (db: Db, email: string) =>
  db
    .select({
      id: members.id,
      sessionVersion: members.sessionVersion,
      name: users.name,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(and(eq(users.email, email), isNull(members.removedAt)))
    .orderBy(asc(members.createdAt))
    .get()

export const findApiToken = (db: Db, tokenHash: string) =>
  db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt)))
    .get()

export const touchApiToken = (db: Db, id: string, at: number) =>
  db.update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, id)).run()
