import type { Code } from '@/lib/catalogue/types'

/** The page of a code. */
export const codePath = ({ system, id }: Pick<Code, 'system' | 'id'>): string =>
  `/reference/codes/${system}/${encodeURIComponent(id)}`
