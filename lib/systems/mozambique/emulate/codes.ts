import { mozambiqueCodes } from '@/lib/catalogue/mozambique'
import type { Endings } from '@/lib/world/phones'

const rows = new Map(mozambiqueCodes.map((row) => [row.code, row]))

export const success = 'INS-0'

export const messageOf = (code: string): string => rows.get(code)?.message ?? 'Transaction Failed'

/** HTTP status of a refusal; a success has that of its method. */
export const statusOf = (code: string): number => rows.get(code)?.httpStatus ?? 400

/** Our own test numbers: Vodacom's sandbox has none. The last four digits are the number of the code. */
const endings = (...numbers: string[]): Endings => new Map(numbers.map((number) => [number, `INS-${number}`]))

/** How a prompt can end. */
export const promptEndings = endings('1', '5', '6', '9', '16', '995', '996', '2006', '2051')

/** How a payment to a phone can end. */
export const payoutEndings = endings('1', '6', '9', '16', '995', '996', '2002', '2006', '2051')

export const phoneEndings: Endings = new Map([...promptEndings, ...payoutEndings])
