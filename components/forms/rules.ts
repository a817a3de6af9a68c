import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { withValueAt } from './path'

/** Dotted name of a field to what is wrong there, as the server says it too. */
export type Wrong = Record<string, string[] | undefined>

export const errorsIn = (wrong: Wrong): FieldErrors => {
  let errors: FieldErrors = {}
  for (const [name, words] of Object.entries(wrong)) {
    if (words) errors = withValueAt(errors, name, { type: 'wrong', message: words.join(' ') })
  }
  return errors
}

/** All that is said of a field and of what is below it. */
export const messagesIn = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return []
  const { message, type: _, types: __, ref: ___, ...below } = error as Record<string, unknown>
  return [...(typeof message === 'string' ? [message] : []), ...Object.values(below).flatMap(messagesIn)]
}

export type SchemaSource<Input extends FieldValues> = () => Promise<z.ZodType<unknown, Input>>

/**
 * Checks input by the schema that the server has too. Schema and zod are fetched when first asked for, so that no page
 * carries them; where they cannot be fetched nothing is found, and the server alone judges.
 */
export const createSchemaCheck = <Input extends FieldValues>(source: SchemaSource<Input> | undefined) => {
  let prepared: Promise<Resolver<Input> | undefined> | undefined
  const prepare = () => {
    if (!source) return Promise.resolve(undefined)
    prepared ??= Promise.all([import('@hookform/resolvers/zod'), source()]).then(
      ([{ zodResolver }, schema]) => zodResolver(schema, undefined, { raw: true }),
      () => {
        prepared = undefined
        return undefined
      },
    )
    return prepared
  }
  const errorsOf = async (input: Input): Promise<object> => {
    const check = await prepare()
    const found = await check?.(input, undefined, { fields: {}, shouldUseNativeValidation: false })
    return found?.errors ?? {}
  }
  return { prepare, errorsOf }
}

/** The form library's view of both kinds of rules: of the schema, and of the form itself. */
export const resolverOf =
  <Values extends FieldValues, Input extends FieldValues>({
    schemaErrorsOf,
    check,
    inputOf,
  }: {
    schemaErrorsOf: (input: Input) => Promise<object>
    check: ((values: Values) => Wrong) | undefined
    inputOf: (values: Values) => Input
  }): Resolver<Values> =>
  async (values) => {
    const errors = { ...(await schemaErrorsOf(inputOf(values))), ...errorsIn(check?.(values) ?? {}) }
    return Object.keys(errors).length > 0
      ? { values: {}, errors: errors as FieldErrors<Values> }
      : { values, errors: {} }
  }
