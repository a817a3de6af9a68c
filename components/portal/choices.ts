/** What a form of the portal offers: products of the system, and markets with their currency. */
export type Choice = { name: string; title: string }
export type MarketChoice = { id: string; name: string; currency: string }
