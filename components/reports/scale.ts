/** Round numbers from zero to at least the largest, four steps or so. */
export const ticksOf = (largest: number, isWhole: boolean): number[] => {
  if (largest <= 0) return [0, 1]
  const rough = largest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough
  const even = isWhole ? Math.max(1, step) : step
  const count = Math.ceil(largest / even)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * even).toPrecision(12)))
}

/** Which labels of an axis fit: every n-th, so that each has its room. */
export const labelStep = (count: number, width: number, room: number): number =>
  Math.max(1, Math.ceil((count * room) / Math.max(1, width)))

/** Pieces of a line between gaps: a step without a number is not drawn across. */
export const piecesOf = (values: readonly (number | null)[]): { index: number; value: number }[][] => {
  const pieces: { index: number; value: number }[][] = []
  let open: { index: number; value: number }[] | undefined
  values.forEach((value, index) => {
    if (value === null) {
      open = undefined
      return
    }
    if (!open) {
      open = []
      pieces.push(open)
    }
    open.push({ index, value })
  })
  return pieces
}
