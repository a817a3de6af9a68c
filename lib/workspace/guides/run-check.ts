import 'server-only'
import { z } from 'zod'
import type { CheckName } from '@/lib/guides/types'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { certificate, credential, stkPassword } from './checks/of-credentials'
import { inboxHeard, runAge, runAnswered, runOutcome } from './checks/of-run'
import { product, token } from './checks/of-token'
import { callbackUrl, publicUrl } from './checks/of-url'
import { type Check, type CheckReport, subjectOf } from './checks/subject'

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

const names = Object.keys(checks) as CheckName[]

export const checkInput = z.strictObject({
  check: z.enum(names),
  /** Id of a run. Its environment is meant, unless another is named. */
  run: z.string().max(40).optional(),
  /** Id or short name. */
  environment: z.string().max(80).optional(),
})

export const listChecks = (): { name: CheckName; title: string; subject: Check['subject'] }[] =>
  names.map((name) => ({ name, title: checks[name].title, subject: checks[name].subject }))

/** Tests one thing of a run or an environment. Members only: some tests ask the provider. */
export const runCheck = async (deps: Deps, actor: Actor, input: unknown): Promise<CheckReport> => {
  requireRole(actor, 'member')
  const { check, ...named } = checkInput.parse(input)
  return { check, ...(await checks[check].run(subjectOf(deps, actor, named))) }
}
