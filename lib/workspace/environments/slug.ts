/** Words that are pages of their own below `/environments`. */
const reserved = new Set(['new'])
const longest = 40

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'environment'

/** A short name for URLs and API calls, numbered when it is taken. */
export const freeSlug = (name: string, isTaken: (slug: string) => boolean): string => {
  const base = slugOf(name)
  if (!reserved.has(base) && !isTaken(base)) return base
  for (let number = 2; ; number++) {
    const numbered = `${base}-${number}`
    if (!isTaken(numbered)) return numbered
  }
}
