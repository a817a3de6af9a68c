import { z } from 'zod'
import type { Field, FieldKind, Json, Operation } from '@/lib/catalogue/types'
import { itemsKey } from './body'
import { fieldProblem } from './field-problem'

const missing = (name: string) => `Fill in ${name}: the request is refused without it.`

const scalar = (field: Field) =>
  z.custom<Json>().superRefine((value, context) => {
    if (value === undefined || (value === '' && field.required)) {
      context.addIssue({ code: 'custom', message: missing(field.name), params: { limit: 'required' } })
      return
    }
    const problem = fieldProblem(field, value)
    if (problem) context.addIssue({ code: 'custom', message: problem.message, params: problem })
  })

const list = (field: Field): z.ZodType =>
  z.array(z.looseObject(shapeOf(field.items ?? [])), {
    error: ({ input }) => (input === undefined ? missing(field.name) : `Send ${field.name} as a list.`),
  })

/** A new kind of field without a schema does not compile. */
const schemaFor = {
  text: scalar,
  amount: scalar,
  number: scalar,
  msisdn: scalar,
  shortcode: scalar,
  url: scalar,
  email: scalar,
  choice: scalar,
  timestamp: scalar,
  date: scalar,
  datetime: scalar,
  receipt: scalar,
  reference: scalar,
  operator: scalar,
  base64: scalar,
  list,
} satisfies Record<FieldKind, (field: Field) => z.ZodType>

/** A derived value may be absent: the system fills it in when the request is planned. */
const fieldSchema = (field: Field): z.ZodType => {
  const schema = schemaFor[field.kind](field)
  return field.required && !field.derive ? schema : schema.optional()
}

const shapeOf = (fields: Field[]) =>
  Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)]))

/**
 * What the provider accepts, keyed by wire name; fields that it does not know pass. An operation whose body is a list
 * takes the fields of one item, or `items`.
 */
export const schemaOf = (operation: Operation): z.ZodType<Record<string, unknown>> => {
  const one = z.looseObject(shapeOf(operation.fields))
  if (operation.body !== 'array') return one
  const most = operation.maxItems
  const items = z.array(one).min(1, 'The list is empty. Add at least one item.')
  const capped = most
    ? items.max(
        most,
        `The list may have ${most.toLocaleString('en')} items at most. Send the rest in a second request.`,
      )
    : items
  return z.preprocess(
    (values) => (isFlat(values) ? { [itemsKey]: [values] } : values),
    z.looseObject({ [itemsKey]: capped }),
  ) as z.ZodType<Record<string, unknown>>
}

const isFlat = (values: unknown) => typeof values === 'object' && values !== null && !(itemsKey in values)
