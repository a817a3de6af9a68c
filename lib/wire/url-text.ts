/** Marks that no screen shows, and that come along when an address is copied out of a page or a chat. */
const invisible = /[\p{Cf}\u00A0\u2000-\u200A\u202F\u3000]/gu

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * What stands against the text of an address that a browser would read all the same: it repairs missing slashes, and
 * drops blanks and line ends, where the machines that are given the address take it as it is.
 */
export const urlTextFaults = (typed: string): string[] => {
  const faults: string[] = []
  const [hidden] = typed.match(invisible) ?? []
  const text = typed.replace(invisible, '')
  const inner = text.trim()
  if (hidden) faults.push(`It holds a character that cannot be seen (${codeOf(hidden)}): type it anew.`)
  if (inner !== text) faults.push('It has blanks or line ends before or after it: remove them.')
  if (/[\r\n\t]/.test(inner)) faults.push('A line end or a tab stands inside it: remove it.')
  else if (/\s/.test(inner)) faults.push('A blank stands inside it: remove it, or write it as %20.')
  if (/^https?:(?!\/\/(?!\/))/i.test(inner))
    faults.push('Exactly two slashes follow https: (https://host/path).')
  if (inner.includes('\\')) faults.push('It holds a backslash: addresses have slashes.')
  const [strange] = inner.match(/["<>`{}|^]/) ?? []
  if (strange) faults.push(`It holds ${strange}, which no address does: remove it.`)
  const host = hostOf(inner) ?? ''
  if (host.includes('_')) faults.push(underscored)
  const label = host.startsWith('[') ? undefined : misshapen(host)
  if (label !== undefined) faults.push(label)
  return faults
}

const underscored = 'A host name may hold no underscore.'

/** RFC 1123: parts of 1 to 63 letters, digits and hyphens, none of these at an end; 253 altogether. */
const misshapen = (host: string): string | undefined => {
  const name = host.replace(/:\d*$/, '').replace(/\.$/, '')
  const parts = name.split('.')
  if (name !== '' && parts.includes('')) return 'Two dots of its host follow each other, or one begins it.'
  if (parts.some((part) => /^-|-$/.test(part)))
    return 'A part of a host name neither begins nor ends with a hyphen.'
  if (parts.some((part) => part.length > 63)) return 'A part of a host name has 63 characters at most.'
  return name.length > 253 ? 'A host name has 253 characters at most.' : undefined
}

const hostOf = (text: string): string | undefined =>
  /^https?:[\\/]*([^\\/?#\s]*)/i.exec(text)?.[1]?.replace(/^.*@/, '')

/** An address that is read as it stands, with nothing to repair. Names within one machine often hold an underscore. */
export const isWebAddress = (text: string): boolean =>
  readUrl(text) !== undefined && urlTextFaults(text).every((fault) => fault === underscored)

/** The address behind the text, as a browser would repair it; undefined where it is none of http or https. */
export const readUrl = (typed: string): URL | undefined => {
  const text = typed.replace(invisible, '').trim()
  if (/[^\S\r\n\t]/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined
}
