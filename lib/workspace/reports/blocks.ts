import 'server-only'
import {
  forgetHour,
  hasRollups,
  hourRows,
  staleHours,
  storeBlock,
  storedBlock,
} from '@/db/queries/report-blocks'
import { ofDatabase } from '@/lib/process-state'
import {
  type Block,
  blockOfRows,
  blockOfStored,
  emptyBlock,
  mergedBlock,
  slimBlock,
  storedForm,
} from '@/lib/reports/block'
import { hourMs, type Span } from '@/lib/reports/period'
import type { Deps } from '../deps'

type Turn = () => Promise<void>

/**
 * A block that is put together over several turns may be out of date before it is kept, and another reader may have
 * taken the mark away that tells so. While anybody reads, it is remembered which hours were forgotten, and when.
 */
const watchOf = ofDatabase('report-blocks', () => ({
  readers: 0,
  count: 0,
  forgotten: new Map<string, Map<number, number>>(),
}))

export const reading = async <T>(deps: Pick<Deps, 'db'>, read: () => Promise<T>): Promise<T> => {
  const watch = watchOf(deps)
  watch.readers += 1
  try {
    return await read()
  } finally {
    watch.readers -= 1
    if (watch.readers === 0) watch.forgotten.clear()
  }
}

/** Blocks with this hour in them go, and so does its mark: what changes from here on marks it again. */
export const forget = (deps: Pick<Deps, 'db'>, workspaceId: string, hour: number): void => {
  const watch = watchOf(deps)
  forgetHour(deps.db, workspaceId, hour)
  if (watch.readers === 0) return
  watch.count += 1
  const hours = watch.forgotten.get(workspaceId) ?? new Map<number, number>()
  watch.forgotten.set(workspaceId, hours.set(hour, watch.count))
}

const marksAtOnce = 100
const weekMs = 168 * hourMs

/** Forgets what is out of date in a period, and in the weeks that it begins and ends in. */
export const forgetChanged = async (
  deps: Deps,
  workspaceId: string,
  { from, to }: { from: number; to: number },
  turn: Turn,
): Promise<void> => {
  for (;;) {
    const hours = staleHours(deps.db, workspaceId, from - weekMs, to + weekMs, marksAtOnce)
    deps.db.transaction(() => {
      for (const hour of hours) forget(deps, workspaceId, hour)
    })
    if (hours.length < marksAtOnce) return
    await turn()
  }
}

/**
 * All sums of a stretch: read in one row where it was read before, put together from shorter ones where it was not, and
 * kept once it is over. Call it within `reading`.
 */
export const blockOf = async (
  deps: Deps,
  workspaceId: string,
  span: Span,
  turn: Turn,
  isSlim = false,
): Promise<Block> => {
  const { db } = deps
  const kept = { ...span, isSlim }
  const stored = storedBlock(db, workspaceId, kept)
  if (stored) return blockOfStored(stored)
  const { from, hours } = span
  const to = from + hours * hourMs
  if (!hasRollups(db, workspaceId, from, to)) return emptyBlock
  const watch = watchOf(deps)
  const since = watch.count
  const block =
    hours === 1 ? await hourOf(deps, workspaceId, kept, turn) : await merged(deps, workspaceId, kept, turn)
  const isOver = to <= deps.clock()
  const isRight = () =>
    [...(watch.forgotten.get(workspaceId) ?? [])].every(
      ([hour, at]) => at <= since || hour < from || hour >= to,
    )
  if (isOver && isRight()) storeBlock(db, workspaceId, kept, storedForm(block))
  return block
}

type Kept = Span & { isSlim: boolean }

const hourOf = async (
  deps: Deps,
  workspaceId: string,
  { isSlim, ...span }: Kept,
  turn: Turn,
): Promise<Block> => {
  if (isSlim) return slimBlock(await blockOf(deps, workspaceId, span, turn))
  const { sums, timings } = hourRows(deps.db, workspaceId, span.from)
  return blockOfRows(sums, timings)
}

const merged = async (
  deps: Deps,
  workspaceId: string,
  { from, hours, isSlim }: Kept,
  turn: Turn,
): Promise<Block> => {
  const part = hours === 168 ? 24 : 1
  const parts: Block[] = []
  for (let passed = 0; passed < hours; passed += part) {
    const span: Span = { from: from + passed * hourMs, hours: part }
    parts.push(await blockOf(deps, workspaceId, span, turn, isSlim))
    await turn()
  }
  return mergedBlock(parts)
}
