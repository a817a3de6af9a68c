/** Who started a run: a person at a form, a script over our API, somebody's own program, a test case, a customer. */
export const origins = ['form', 'script', 'software', 'case', 'customer'] as const
export type Origin = (typeof origins)[number]

/** Origins taken together, as lists ask for them. */
const originGroups = ['jaribu', 'no-case'] as const
type OriginGroup = (typeof originGroups)[number]

export const originChoices = [...origins, ...originGroups] as const
export type OriginChoice = Origin | OriginGroup

/** Whether a run of this origin is among those that were asked for. */
export const isOfOrigin = (origin: Origin, choice: OriginChoice): boolean => {
  if (choice === 'jaribu') return origin === 'form' || origin === 'script'
  return choice === 'no-case' ? origin !== 'case' : origin === choice
}

/** What a run is called by its origin. */
export const originWords: Record<Origin, string> = {
  form: 'Sent from a form',
  script: 'Sent by a script',
  software: 'Sent by your software',
  case: 'Test-case run',
  customer: 'Started by a customer',
}
