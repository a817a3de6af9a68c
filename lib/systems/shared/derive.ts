import type { Field, Operation } from '@/lib/catalogue/types'
import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { type CredentialSpec, type PlanContext, PlanError } from '../types'
import { keyOf } from './wire'

/** As the entry lists them, so that derived fields do not trail behind; what the entry does not know comes last. */
export const inOrder = (operation: Operation, values: Values): Values => {
  const known = operation.fields.map((field) => field.name).filter((name) => Object.hasOwn(values, name))
  const rest = Object.keys(values).filter((name) => !known.includes(name))
  return Object.fromEntries([...known, ...rest].map((name) => [name, values[name]]))
}

/** One id a run: sending it again is a new run and so never a repeated id. */
export const runOf = (context: PlanContext) => context.callbackUrl.split('/').at(-1) ?? ''

/** A credential that the request cannot do without. */
export const needIn =
  (specs: readonly CredentialSpec[]) =>
  (context: PlanContext, credential: string): string => {
    const value = context.credentials[credential]
    if (value) return value
    const label = specs.find((spec) => spec.name === credential)?.label ?? credential
    throw new PlanError(`${label} is not set in this environment.`, { credential })
  }

/**
 * A URL into our own inbox carries the run's segment (`/hook/<inbox>/r/<run>`), by which a callback finds its run before
 * any id is known. Somebody else's URL stays as it is.
 */
export const callbackUrlOf = (
  field: Field,
  typed: Values[string],
  context: PlanContext,
  /** Kept by the provider beyond this run, so that no run's segment belongs in it. */
  isKept = false,
) => {
  const own = context.callbackUrl
  const inbox = own.replace(/\/r\/[^/]*$/, '')
  const target = isKept ? inbox : own
  if (typed === undefined || typed === '' || typed === null) {
    const suffix = field.prefill?.from === 'inbox' ? (field.prefill.suffix ?? '') : ''
    return field.required ? `${target}${suffix}` : typed
  }
  if (typeof typed !== 'string' || !typed.startsWith(inbox)) return typed
  const rest = typed.slice(inbox.length).replace(/^\/r\/[0-9A-Za-z]{26}(?=\/|$)/, '')
  return rest === '' || rest.startsWith('/') ? `${target}${rest}` : typed
}

/** Ids that the request brings, and ids of others that it asks about, as its entry marks them. */
export const idsOf = (
  { fields }: Pick<Operation, 'fields'>,
  values: Values,
  /** Where a receipt may be a stand-in for none. */
  receiptOf = (text: string | undefined) => text,
) => {
  const text = (name: string) => textOf(values[name])?.trim()
  return {
    keys: fields.flatMap(({ name, key }) => (key ? keyOf(key, text(name)) : [])),
    mentions: fields.flatMap(({ name, mentions = [] }) =>
      mentions.flatMap((kind) => keyOf(kind, kind === 'receipt' ? receiptOf(text(name)) : text(name))),
    ),
  }
}

/** Whatever one call of a system hides is hidden in all of them: bodies are edited by hand. */
export const secretsOf = (operations: readonly Operation[]): string[] => [
  ...new Set(
    operations.flatMap(({ fields, grants = [] }) => [
      ...fields.flatMap(({ name, secret }) => (secret ? [name] : [])),
      ...grants.map(({ member }) => member),
    ]),
  ),
]
