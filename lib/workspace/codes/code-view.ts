import type { Code } from '@/lib/catalogue/types'
import { systems } from '@/lib/systems'
import type { CodeView } from './views'

export const allCodes: readonly Code[] = systems.flatMap(({ codes }) => codes)

const titles = new Map(systems.map(({ id, title }) => [id, title]))

export const codePath = ({ system, id }: Pick<Code, 'system' | 'id'>): string =>
  `/reference/codes/${system}/${encodeURIComponent(id)}`

export const codeView = (row: Code): CodeView => ({
  ...row,
  systemTitle: titles.get(row.system) ?? row.system,
  path: codePath(row),
})

export const findCode = (system: string, id: string): Code | undefined =>
  allCodes.find((row) => row.system === system && row.id === id)
