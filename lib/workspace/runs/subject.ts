import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { centsOf } from '@/lib/money'
import type { Market } from '@/lib/msisdn/markets'
import type { Values } from '@/lib/wire/types'

/** Who, how much and what for, as the entry says. */
export const subjectOf = (operation: Operation, values: Values, market: Pick<Market, 'currency'>) => {
  const text = (value: Json | undefined) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  const first = (isMeant: (field: Field) => boolean) =>
    operation.fields
      .filter(isMeant)
      .map((field) => text(values[field.name]))
      .find((value) => value !== undefined && value !== '')
  const amountCents = centsOf(first(({ kind }) => kind === 'amount'))
  return {
    amountCents: amountCents ?? null,
    currency: amountCents === undefined ? null : market.currency,
    msisdn: first(({ kind }) => kind === 'msisdn') ?? null,
    reference: first(({ subject }) => subject === 'reference')?.slice(0, 200) ?? null,
  }
}
