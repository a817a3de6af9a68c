'use server'
import { z } from 'zod'
import { memberAction, publicAction } from '@/lib/auth/action'
import { email, newPassword, personName } from '@/lib/workspace/people/people-fields'
import { joinAsNewcomer, joinOrganisation } from '@/lib/workspace/portal/invitations'

const token = z.string().min(1).max(200)

export const joinAsMember = memberAction(
  z.object({ token }),
  (input, actor, deps) => ({ organisationId: joinOrganisation(deps, actor, input).id }),
  { minimum: 'member' },
)

export const joinWithNewAccount = publicAction(
  z.object({ token, name: personName, email, password: newPassword }),
  async (input, deps) => {
    await joinAsNewcomer(deps, input)
    return { email: input.email }
  },
)
