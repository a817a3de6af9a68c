import { mozambiqueCodes } from '@/lib/catalogue/mozambique'
import type { Code } from '@/lib/catalogue/types'

const byCode = new Map<string, Code>(
  mozambiqueCodes.flatMap((row) => (row.code === null ? [] : [[row.code, row] as const])),
)

/** A code means one thing on this portal, wherever it is seen. Zeros of any length are success. */
export const explainCode = (code: string): Code | undefined =>
  byCode.get(code) ?? (/^0+$/.test(code) ? byCode.get('0') : undefined)
