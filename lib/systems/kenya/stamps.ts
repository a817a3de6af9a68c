/**
 * Undefined for what stands in place of a receipt where no money moved: zeros, a prefix with zeros (Daraja reference,
 * Identifier formats), and since 2025 a prefix with a round number, `TK61000000` (mpesakit, issue 102).
 */
export const receiptOf = (value: string | undefined): string | undefined =>
  value && /^[A-Z0-9]{8,14}$/.test(value) ? unlessStandIn(value) : undefined

/** The same of a text that is a receipt by its place, in whatever form. */
export const unlessStandIn = (value: string | undefined): string | undefined =>
  value && !/0{7}$|^[A-Z]{2}[A-Z0-9]\d0{6}$|^0+$|^(n\/?a|null|none|nil|undefined|-+)$/i.test(value.trim())
    ? value
    : undefined

/** Nairobi, which has no daylight saving time. */
const nairobiOffsetMs = 180 * 60_000

/** `20261120091547` or `20.11.2026 09:15:47`, Nairobi time -> epoch milliseconds. */
export const stampOf = (value: string | undefined): number | undefined => {
  if (!value) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(value)
  const dotted = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})$/.exec(value)
  const parts = compact
    ? compact.slice(1)
    : dotted
      ? [dotted[3], dotted[2], dotted[1], ...dotted.slice(4)]
      : undefined
  if (!parts) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number)
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  return Number.isNaN(at) ? undefined : at - nairobiOffsetMs
}

/** Epoch milliseconds -> `20261120091547` on the clock that is this many minutes east of UTC. */
export const compactStamp = (at: number, utcOffsetMinutes: number): string =>
  new Date(at + utcOffsetMinutes * 60_000).toISOString().replace(/\D/g, '').slice(0, 14)
