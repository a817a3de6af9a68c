import type { KeyKind } from '@/lib/catalogue/types'
import type { CorrelationKey } from '@/lib/wire/types'
import type { TransactionState } from '../types'

/** Longer than any identifier seen; what exceeds it is not one. */
const longestId = 200

export const keyOf = (kind: KeyKind, value: string | undefined): CorrelationKey[] =>
  value && value.length <= longestId ? [{ kind, value }] : []

export const keyed = (...pairs: [KeyKind, string | undefined][]): CorrelationKey[] =>
  pairs.flatMap(([kind, value]) => (value ? [{ kind, value }] : []))

/** States as status queries of all systems word them. */
export const stateOf = (words: string | undefined): TransactionState | undefined => {
  if (words === undefined) return undefined
  if (/^completed$/i.test(words.trim())) return 'completed'
  if (/^(cancelled|declined|expired|failed)$/i.test(words.trim())) return 'ended'
  return /initiated|authori[sz]ed|pending|progress|processing/i.test(words) ? 'open' : undefined
}

/** Without a code nobody knows how it ended, whatever the words say. */
export const saysNoOutcome = (code: string | undefined): boolean => code === undefined || code.trim() === ''

/** A code made of zeros only: `0`, `00`, `00000000`. */
export const isZero = (code: string | undefined): boolean => code !== undefined && /^0+$/.test(code)
