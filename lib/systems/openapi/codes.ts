import { openapiCodes } from '@/lib/catalogue/openapi'
import type { Code } from '@/lib/catalogue/types'

const byCode = new Map<string, Code>(
  openapiCodes.flatMap((row) => (row.code === null ? [] : [[row.code, row] as const])),
)

/** A code means one thing on this platform, wherever it is seen. */
export const explainCode = (code: string): Code | undefined => byCode.get(code)
