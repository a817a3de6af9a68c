import type { Field, Json, Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import { itemsKey } from './body'
import { fieldProblem } from './field-problem'

/** Where a value does not have the shape that the provider accepts, and what to do about it. */
export type ShapeIssue = { path: (string | number)[]; message: string }

const missing = (name: string) => `Fill in ${name}: the request is refused without it.`

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const below = (step: string | number, issues: ShapeIssue[]): ShapeIssue[] =>
  issues.map(({ path, message }) => ({ path: [step, ...path], message }))

const listIssues = (name: string, fields: Field[], value: Json): ShapeIssue[] => {
  if (!Array.isArray(value)) return [{ path: [], message: `Send ${name} as a list.` }]
  return value.flatMap((item, index) =>
    below(
      index,
      isObject(item)
        ? objectIssues(fields, item)
        : [{ path: [], message: `Send item ${index + 1} of ${name} as an object.` }],
    ),
  )
}

const fieldIssues = (field: Field, value: Json | undefined): ShapeIssue[] => {
  if (value === undefined) {
    // A derived value may be absent: the system fills it in when the request is planned.
    return field.required && !field.derive ? [{ path: [], message: missing(field.name) }] : []
  }
  if (field.kind === 'list') return listIssues(field.name, field.items ?? [], value)
  if (value === '' && field.required) return [{ path: [], message: missing(field.name) }]
  const problem = fieldProblem(field, value)
  return problem ? [{ path: [], message: problem.message }] : []
}

/** Keys that no field names pass. */
const objectIssues = (fields: Field[], values: Values): ShapeIssue[] =>
  fields.flatMap((field) =>
    below(field.name, fieldIssues(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined)),
  )

/**
 * What the provider would not accept, at paths of wire names; values that it does not know pass. An operation whose body
 * is a list takes the fields of one item, or `items`. Without a schema library: every form carries this.
 */
export const shapeIssues = (operation: Operation, values: Values): ShapeIssue[] => {
  if (operation.body !== 'array') return objectIssues(operation.fields, values)
  const items = Object.hasOwn(values, itemsKey) ? values[itemsKey] : [values as Record<string, Json>]
  const issues = listIssues(itemsKey, operation.fields, items ?? null)
  const count = Array.isArray(items) ? items.length : undefined
  const most = operation.maxItems
  if (count === 0) issues.push({ path: [], message: 'The list is empty. Add at least one item.' })
  if (count !== undefined && most !== undefined && count > most) {
    issues.push({
      path: [],
      message: `The list may have ${most.toLocaleString('en')} items at most. Send the rest in a second request.`,
    })
  }
  return below(itemsKey, issues)
}
