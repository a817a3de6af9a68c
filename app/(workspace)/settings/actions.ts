'use server'
import { z } from 'zod'
import { memberAction } from '@/lib/auth/action'
import { renewSession } from '@/lib/auth/renew'
import { cameByLink } from '@/lib/auth/require'
import * as account from '@/lib/workspace/people/account'
import * as tokens from '@/lib/workspace/people/api-tokens'
import * as invitations from '@/lib/workspace/people/invitations'
import * as members from '@/lib/workspace/people/members'
import {
  newAccount,
  newApiToken,
  newEmail,
  newInvitation,
  newName,
  passwordChange,
} from '@/lib/workspace/people/people-fields'
import * as workspace from '@/lib/workspace/people/workspace'

const id = z.object({ id: z.string().min(1).max(40) })

export const finishAccount = memberAction(
  newAccount,
  async (input, actor, deps) => {
    const { sessionVersion } = await account.finishAccount(deps, actor, input)
    if (actor.memberId) await renewSession({ memberId: actor.memberId, sessionVersion })
  },
  { minimum: 'viewer' },
)

export const renameSelf = memberAction(
  newName,
  (input, actor, deps) => account.renameSelf(deps, actor, input),
  { minimum: 'viewer' },
)

export const changeEmail = memberAction(
  newEmail,
  (input, actor, deps) => account.changeEmail(deps, actor, input),
  { minimum: 'viewer' },
)

export const changePassword = memberAction(
  passwordChange,
  async (input, actor, deps) => {
    const isVouched = await cameByLink()
    const { sessionVersion } = await account.changePassword(deps, actor, { ...input, isVouched })
    if (actor.memberId) await renewSession({ memberId: actor.memberId, sessionVersion })
  },
  { minimum: 'viewer' },
)

export const changeRole = memberAction(
  id.extend({ role: z.enum(['owner', 'member', 'viewer']) }),
  (input, actor, deps) => members.changeRole(deps, actor, input),
  { minimum: 'owner' },
)

export const removeMember = memberAction(
  id,
  (input, actor, deps) => members.removeMember(deps, actor, input),
  { minimum: 'owner' },
)

export const invite = memberAction(
  newInvitation,
  (input, actor, deps) => invitations.createInvitation(deps, actor, input),
  { minimum: 'owner' },
)

export const revokeInvitation = memberAction(
  id,
  (input, actor, deps) => invitations.revokeInvitation(deps, actor, input),
  { minimum: 'owner' },
)

export const createToken = memberAction(
  newApiToken,
  (input, actor, deps) => tokens.createApiToken(deps, actor, input),
  { minimum: 'member' },
)

export const revokeToken = memberAction(
  id,
  (input, actor, deps) => tokens.revokeApiToken(deps, actor, input),
  { minimum: 'member' },
)

export const renameWorkspace = memberAction(
  newName,
  (input, actor, deps) => workspace.renameWorkspace(deps, actor, input),
  { minimum: 'owner' },
)
