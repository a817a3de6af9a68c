/**
 * What follows from an entry of the catalogue alone is made once, not once a request. Entries are frozen data, so what
 * was made stays true.
 */
export const perEntry = <Entry extends object, Made>(
  make: (entry: Entry) => Made,
): ((entry: Entry) => Made) => {
  const made = new WeakMap<Entry, Made>()
  return (entry) => {
    const known = made.get(entry)
    if (known !== undefined) return known
    const fresh = make(entry)
    made.set(entry, fresh)
    return fresh
  }
}
