import { z } from 'zod'
import { checkCallbackUrl } from '@/lib/systems/daraja/callback-url'

export const callbackUrlInput = z.strictObject({
  url: z.string().min(1, 'Give an address first.').max(2000, 'An address has 2000 characters at most.'),
  target: z.enum(['sandbox', 'production']).default('production').describe('Who is to call it.'),
})

export const callbackUrlChecked = z.object({
  isAcceptable: z.boolean().describe('No rule refuses it.'),
  findings: z.array(
    z.object({
      rule: z.string(),
      result: z.enum(['kept', 'risky', 'refused']),
      message: z.string(),
    }),
  ),
})

/** Every rule of Daraja for an address that it is to call, kept or broken. The address is not called. */
export const checkUrl = ({
  url,
  target,
}: z.output<typeof callbackUrlInput>): z.infer<typeof callbackUrlChecked> => checkCallbackUrl(url, target)
