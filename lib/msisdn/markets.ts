/** A country's M-Pesa: its money, its numbers, its clock. */
export type Market = {
  id: string
  name: string
  currency: string
  /** Country code without plus. */
  prefix: string
  /** A whole number in international form, digits only. */
  msisdn: RegExp
  /** IANA name. */
  timeZone: string
  /** Minutes east of UTC. None of these countries has daylight saving time. */
  utcOffsetMinutes: number
}

export const markets = {
  kenya: {
    id: 'kenya',
    name: 'Kenya',
    currency: 'KES',
    prefix: '254',
    msisdn: /^254[17]\d{8}$/,
    timeZone: 'Africa/Nairobi',
    utcOffsetMinutes: 180,
  },
} as const satisfies Record<string, Market>

export type MarketId = keyof typeof markets

export const marketOf = (id: string): Market => markets[id as MarketId] ?? markets.kenya
