import { z } from 'zod'
import type { Code } from '@/lib/catalogue/types'
import { searchCodes } from '@/lib/codes/search'
import { findOperation } from '@/lib/systems'
import { allCodes, type CodeView, codeView } from './code-view'

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())

export const codeFilter = z.object({
  q: optional(z.string().max(4000, 'Longer texts go to POST /api/v1/codes/explain.')),
  system: optional(z.string()),
  where: optional(z.string()),
  operation: optional(z.string()),
  evidence: optional(z.enum(['confirmed', 'unconfirmed'])),
})

/** Every code of every system, narrowed; the likeliest first when something is sought. */
export const listCodes = (input: unknown = {}): { codes: CodeView[]; total: number } => {
  const { q = '', system, where, operation, evidence } = codeFilter.parse(input)
  const rows = allCodes.filter(
    (row) =>
      (!system || row.system === system) &&
      (!where || row.where === where) &&
      (!operation || isFrom(row, operation)) &&
      (!evidence || row.confirmed === (evidence === 'confirmed')),
  )
  return { codes: searchCodes(rows, q).map(codeView), total: allCodes.length }
}

/** A row without operations can come from any call of its system. */
const isFrom = (row: Code, operation: string) =>
  row.operations.includes(operation) ||
  (row.operations.length === 0 && !row.context && row.system === findOperation(operation)?.system)
