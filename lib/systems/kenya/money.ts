export const market = 'kenya'
export const currency = 'KES'

export const shillings = (cents: number): string => (cents / 100).toFixed(2)
