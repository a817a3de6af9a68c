import type { Code } from '@/lib/catalogue/types'
import type { Endings } from '@/lib/world/phones'

export const success = 'INS-0'

/** What a table of INS codes says of each. */
export const readCodes = (codes: readonly Code[]) => {
  const rows = new Map(codes.map((row) => [row.code, row]))
  return {
    rowOf: (code: string) => rows.get(code),
    messageOf: (code: string): string => rows.get(code)?.message ?? 'Transaction Failed',
    /** HTTP status of a refusal; a success has that of its method. */
    statusOf: (code: string): number => rows.get(code)?.httpStatus ?? 400,
  }
}

/** Our own test numbers: the last four digits are the number of the code. */
export const endingsOf = (...numbers: string[]): Endings =>
  new Map(numbers.map((number) => [number, `INS-${number}`]))
