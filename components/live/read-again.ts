import type { QueryKey } from '@tanstack/react-query'
import type { Queries } from './query-store'

/**
 * Reads again what is on screen below this key. A first reading that is still under way may have left before the change,
 * and TanStack Query would let it finish and call it fresh: so it is cancelled first.
 */
export const readAgain = async (
  queries: Pick<Queries, 'cancelQueries' | 'invalidateQueries'>,
  queryKey?: QueryKey,
): Promise<void> => {
  await queries.cancelQueries({ queryKey })
  await queries.invalidateQueries({ queryKey })
}
