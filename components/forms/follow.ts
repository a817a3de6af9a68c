import type { FieldPath, FieldValues, PathValue, UseFormReturn } from 'react-hook-form'
import { valueAt } from './path'

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isSame = (one: unknown, other: unknown) =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

const namesIn = (values: object): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    isGroup(value) ? namesIn(value).map((below) => `${name}.${below}`) : [name],
  )

/**
 * The server tells other values than the form began with, for a teammate saved theirs: a field that nobody touched
 * takes the new value, for sending the old one back would undo the teammate's change. What was typed stays.
 */
export const follow = <Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'getValues' | 'resetField'>,
  before: object,
  next: object,
): void => {
  for (const name of namesIn(next)) {
    const told = valueAt(next, name)
    if (isSame(told, valueAt(before, name))) continue
    const held = form.getValues(name as FieldPath<Values>)
    if (!isSame(held, valueAt(before, name)) && !isSame(held, told)) continue
    form.resetField(name as FieldPath<Values>, { defaultValue: told as PathValue<Values, FieldPath<Values>> })
  }
}
