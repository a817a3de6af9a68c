/** Excel refuses a file with a longer cell. */
export const longestCell = 32_767

const cutNote = '… [cut here: the rest is in the JSON export]'

/**
 * What a cell can hold: no characters that XML forbids, and no more than Excel takes. A cut is told at its end, and never
 * goes through the middle of a character.
 */
export const cellText = (text: string, most = longestCell): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none of these
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
  if (clean.length <= most) return clean
  const end = most - cutNote.length
  const isInside = /[\ud800-\udbff]/.test(clean.charAt(end - 1))
  return `${clean.slice(0, isInside ? end - 1 : end)}${cutNote}`
}

/** Text that a spreadsheet would take for a formula once somebody edits the cell or opens it as CSV. */
export const looksLikeFormula = (text: string): boolean => /^[\s]*[=+\-@]/.test(text)

/** A name for a tab: 31 characters, none that Excel forbids, and none twice. */
export const tabNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31)
        .trim() || 'Sheet'
    let unique = clean
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      const end = ` (${count})`
      unique = `${clean.slice(0, 31 - end.length)}${end}`
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}
