import type { Field, Json } from '@/lib/catalogue/types'
import { textOf } from '@/lib/derive'
import { isMask, lengthOf } from './draft'
import { originWords, type Start } from './origins'

/** What the row of a field shows beside its control. */
export type FieldHint =
  | { kind: 'origin' | 'follows'; words: string }
  /** `words`: typed over what the form began with, or in place of what is computed. */
  | { kind: 'edited'; words: 'edited' | 'by hand' }

export type FieldView = {
  /** In the control. */
  text: string
  placeholder: string | undefined
  /** Characters, and how many there may be; null for a value that is masked. */
  length: { count: number | null; most: number } | undefined
  hint: FieldHint
  resetTitle: string
}

/** How a row looks for a value, what the form began with, and what the system made of it. */
export const viewOf = (
  field: Field,
  {
    value,
    start,
    computed,
    isFollowing,
  }: { value: Json | undefined; start: Start; computed: Json | undefined; isFollowing: boolean },
): FieldView => {
  const isDerived = field.derive !== undefined
  const shown = isDerived && value === undefined ? computed : value
  const isMasked = isMask(shown)
  return {
    text: isMasked ? '' : textOf(shown),
    placeholder: isMasked ? textOf(shown) : isDerived ? 'computed when sent' : undefined,
    length: hasLength(field)
      ? { count: isMasked ? null : lengthOf(shown), most: field.maxLength }
      : undefined,
    hint: hintOf(field, value, start, isFollowing),
    resetTitle: resetTitle(field, start),
  }
}

const hasLength = (field: Field): field is Field & { maxLength: number } =>
  field.maxLength !== undefined && field.kind !== 'choice' && field.kind !== 'list'

const hintOf = (field: Field, value: Json | undefined, start: Start, isFollowing: boolean): FieldHint => {
  if (isFollowing) return { kind: 'follows', words: `same as ${field.follows}` }
  if (JSON.stringify(value) === JSON.stringify(start.value)) {
    return { kind: 'origin', words: originWords[start.origin] }
  }
  return { kind: 'edited', words: field.derive ? 'by hand' : 'edited' }
}

const resetTitle = (field: Field, start: Start) => {
  if (field.derive) return 'Compute it again'
  if (start.origin === 'inbox') return 'Use this inbox'
  return start.value === undefined ? 'Leave it out again' : `Back to ${textOf(start.value)}`
}
