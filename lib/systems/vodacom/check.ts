import type { Field, Operation } from '@/lib/catalogue/types'
import { notOfForm } from '@/lib/systems/gateway/field-facts'
import { isBlank } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'

/** The code with which the gateway names a wrong field, and why. */
export type Fault = { code: string; note: string }

/** The first field that the provider would object to, in the order of its documentation. */
export const checkFields = (
  { fields }: Operation,
  values: Values,
  {
    isStrict,
    except,
    codeOf,
  }: {
    isStrict: boolean
    /** A field whose published test value breaks its own pattern. */
    except?: string
    /** How the provider names a present value that is wrong; undefined for one that is right. */
    codeOf(field: Field, text: string): string | undefined
  },
): Fault | undefined => {
  const missing = fields.find((field) => field.required && isBlank(values[field.name]))
  if (missing) return { code: 'INS-20', note: `${missing.name} is missing.` }
  for (const field of fields) {
    const value = values[field.name]
    if (value === undefined || isBlank(value) || field.name === except) continue
    if (typeof value !== 'string' && typeof value !== 'number') {
      return { code: 'INS-21', note: `${field.name} is neither text nor a number.` }
    }
    if (isStrict && typeof value === 'number' && !field.alsoAccepts?.includes('number')) {
      return { code: 'INS-21', note: `${field.name} has to be text.` }
    }
    const code = codeOf(field, String(value))
    if (code !== undefined) return { code, note: notOfForm(field) }
  }
}
