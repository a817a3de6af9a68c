import type { Code } from '@/lib/catalogue/types'

export const darajaCodes: readonly Code[] = []
