import type { Field, FieldRule, Json, Operation } from '@/lib/catalogue/types'
import { isBlank } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { itemsKey } from './body'
import { shapeIssues } from './shape'

/** Something that the provider is known to refuse. `field` is empty when it is about the whole request. */
export type ValueIssue = { field: string; message: string; source?: string }

/** `2026-11-19 8:00` sorts as `2026-11-19 08:00`. */
const sortable = (value: Json | undefined) => String(value ?? '').replace(/ (\d):/, ' 0$1:')

/** The field at fault, if the rule is broken. */
const brokenBy = (rule: FieldRule, values: Values): string | undefined => {
  switch (rule.kind) {
    case 'one-of':
      return rule.fields.every((name) => isBlank(values[name])) ? rule.fields[0] : undefined
    case 'same': {
      const [first, second] = rule.fields
      if (isBlank(values[first]) || isBlank(values[second])) return undefined
      return String(values[first]) === String(values[second]) ? undefined : second
    }
    case 'absent-when':
      return values[rule.when.field] === rule.when.equals && !isBlank(values[rule.field])
        ? rule.field
        : undefined
    case 'not-after':
      if (isBlank(values[rule.earlier]) || isBlank(values[rule.later])) return undefined
      return sortable(values[rule.earlier]) > sortable(values[rule.later]) ? rule.later : undefined
  }
}

const fieldAt = (operation: Operation, path: (string | number)[]): Field | undefined => {
  const [first, ...rest] = path.filter((part) => typeof part === 'string')
  const field = operation.fields.find(({ name }) => name === first)
  return rest.length > 0 && field?.items ? field.items.find(({ name }) => name === rest[0]) : field
}

/** The provider's own limits, each with its reason. Nothing here stops anyone from sending anyway. */
export const checkValues = (operation: Operation, values: Values): ValueIssue[] => {
  const isFlatList = operation.body === 'array' && !(itemsKey in values)
  const issues = shapeIssues(operation, present(values)).map(({ path, message }): ValueIssue => {
    const shown = isFlatList ? path.slice(2) : path
    const inItem = operation.body === 'array' ? path.slice(2) : path
    const field = fieldAt(operation, inItem)
    return {
      field: shown.map(String).join('.'),
      message,
      ...(field && { source: field.sources[0] }),
    }
  })
  const broken = (operation.rules ?? []).flatMap((rule): ValueIssue[] => {
    const name = brokenBy(rule, values)
    const field = operation.fields.find((candidate) => candidate.name === name)
    return name === undefined
      ? []
      : [{ field: name, message: rule.message, ...(field && { source: field.sources[0] }) }]
  })
  return [...issues, ...broken]
}

const present = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
