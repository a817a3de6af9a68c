/** How many single changes part two texts. */
export const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known text that was most probably meant; undefined when none is near. */
export const nearestOf = (typed: string, known: Iterable<string>): string | undefined => {
  const wanted = typed.slice(0, 120).toLowerCase()
  const [best] = [...known]
    .map((one) => ({ one, distance: distance(wanted, one.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= 12 ? best.one : undefined
}
