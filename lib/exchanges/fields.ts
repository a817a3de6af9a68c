import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { acceptedForm, fieldProblem } from '@/lib/derive/field-problem'
import { marketOf, parseMsisdn } from '@/lib/msisdn'
import { systemOf } from '@/lib/systems'
import { cut } from '@/lib/systems/shared/sentences'
import { isBlank, textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import type { Obstacle, Unread } from './types'
import { nearestName } from './unread'

/** What stands where a secret was taken out. */
const isTakenOut = (value: Json) => typeof value === 'string' && /^\[[\w ]*redacted[\w ]*\]$/.test(value)

const shown = (field: Field, value: Json): string | undefined =>
  field.secret || isTakenOut(value) ? undefined : cut(JSON.stringify(value), 80)

/** A long sample, such as a credential, explains nothing. */
const exampleOf = (field: Field): string | undefined => {
  const text = textOf(field.example)
  return field.secret || text === undefined || text === '' || text.length > 60 ? undefined : text
}

const withExample = (field: Field): Pick<Obstacle, 'example'> => {
  const example = exampleOf(field)
  return example === undefined ? {} : { example }
}

/** The same number as the provider writes it, where it was written as people do. */
const wholePhone = (operation: Operation, field: Field, value: Json): string | undefined => {
  const typed = textOf(value)
  if (field.kind !== 'msisdn' || typed === undefined) return undefined
  const { presets } = systemOf(operation.system)
  const whole = presets
    .map(({ market }) => parseMsisdn(typed, marketOf(market)))
    .find((number) => number !== undefined && number !== typed && !fieldProblem(field, number))
  return whole
}

const missing = (field: Field, unread: readonly Unread[]): Obstacle => {
  const near = unread.find(({ meant }) => meant === field.name)
  return {
    about: 'field',
    field: field.name,
    problem: near
      ? `${field.name} is missing: ${near.name} was sent, and names have to be spelled exactly so.`
      : `${field.name} is missing.`,
    accepted: near ? `Call it ${field.name}.` : `Send ${field.name}. ${acceptedForm(field)}`,
    ...withExample(field),
  }
}

const wrong = (operation: Operation, field: Field, value: Json, message: string): Obstacle => {
  const whole = wholePhone(operation, field, value)
  const sent = shown(field, value)
  return {
    about: 'field',
    field: field.name,
    problem: `${field.name} is not of the form that is asked for.`,
    accepted: whole ? `Send ${whole}: ${lowered(message)}` : message,
    ...(sent !== undefined && { sent }),
    ...withExample(field),
  }
}

const lowered = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** What the entry has to say against one field; the emulator may have been more lenient. */
const obstacleOf = (
  operation: Operation,
  field: Field,
  value: Json | undefined,
  unread: readonly Unread[],
): Obstacle | undefined => {
  if (value === undefined || isBlank(value) || (typeof value === 'string' && value.trim() === '')) {
    return field.required ? missing(field, unread) : undefined
  }
  if (isTakenOut(value)) return undefined
  const problem = fieldProblem(field, value)
  return problem && wrong(operation, field, value, problem.message)
}

const isChecked = ({ in: place }: Field) => place === undefined || place === 'body' || place === 'query'

/** Whether a remark is about this field: such remarks begin with its name. */
const isAbout = (note: string, { name }: Field): boolean =>
  [name, name.split('.').at(-1) ?? name].some(
    (spelled) => note.startsWith(spelled) && !/[\w.]/.test(note.charAt(spelled.length)),
  )

/** The field that a refusal was about, by what the provider's check said. */
export const fieldIn = (operation: Operation, note: string | undefined): Field | undefined =>
  note === undefined
    ? undefined
    : operation.fields
        .filter((field) => isAbout(note, field))
        .sort((a, b) => b.name.length - a.name.length)[0]

/** What stands against the fields that were sent; the one that the check named comes first, in any case. */
export const fieldObstacles = (
  operation: Operation,
  items: readonly Values[],
  note: string | undefined,
  unread: readonly Unread[],
): Obstacle[] => {
  const named = fieldIn(operation, note)
  const found = items.flatMap((values) =>
    operation.fields
      .filter(isChecked)
      .flatMap((field) => obstacleOf(operation, field, values[field.name], unread) ?? []),
  )
  const distinct = found.filter(
    (one, index) =>
      found.findIndex(({ field, problem }) => field === one.field && problem === one.problem) === index,
  )
  if (!named || note === undefined) return distinct
  const isUsual = /^\S+ is (missing|not of the documented form)\b/.test(note)
  const known = distinct.find(({ field }) => field === named.name)
  const own = known && isUsual ? known : byRule(named, items, note)
  return [own, ...distinct.filter(({ field }) => field !== named.name)]
}

/** A rule of the provider is against the value, whatever the entry says: `X is none of these. Send one of a, b.` */
const byRule = (field: Field, items: readonly Values[], note: string): Obstacle => {
  const value = items.map((values) => values[field.name]).find((one) => one !== undefined)
  const sent = value === undefined ? undefined : shown(field, value)
  const [, problem = note, accepted = ''] = /^(.*?[.!?])\s+(.*)$/s.exec(note) ?? []
  return {
    about: 'field',
    field: field.name,
    problem,
    accepted: accepted === '' ? acceptedForm(field) : accepted,
    ...(sent !== undefined && { sent }),
    ...withExample(field),
  }
}

/** Names that no field has, with the one that was probably meant. */
export const unreadNames = (
  operation: Operation,
  items: readonly Values[],
  notes: readonly string[],
): Unread[] => {
  const known = new Set(operation.fields.map(({ name }) => name))
  const names = [...new Set(items.flatMap((values) => Object.keys(values)))]
  const strange = names.filter((name) => name !== '' && !known.has(name) && !isForgiven(name, notes))
  const sent = new Set(names)
  const open = [...known].filter((name) => !sent.has(name))
  return strange.slice(0, 20).map((name) => {
    const meant = nearestName(name, open)
    return {
      name: cut(name, 80),
      ...(meant !== undefined && { meant }),
      sentence:
        meant === undefined
          ? 'No rule of this call reads it.'
          : meant.toLowerCase() === name.toLowerCase()
            ? `Nobody reads it: it is ${meant}, capitals included.`
            : `Nobody reads it. Was ${meant} meant?`,
    }
  })
}

/** `InitiatorName was sent where the documentation has Initiator; accepted.` */
const isForgiven = (name: string, notes: readonly string[]) =>
  notes.some((note) => note.startsWith(`${name} was sent where `) || note.startsWith(`${name} is read `))
