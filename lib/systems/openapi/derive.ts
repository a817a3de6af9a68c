import { wireMarketOf } from '@/lib/catalogue/openapi'
import type { Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import type { PlanContext } from '../types'

type Derive = (context: PlanContext) => string | undefined

const derivations: Record<string, Derive> = {
  'openapi.country': ({ market }) => wireMarketOf(market.id)?.country,
  'openapi.currency': ({ market }) => wireMarketOf(market.id)?.currency,
  // One id a run: sending it again is a new run, and so no duplicate.
  'openapi.conversation-id': ({ callbackUrl }) => callbackUrl.split('/').at(-1) ?? '',
}

/** Fills in what nobody typed. What somebody typed stays, so that a wrong currency can be sent. */
export const deriveValues = (operation: Operation, values: Values, context: PlanContext): Values => {
  const filled: Values = {}
  for (const field of operation.fields) {
    const value = values[field.name]
    const derive = derivations[field.derive ?? '']
    if (derive && isEmpty(value)) filled[field.name] = derive(context)
    else if (field.name === 'input_ResponseURL') {
      if (!isEmpty(value)) filled[field.name] = ofThisRun(value, context)
    } else if (Object.hasOwn(values, field.name)) filled[field.name] = value
  }
  // What the entry does not know comes last.
  const known = new Set(operation.fields.map(({ name }) => name))
  return { ...filled, ...Object.fromEntries(Object.entries(values).filter(([name]) => !known.has(name))) }
}

const isEmpty = (value: Values[string]) => value === undefined || value === null || value === ''

/** A URL into our own inbox carries the run's segment; somebody else's stays as it is. */
const ofThisRun = (typed: Values[string], { callbackUrl }: PlanContext): Values[string] => {
  const inbox = callbackUrl.replace(/\/r\/[^/]*$/, '')
  if (typeof typed !== 'string' || !typed.startsWith(inbox)) return typed
  const rest = typed.slice(inbox.length).replace(/^\/r\/[0-9A-Za-z]{26}(?=\/|$)/, '')
  return rest === '' || rest.startsWith('/') ? `${callbackUrl}${rest}` : typed
}
