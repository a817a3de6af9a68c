import { type Step, stepsOfOperation } from '@/components/runs/sequence'
import type { Code, Operation } from '@/lib/catalogue/types'

/** What blocks name, ready to be drawn. It crosses to the browser, so it holds no more than that. */
export type Lookup = {
  operations: Record<string, Pick<Operation, 'id' | 'title' | 'summary' | 'method' | 'path' | 'status'>>
  flows: Record<string, Step[]>
  codes: Record<string, Code>
  samples: Record<string, { label: string; code: string }[]>
}

export const lookupOf = (
  { operations, codes }: { operations: readonly Operation[]; codes: readonly Code[] },
  samples: Lookup['samples'],
): Lookup => ({
  operations: Object.fromEntries(
    operations.map(({ id, title, summary, method, path, status }) => [
      id,
      { id, title, summary, method, path, status },
    ]),
  ),
  flows: Object.fromEntries(operations.map((operation) => [operation.id, stepsOfOperation(operation)])),
  codes: Object.fromEntries(codes.map((code) => [`${code.system}/${code.id}`, code])),
  samples,
})
