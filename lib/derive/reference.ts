import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { typesInWords } from './field-problem'

export type ReferenceRow = {
  name: string
  kind: Field['kind']
  /** `text or a whole number` */
  type: string
  required: boolean
  in: NonNullable<Field['in']>
  /** One limit each, in words. */
  limits: string[]
  choices: { value: string; label: string }[]
  help: string
  example: Json
  note?: string
  /** Where the form gets the value, as a sentence; absent when a person types it. */
  filledBy?: string
  sources: string[]
  items?: ReferenceRow[]
}

const grouped = new Intl.NumberFormat('en-KE')

const limitsOf = (field: Field): string[] => {
  const { minimum, maximum, minLength, maxLength } = field
  const unit = field.kind === 'amount' ? 'KES ' : ''
  return [
    field.const === undefined ? undefined : `always ${field.const}`,
    minimum === undefined ? undefined : `at least ${unit}${grouped.format(minimum)}`,
    maximum === undefined ? undefined : `at most ${unit}${grouped.format(maximum)}`,
    minLength === undefined ? undefined : `at least ${minLength} character${minLength === 1 ? '' : 's'}`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    field.pattern === undefined ? undefined : `matches ${field.pattern}`,
  ].filter((limit) => limit !== undefined)
}

/** Labels of credentials by name: `lnmShortcode` is for code, `M-PESA Express shortcode` for people. */
type Labels = Readonly<Record<string, string>>

const filledBy = ({ derive, prefill }: Field, labels: Labels): string | undefined => {
  if (derive) return 'Computed when the request is sent.'
  switch (prefill?.from) {
    case 'credential':
      return `Filled from the environment: ${labels[prefill.name] ?? prefill.name}.`
    case 'inbox':
      return 'Filled from the environment’s inbox.'
    case 'phone':
      return 'Filled from the phone in use.'
    default:
      return undefined
  }
}

const rowOf = (field: Field, labels: Labels): ReferenceRow => {
  const filled = filledBy(field, labels)
  return {
    name: field.name,
    kind: field.kind,
    type: typesInWords(field),
    required: field.required,
    in: field.in ?? 'body',
    limits: limitsOf(field),
    choices: field.choices ?? [],
    help: field.help,
    example: field.example,
    ...(field.note && { note: field.note }),
    ...(filled && { filledBy: filled }),
    sources: field.sources,
    ...(field.items && { items: field.items.map((item) => rowOf(item, labels)) }),
  }
}

/** The field table of an operation's reference page. */
export const referenceOf = (operation: Operation, labels: Labels = {}): ReferenceRow[] =>
  operation.fields.map((field) => rowOf(field, labels))
