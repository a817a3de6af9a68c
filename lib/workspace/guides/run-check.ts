import 'server-only'
import { z } from 'zod'
import { type CheckName, checkNames } from '@/lib/guides/types'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { certificate, credential, stkPassword } from './checks/of-credentials'
import { inboxHeard, runAge, runAnswered, runOutcome } from './checks/of-run'
import { product, token } from './checks/of-token'
import { callbackUrl, publicUrl } from './checks/of-url'
import { type Check, subjectOf } from './checks/subject'
import type { CheckReport } from './views'

const checks = {
  'run-answered': runAnswered,
  'run-outcome': runOutcome,
  'run-age': runAge,
  'callback-url': callbackUrl,
  'public-url': publicUrl,
  'inbox-heard': inboxHeard,
  token,
  product,
  'stk-password': stkPassword,
  credential,
  certificate,
} satisfies Record<CheckName, Check>

export const checkInput = z.strictObject({
  check: z.enum(checkNames).describe('A name of GET /guides/checks.'),
  run: z
    .string()
    .max(40)
    .optional()
    .describe('Id of a run. Its environment is meant, unless another is named.'),
  environment: z.string().max(80).optional().describe('Id or short name.'),
})
export type CheckInput = z.output<typeof checkInput>

export const listChecks = (): { name: CheckName; title: string; subject: Check['subject'] }[] =>
  checkNames.map((name) => ({ name, title: checks[name].title, subject: checks[name].subject }))

/** Tests one thing of a run or an environment. Members only: some tests ask the provider. */
export const runCheck = async (deps: Deps, actor: Actor, input: CheckInput): Promise<CheckReport> => {
  requireRole(actor, 'member')
  const { check, ...named } = input
  return { check, ...(await checks[check].run(subjectOf(deps, actor, named))) }
}
