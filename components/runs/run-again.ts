import type { Json } from '@/lib/catalogue/types'

/** Stored values hold this in place of a secret. */
const isRedacted = (value: Json) => value === '[redacted]'

/**
 * What a stored run gives to the next one: the values as their sender gave them. A redacted one cannot be sent; left
 * out, it is computed again.
 */
export const valuesToSendAgain = (values: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isRedacted(value)))
