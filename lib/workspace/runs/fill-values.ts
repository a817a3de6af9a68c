import 'server-only'
import type { Json } from '@/lib/catalogue/types'
import { followersOf, initialValues } from '@/lib/derive'
import { testPhonesOf } from '@/lib/systems/test-phones'
import type { Actor, Deps } from '../deps'
import { contextFor, operationOf, type PlanInput } from './plan-run'

/**
 * What a script leaves out and the request must have, as the form would begin with it: from the environment, its inbox,
 * the field that it follows, or the entry's example. What was given is not touched, what may be absent stays absent,
 * and in production nobody is paid an example. Values that were last sent play no part: a script does the same each time.
 */
export const filledValues = (
  deps: Deps,
  actor: Actor,
  { operation: id, environment, values: given = {} }: PlanInput,
): Record<string, Json> => {
  const operation = operationOf(id)
  const context = contextFor(deps, actor, operation, environment)
  const initial = initialValues(operation, {
    credentials: context.credentials,
    callbackUrl: context.maskedInboxUrl,
    phone: testPhonesOf({ ...context.environment, market: context.market.id })[0]?.msisdn,
    isReal: context.environment.kind === 'production',
  })
  const values: Record<string, Json> = { ...given }
  for (const { name, required } of operation.fields) {
    const value = initial[name]?.value
    if (required && !(name in given) && value !== undefined) values[name] = value
  }
  const before = Object.fromEntries(Object.entries(initial).map(([name, { value }]) => [name, value]))
  for (const [name, value] of Object.entries(given)) {
    for (const follower of followersOf(operation, before, name, value)) {
      if (!(follower.name in given) && follower.value !== undefined) values[follower.name] = follower.value
    }
  }
  return values
}
