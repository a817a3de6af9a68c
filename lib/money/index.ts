/** Money is integer cents of a currency. Text and wire numbers become cents here and nowhere else. */

/** `150`, `"150.00"`, `"1,500.5"`, `-310` -> cents. Undefined for what is not an amount. */
export const centsOf = (value: unknown): number | undefined => {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(String(value).trim().replaceAll(',', ''))
  if (!match) return undefined
  const [, sign, whole = '0', fraction = ''] = match
  // Part of a cent is rounded half up, as one third digit tells.
  const thousandths = Number(`${fraction}000`.slice(0, 3))
  const cents = Number(whole) * 100 + Math.floor((thousandths + 5) / 10)
  return sign ? 0 - cents : cents
}

/** `KES 1,500.00`. */
export const formatMoney = (cents: number, currency: string): string => {
  const whole = Math.floor(Math.abs(cents) / 100)
  const rest = String(Math.abs(cents) % 100).padStart(2, '0')
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${currency} ${cents < 0 ? '-' : ''}${grouped}.${rest}`
}
