/** Carries the emulators' remarks beside an answer, for logs and curious clients. */
export const noteHeader = 'X-Jaribu-Note'

/** A line that no proxy cuts, whatever the remarks are. */
const longest = 1000
const between = ' | '

/**
 * Remarks as one header value. Clients print and parse header blocks with quotes around them, so everything but plain
 * letters, digits and a few marks is percent-encoded.
 */
export const writeNotes = (notes: readonly string[]): string => {
  let line = ''
  for (const note of notes) {
    const next = note.replace(/[^A-Za-z0-9 ._~+*!-]/gu, (letter) =>
      // Encoded by hand: encodeURIComponent leaves the apostrophe, which is the one that breaks things.
      [...new TextEncoder().encode(letter)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    )
    const joined = line === '' ? next : `${line}${between}${next}`
    if (joined.length > longest) break
    line = joined
  }
  return line
}

/** The remarks in a header value that `writeNotes` made; a damaged one is given as it stands. */
export const readNotes = (value: string): string[] => {
  const decode = (note: string) => {
    try {
      return decodeURIComponent(note)
    } catch {
      return note
    }
  }
  return value === '' ? [] : value.split(between).map(decode)
}
