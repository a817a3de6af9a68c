import type { Json, Operation } from '@/lib/catalogue/types'
import { checkValues, followersOf, initialValues } from '@/lib/derive'
import { systemOf } from '@/lib/systems'
import type { Values } from '@/lib/wire/types'

/** Only the form's checks read it: that it is a URL is all they know of an inbox. */
const anyInbox = 'http://localhost:3000/hook/local'

/** What the form of a call begins with in the local environment, before anybody typed or sent anything. */
export const formOf = (operation: Operation, changed: Readonly<Record<string, string>> = {}): Values => {
  const { presets, testPhones } = systemOf(operation.system)
  const local = presets.find(({ kind }) => kind === 'local')
  const phone = testPhones.find(
    ({ kinds, market = local?.market }) => kinds.includes('local') && market === local?.market,
  )?.msisdn
  const start = initialValues(operation, {
    credentials: { ...local?.credentials, ...changed },
    callbackUrl: anyInbox,
    ...(phone && { phone }),
  })
  return Object.fromEntries(Object.entries(start).map(([name, { value }]) => [name, value]))
}

/** The form after somebody has typed: `null` empties a field, and what follows another goes with it. */
export const typedInto = (
  operation: Operation,
  form: Values,
  typed: Readonly<Record<string, Json>>,
): Values => {
  const values: Values = { ...form }
  for (const [name, given] of Object.entries(typed)) {
    const next = given === null ? undefined : given
    for (const follower of followersOf(operation, values, name, next)) values[follower.name] = follower.value
    values[name] = next
  }
  return values
}

/** What the form's checks ask for and nobody has typed, from the example. */
export const missingIn = (operation: Operation, form: Values): Record<string, Json> =>
  Object.fromEntries(
    checkValues(operation, form).flatMap(({ field }): [string, Json][] => {
      const found = operation.fields.find(({ name }) => name === field)
      return found && (form[field] === undefined || form[field] === '') ? [[field, found.example]] : []
    }),
  )
