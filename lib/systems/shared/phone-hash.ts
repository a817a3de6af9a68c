/** Since 2023 notices of customers' payments bring a SHA-256 of the number in its place, sometimes with its middle masked. */
const phoneHash = /^[0-9a-f]{16,}(?:[\s*•]+[0-9a-f]{8,}|[0-9a-f]*)$/i

/** The hash that stands where a phone number does; undefined for anything else. A number in digits is none. */
export const phoneHashIn = (text: string | undefined): string | undefined =>
  text !== undefined && phoneHash.test(text) && !/^\d{1,20}$/.test(text) ? text : undefined
