import ipaddr from 'ipaddr.js'

/** `never` stays shut whatever the settings say; `private` opens with JARIBU_ALLOW_PRIVATE_TARGETS. */
export type Reach = 'public' | 'private' | 'loopback' | 'never'

/** Addresses where clouds hand credentials to whoever asks, outside the link-local range. */
const metadata = new Set([
  'fd00:ec2:0:0:0:0:0:254', // AWS, IPv6
  'fd20:ce:0:0:0:0:0:254', // Google Cloud, IPv6
  '100.100.100.200', // Alibaba Cloud
  '168.63.129.16', // Azure
  '192.0.0.192', // Oracle Cloud
])

const closed = new Set(['linkLocal', 'unspecified', 'multicast', 'broadcast'])

/** How far an address reaches, looking through every IPv6 form that carries an IPv4 address. */
export const reachOf = (address: string): Reach => {
  if (!ipaddr.isValid(address)) return 'never'
  const parsed = ipaddr.process(address.split('%')[0] ?? '')
  if (parsed instanceof ipaddr.IPv6) {
    const inner = embeddedIn(parsed)
    if (inner) return reachOf(inner)
    if (parsed.range() === 'teredo') return 'never'
  }
  const range = parsed.range()
  if (closed.has(range) || metadata.has(parsed.toNormalizedString())) return 'never'
  if (range === 'loopback') return 'loopback'
  return range === 'unicast' ? 'public' : 'private'
}

const embeddedIn = (address: ipaddr.IPv6): string | undefined => {
  const range = address.range()
  const bytes = address.toByteArray()
  // RFC 6052 and 6145 translate to the last four bytes, 6to4 (RFC 3056) to the four after its prefix.
  if (range === 'rfc6052' || range === 'rfc6145') return bytes.slice(12).join('.')
  if (range === '6to4') return bytes.slice(2, 6).join('.')
  // `::a.b.c.d`, the old compatible form; `::` and `::1` are none.
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0) && bytes.slice(12, 14).some(Boolean)
  return isCompatible ? bytes.slice(12).join('.') : undefined
}
