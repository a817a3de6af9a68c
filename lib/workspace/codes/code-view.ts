import type { Code } from '@/lib/catalogue/types'
import { waysTo } from '@/lib/codes/on-purpose'
import { systems } from '@/lib/systems'
import type { CodeView } from './views'

export const allCodes: readonly Code[] = systems.flatMap(({ codes }) => codes)

const titles = new Map(systems.map(({ id, title }) => [id, title]))

export const codePath = ({ system, id }: Pick<Code, 'system' | 'id'>): string =>
  `/reference/codes/${system}/${encodeURIComponent(id)}`

export const codeView = (whole: Code): CodeView => {
  const { triggers: _, ...row } = whole
  return {
    ...row,
    ways: waysTo(whole),
    systemTitle: titles.get(row.system) ?? row.system,
    path: codePath(row),
  }
}

export const findCode = (system: string, id: string): Code | undefined =>
  allCodes.find((row) => row.system === system && row.id === id)
