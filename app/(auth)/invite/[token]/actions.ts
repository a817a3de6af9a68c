'use server'
import { z } from 'zod'
import { publicAction } from '@/lib/auth/action'
import { acceptInvitation as accept } from '@/lib/workspace/people/invitations'
import { newAccount } from '@/lib/workspace/people/people-fields'

export const acceptInvitation = publicAction(
  newAccount.extend({ token: z.string().min(1).max(200) }),
  async (input, deps) => {
    await accept(deps, input)
    return { email: input.email }
  },
)
