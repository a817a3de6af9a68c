import type { Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import type { PlanContext } from '../types'

/** Fills in what nobody typed. What somebody typed stays, so that a repeated reference can be sent. */
export const deriveValues = (operation: Operation, values: Values, context: PlanContext): Values => {
  const filled: Values = {}
  for (const field of operation.fields) {
    const value = values[field.name]
    if (field.derive === 'mozambique.third-party-reference' && isEmpty(value)) {
      filled[field.name] = runOf(context)
    } else if (field.derive === 'mozambique.security-credential' && isEmpty(value)) {
      const kept = context.credentials.securityCredential
      if (kept) filled[field.name] = kept
    } else if (Object.hasOwn(values, field.name)) filled[field.name] = value
  }
  // What the entry does not know comes last.
  return { ...filled, ...Object.fromEntries(Object.entries(values).filter(([name]) => !(name in filled))) }
}

const isEmpty = (value: Values[string]) => value === undefined || value === null || value === ''

/** One reference a run: sending it again is a new run, and so no duplicate. */
const runOf = (context: PlanContext) => context.callbackUrl.split('/').at(-1) ?? ''
