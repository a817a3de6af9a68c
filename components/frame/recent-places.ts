/** Where the palette led lately: kept in this browser alone. */
export type Place = { href: string; title: string; detail: string }

const name = 'jaribu-recent'
const most = 6

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'href' in value &&
  typeof value.href === 'string' &&
  value.href.startsWith('/') &&
  'title' in value &&
  typeof value.title === 'string' &&
  'detail' in value &&
  typeof value.detail === 'string'

export const recentPlaces = (): Place[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPlace) : []
  } catch {
    // A browser may keep nothing, or somebody else's text.
    return []
  }
}

export const rememberPlace = (place: Place): void => {
  const places = [place, ...recentPlaces().filter(({ href }) => href !== place.href)].slice(0, most)
  try {
    localStorage.setItem(name, JSON.stringify(places))
  } catch {
    // Without room there are no recent places; nothing else depends on them.
  }
}
