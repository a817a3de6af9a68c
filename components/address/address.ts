/**
 * State that lives in the address. A screen describes its names once; reading, writing and links follow from that.
 * What an address says amiss counts as not said, and what is not said is not written: short addresses are readable.
 */
export type Name<Value extends string = string> = { read: (text: string) => Value; unsaid: Value }
export type Names = Record<string, Name>
export type Values<Of extends Names> = { [Key in keyof Of]: Of[Key]['unsaid'] }
export type Change<Of extends Names> = { [Key in keyof Of]?: Of[Key]['unsaid'] }
/** `URLSearchParams`, ours or that of `useSearchParams`. */
export type Search = Pick<URLSearchParams, 'get' | 'toString'>

export const anyText: Name = { read: (text) => text, unsaid: '' }

/** `2026-11-20`, as a date field has it. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** A text of a form, such as a day or an id. */
export const textThat = (fits: (text: string) => boolean): Name => ({
  read: (text) => (fits(text) ? text : ''),
  unsaid: '',
})

/** One word of a list, or none. */
export const oneOf = <Value extends string>(values: readonly Value[]): Name<Value | ''> => ({
  read: (text) => values.find((value) => value === text) ?? '',
  unsaid: '',
})

/** One word of a list; `usual` where the address says nothing. */
export const choiceOf = <Value extends string>(values: readonly Value[], usual: Value): Name<Value> => ({
  read: (text) => values.find((value) => value === text) ?? usual,
  unsaid: usual,
})

const mapNames = <Of extends Names>(names: Of, each: (name: Name, key: string) => string): Values<Of> =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, each(name, key)])) as Values<Of>

export const readAddress = <Of extends Names>(names: Of, search: Pick<URLSearchParams, 'get'>): Values<Of> =>
  mapNames(names, (name, key) => name.read(search.get(key) ?? ''))

export const unsaidOf = <Of extends Names>(names: Of): Values<Of> => mapNames(names, ({ unsaid }) => unsaid)

/** Whether the address says anything under these names, or under some of them. */
export const isSaid = <Of extends Names>(
  names: Of,
  values: Values<Of>,
  among: readonly (keyof Of)[] = Object.keys(names),
): boolean => among.some((key) => values[key] !== names[key]?.unsaid)

const searchText = (search: URLSearchParams): string => (search.size > 0 ? `?${search}` : '')

/** The search part with other values, `?` included, empty when nothing is said. Whatever else it says stays. */
export const searchWith = <Of extends Names>(names: Of, search: Search, change: Change<Of>): string => {
  const next = new URLSearchParams(search.toString())
  for (const [key, value] of Object.entries<string | undefined>(change)) {
    if (value === undefined) continue
    if (value === names[key]?.unsaid) next.delete(key)
    else next.set(key, value)
  }
  return searchText(next)
}

/** The search part that says just this, for a link from elsewhere. */
export const searchOf = <Of extends Names>(names: Of, values: Change<Of>): string =>
  searchWith(names, new URLSearchParams(), values)

/** What a page is given as `searchParams`; where a name stands twice, the last one counts. */
export const searchOfPage = (params: Record<string, string | string[] | undefined>): URLSearchParams => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) {
    const last = Array.isArray(value) ? value.at(-1) : value
    if (last !== undefined) search.set(key, last)
  }
  return search
}
