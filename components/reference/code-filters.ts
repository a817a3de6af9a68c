import { anyText, oneOf, type Values } from '@/components/address/address'
import type { Code } from '@/lib/catalogue/types'
import { searchCodes } from '@/lib/codes/search'

/** What the search for codes is asked, by the names of the address. */
export const codeNames = {
  /** A code, words, or a pasted message. */
  q: anyText,
  system: anyText,
  where: anyText,
  operation: anyText,
  evidence: oneOf(['confirmed', 'unconfirmed']),
}
export type CodeFilters = Values<typeof codeNames>

/** A row without operations can come from any call of its system. */
const isFrom = (code: Code, operation: { id: string; system: string } | undefined): boolean =>
  !operation ||
  code.operations.includes(operation.id) ||
  (code.operations.length === 0 && code.system === operation.system && !code.context)

/** The codes that fit, the likeliest first. */
export const codesFor = (
  codes: readonly Code[],
  { q, system, where, evidence }: CodeFilters,
  operation: { id: string; system: string } | undefined,
): readonly Code[] =>
  searchCodes(
    codes.filter(
      (code) =>
        (system === '' || code.system === system) &&
        (where === '' || code.where === where) &&
        (evidence === '' || code.confirmed === (evidence === 'confirmed')) &&
        isFrom(code, operation),
    ),
    q,
  )
