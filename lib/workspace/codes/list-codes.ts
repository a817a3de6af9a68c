import { z } from 'zod'
import { codePlaces } from '@/lib/catalogue/code-places'
import type { Code } from '@/lib/catalogue/types'
import { searchCodes } from '@/lib/codes/search'
import { findOperation } from '@/lib/systems'
import { allCodes, codeView } from './code-view'
import type { CodeView } from './views'

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())

export const codeFilter = z.object({
  q: optional(z.string().max(4000, 'Longer texts go to POST /api/v1/codes/explain.')).describe(
    'Code, words, or a short message.',
  ),
  system: optional(z.string()).describe('Id of an API system.'),
  where: optional(z.string()).describe(`${Object.keys(codePlaces).join(', ')}.`),
  operation: optional(z.string()).describe('Id of an operation.'),
  evidence: optional(z.enum(['confirmed', 'unconfirmed'])),
})
export type CodeFilter = z.output<typeof codeFilter>

/** Every code of every system, narrowed; the likeliest first when something is sought. */
export const listCodes = ({
  q = '',
  system,
  where,
  operation,
  evidence,
}: CodeFilter = {}): { codes: CodeView[]; total: number } => {
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
