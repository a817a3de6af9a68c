import { cn } from '@/lib/classes'

/** `KES 1,250.00` from integer cents. */
export const moneyText = (cents: number, currency: string) =>
  `${currency} ${(cents / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

export function Money({
  cents,
  currency,
  className,
}: {
  cents: number
  currency: string
  className?: string
}) {
  return <span className={cn('whitespace-nowrap', className)}>{moneyText(cents, currency)}</span>
}
