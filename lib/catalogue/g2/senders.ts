import type { SenderAddress } from '../types'

/** Those of the years in which the interface was opened to others; a private line may show any address. */
export const g2Senders: readonly SenderAddress[] = [
  '196.201.214.127',
  '196.201.214.136',
  '196.201.214.137',
].map((address) => ({
  address,
  confirmed: false,
  source: 'End points that public clients of the interface name',
}))
