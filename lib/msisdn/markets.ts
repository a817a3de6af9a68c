/** A country's M-Pesa: its money, its numbers, its clock. */
export type Market = {
  id: string
  name: string
  /** Who runs M-Pesa there. */
  operator: string
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
    operator: 'Safaricom',
    currency: 'KES',
    prefix: '254',
    msisdn: /^254[17]\d{8}$/,
    timeZone: 'Africa/Nairobi',
    utcOffsetMinutes: 180,
  },
  tanzania: {
    id: 'tanzania',
    name: 'Tanzania',
    operator: 'Vodacom',
    currency: 'TZS',
    prefix: '255',
    msisdn: /^255[67]\d{8}$/,
    timeZone: 'Africa/Dar_es_Salaam',
    utcOffsetMinutes: 180,
  },
  ghana: {
    id: 'ghana',
    name: 'Ghana',
    operator: 'Telecel',
    currency: 'GHS',
    prefix: '233',
    msisdn: /^233[25]\d{8}$/,
    timeZone: 'Africa/Accra',
    utcOffsetMinutes: 0,
  },
  lesotho: {
    id: 'lesotho',
    name: 'Lesotho',
    operator: 'Vodacom',
    currency: 'LSL',
    prefix: '266',
    msisdn: /^266[56]\d{7}$/,
    timeZone: 'Africa/Maseru',
    utcOffsetMinutes: 120,
  },
  drc: {
    id: 'drc',
    name: 'DR Congo',
    operator: 'Vodacom',
    // Dollars, not francs: M-Pesa OpenAPI, vodacomDRC.
    currency: 'USD',
    prefix: '243',
    msisdn: /^243[89]\d{8}$/,
    timeZone: 'Africa/Kinshasa',
    utcOffsetMinutes: 60,
  },
  mozambique: {
    id: 'mozambique',
    name: 'Mozambique',
    operator: 'Vodacom',
    currency: 'MZN',
    prefix: '258',
    msisdn: /^2588[2-7]\d{7}$/,
    timeZone: 'Africa/Maputo',
    utcOffsetMinutes: 120,
  },
} as const satisfies Record<string, Market>

export type MarketId = keyof typeof markets

export const marketOf = (id: string): Market => markets[id as MarketId] ?? markets.kenya
