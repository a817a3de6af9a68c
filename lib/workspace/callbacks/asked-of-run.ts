import 'server-only'
import type { RunRow } from '@/db/queries/runs'
import type { Json } from '@/lib/catalogue/types'
import { type Asked, askedIn, nothingAsked } from '@/lib/derive/agreement'
import { findOperation, systemOf } from '@/lib/systems'

/** As the run's columns have it, which costs nothing to read. */
export const askedAsStored = (run: RunRow): Asked => {
  const operation = findOperation(run.operation)
  if (!operation) {
    // A customer's payment: what its first message said.
    const { amountCents, msisdn } = run
    return {
      ...nothingAsked,
      amountsCents: amountCents === null ? [] : [amountCents],
      phones: msisdn === null ? [] : [msisdn],
    }
  }
  return askedIn(operation, run.values as Record<string, Json>)
}

/** As it was sent: what the environment filled in stands in the request only. */
export const askedAsSent = (run: RunRow): Asked => {
  const operation = findOperation(run.operation)
  if (!operation) return askedAsStored(run)
  const parsed = systemOf(operation.system).parseBody(operation, run.requestBody)
  if ('error' in parsed) return askedAsStored(run)
  const [typed, whole] = [askedAsStored(run), askedIn(operation, parsed.values)]
  return {
    amountsCents: whole.amountsCents.length > 0 ? whole.amountsCents : typed.amountsCents,
    phones: [...typed.phones, ...whole.phones],
    parties: [...typed.parties, ...whole.parties],
    receipts: [...typed.receipts, ...whole.receipts],
  }
}
