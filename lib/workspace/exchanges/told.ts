import 'server-only'
import type { ExchangeRow } from '@/db/queries/exchanges'
import type { Operation } from '@/lib/catalogue/types'
import { isRefused } from '@/lib/exchanges/explain'
import type { Told } from '@/lib/exchanges/types'
import { findOperation, isSystem } from '@/lib/systems'

/** A kept exchange as the core explains it; undefined for one that no system received. */
export const toldOf = (row: ExchangeRow): Told | undefined => {
  if (!isSystem(row.system)) return undefined
  const told: Told = {
    system: row.system,
    method: row.method,
    path: row.path,
    query: row.query,
    headers: row.requestHeaders,
    body: row.bodyEncoding === 'utf8' ? row.requestBody : '',
    status: row.answerStatus,
    answer: row.answerBody,
    notes: row.notes,
    ...(row.operation !== null && { operation: row.operation }),
    // A fault on purpose tells nothing of the request.
    ...(row.ended !== null && row.ended !== 'fault' && { ended: row.ended }),
  }
  return { ...told, isRefused: refusedIn(row, told) }
}

/** As it was read when it came; what was kept cannot be read anew where a secret was part of it. */
const refusedIn = ({ outcome, answerStatus }: ExchangeRow, told: Told): boolean => {
  if (outcome === null) return isRefused(told)
  if (outcome === 'unreadable') return answerStatus >= 400
  return outcome === 'refused' || outcome === 'failed'
}

export const operationOf = ({ operation }: Pick<ExchangeRow, 'operation'>): Operation | undefined =>
  operation === null ? undefined : findOperation(operation)
