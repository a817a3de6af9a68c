import { isSystem, systemOf } from '.'

/** How an address stands to what its provider published; undefined where it published nothing, or none is known. */
export const senderStanding = (
  system: string | null,
  address: string,
): 'published' | 'unconfirmed' | 'outside' | undefined => {
  if (system === null || !isSystem(system) || address === '') return undefined
  const { senders } = systemOf(system)
  const found = senders?.find((one) => one.address === bare(address))
  if (found) return found.confirmed ? 'published' : 'unconfirmed'
  return senders?.some(({ confirmed }) => confirmed) ? 'outside' : undefined
}

/** An IPv4 address may come in its IPv6 form. */
const bare = (address: string) => address.replace(/^::ffff:/i, '')
