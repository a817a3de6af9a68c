import type { MarketId } from '@/lib/msisdn/markets'

/** A market as the platform writes it: in the path, in input_Country and in input_Currency. */
export type WireMarket = { id: MarketId; path: string; name: string; country: string; currency: string }

/** M-Pesa OpenAPI portal: these five and no others. Kenya and Egypt in some repositories have no source. */
export const wireMarkets: readonly WireMarket[] = [
  { id: 'tanzania', path: 'vodacomTZN', name: 'Vodacom Tanzania', country: 'TZN', currency: 'TZS' },
  { id: 'ghana', path: 'vodafoneGHA', name: 'Vodafone Ghana', country: 'GHA', currency: 'GHS' },
  { id: 'lesotho', path: 'vodacomLES', name: 'Vodacom Lesotho', country: 'LES', currency: 'LSL' },
  { id: 'drc', path: 'vodacomDRC', name: 'Vodacom DR Congo', country: 'DRC', currency: 'USD' },
  { id: 'mozambique', path: 'vodacomMOZ', name: 'Vodacom Mozambique', country: 'MOZ', currency: 'MZN' },
]

export const wireMarketOf = (id: string): WireMarket | undefined =>
  wireMarkets.find((market) => market.id === id)
