import type { ApiChoice } from '@/components/go-live/api-choices'
import { systemOf } from '@/lib/systems'

/** What a sheet of this system can cover, in the system's order. */
export const apiChoicesOf = (systemId: string): ApiChoice[] => {
  const { apis, cases } = systemOf(systemId).goLive
  return apis.map(({ id, title }) => ({ id, title, cases: cases.filter(({ api }) => api === id).length }))
}
