'use server'
import { z } from 'zod'
import { publicAction } from '@/lib/auth/action'
import { acceptInvitation as accept } from '@/lib/workspace/people/invitations'
import { email, newPassword, personName } from '@/lib/workspace/people/people-fields'

export const acceptInvitation = publicAction(
  z.object({ token: z.string().min(1).max(200), name: personName, email, password: newPassword }),
  async (input, deps) => {
    await accept(deps, input)
    return { email: input.email }
  },
)
