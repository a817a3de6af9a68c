import type { Code, Operation } from '@/lib/catalogue/types'
import type { Block } from '@/lib/guides/types'
import { codesIn, operationsIn } from '@/lib/guides/walk'
import { findOperation } from '@/lib/systems'
import { findCode } from '../codes/code-view'

/** Entries of the catalogue that some blocks speak of. */
export const namedIn = (blocks: readonly Block[]): { operations: Operation[]; codes: Code[] } => ({
  operations: operationsIn(blocks).flatMap((id) => findOperation(id) ?? []),
  codes: codesIn(blocks).flatMap((ref) => {
    const slash = ref.indexOf('/')
    return findCode(ref.slice(0, slash), ref.slice(slash + 1)) ?? []
  }),
})
