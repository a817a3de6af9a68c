'use server'
import { z } from 'zod'
import { memberAction, publicAction } from '@/lib/auth/action'
import { newAccount } from '@/lib/workspace/people/people-fields'
import { joinAsNewcomer, joinOrganisation } from '@/lib/workspace/portal/invitations'

const token = z.string().min(1).max(200)

export const joinAsMember = memberAction(
  z.object({ token }),
  (input, actor, deps) => ({ organisationId: joinOrganisation(deps, actor, input).id }),
  { minimum: 'member' },
)

export const joinWithNewAccount = publicAction(newAccount.extend({ token }), async (input, deps) => {
  await joinAsNewcomer(deps, input)
  return { email: input.email }
})
