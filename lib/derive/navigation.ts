import type { Operation } from '@/lib/catalogue/types'

/** What the sidebar, the palette and the phone's sheet list of a system's operations: light enough for every page. */
export type SystemNavigation = {
  id: string
  title: string
  short: string
  groups: OperationGroup[]
}

export type OperationGroup = {
  title: string
  operations: { id: string; name: string; title: string; status: string }[]
}

/** Operations under the portal's groups, in the order of the catalogue. A status that all share tells none apart. */
export const groupOperations = (operations: readonly Operation[]): OperationGroup[] => {
  const groups = new Map<string, OperationGroup>()
  const isShared = new Set(operations.map(({ status }) => status)).size === 1
  for (const { id, name, title, status, group } of operations) {
    const found = groups.get(group) ?? { title: group, operations: [] }
    found.operations.push({ id, name, title, status: isShared ? 'current' : status })
    groups.set(group, found)
  }
  return [...groups.values()]
}
