import { systemOf } from '@/lib/systems'

export type SheetGroup = { id: string; title: string; cases: number }

/** Groups of cases that a sheet of this system can have, in the order in which they are shown. */
export const sheetGroups = (system: string): SheetGroup[] => {
  const { apis, cases } = systemOf(system).goLive
  return apis.map(({ id, title }) => ({ id, title, cases: cases.filter(({ api }) => api === id).length }))
}
