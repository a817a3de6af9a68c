/** `1` -> `A`, `28` -> `AB`. */
const columnName = (column: number): string => {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

export const addressOf = (row: number, column: number): string => `${columnName(column)}${row}`

/** Excel's last row and column. */
const mostRows = 1_048_576
const mostColumns = 16_384

export type Place = { row: number; column: number }

export const placeOf = (address: string): Place | undefined => {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address) ?? []
  if (!letters || !digits) return undefined
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const row = Number(digits)
  return row >= 1 && row <= mostRows && column <= mostColumns ? { row, column } : undefined
}

export type Range = { from: Place; to: Place }

/** `A1:D3`; a single address is a range of one. */
export const rangeOf = (text: string): Range | undefined => {
  const [first = '', last = first] = text.split(':')
  const from = placeOf(first)
  const to = placeOf(last)
  return from && to && from.row <= to.row && from.column <= to.column ? { from, to } : undefined
}

export const isInside = ({ from, to }: Range, { row, column }: Place): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column
