import ipaddr from 'ipaddr.js'

export type Range = [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number]

/** `10.0.0.0/8` or a single address; undefined for what is neither. */
export const rangeOf = (text: string): Range | undefined => {
  const typed = text.trim()
  if (ipaddr.isValidCIDR(typed)) return ipaddr.parseCIDR(typed)
  if (!ipaddr.isValid(typed)) return undefined
  const address = ipaddr.process(typed)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Whether an address lies in one of the ranges. With no range nobody does, at no cost. */
export const isWithin = (ranges: readonly Range[]): ((address: string) => boolean) => {
  if (ranges.length === 0) return () => false
  return (address) => {
    if (!ipaddr.isValid(address)) return false
    const parsed = ipaddr.process(address)
    return ranges.some((range) => range[0].kind() === parsed.kind() && parsed.match(range))
  }
}
