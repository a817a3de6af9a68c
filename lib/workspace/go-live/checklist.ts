import 'server-only'
import { z } from 'zod'
import { putTick, ticksOf } from '@/db/queries/go-live-checklist'
import { Refusal } from '@/lib/refusal'
import { systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { announceSheet, findSheet } from './find-sheet'
import { getSheet } from './get-sheet'
import type { ChecklistItemView } from './views'

export const checklistChange = z
  .strictObject({
    isDone: z.boolean(),
    note: z.string().trim().max(2000, 'Use 2,000 characters or fewer.'),
  })
  .partial()
  .refine(({ isDone, note }) => isDone !== undefined || note !== undefined, 'Give isDone or note.')

export const listChecklist = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
): Promise<ChecklistItemView[]> => (await getSheet(deps, actor, sheetId)).checklist

/** Ticks a thing that was seen to, or writes a note beside it; some notes are checked. */
export const changeChecklist = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  itemId: string,
  change: z.output<typeof checklistChange>,
): Promise<ChecklistItemView> => {
  const sheet = findSheet(deps, actor, sheetId, 'member')
  if (!systemOf(sheet.system).goLive.checklist.some(({ id }) => id === itemId)) {
    throw new Refusal('not-found', 'The checklist of this system has no such item.')
  }
  const before = ticksOf(deps.db, sheetId).find((tick) => tick.itemId === itemId)
  putTick(deps.db, {
    sheetId,
    itemId,
    isDone: change.isDone ?? before?.isDone ?? false,
    note: change.note ?? before?.note ?? '',
    by: actor.name,
    at: deps.clock(),
  })
  announceSheet(deps, sheet)
  const changed = (await listChecklist(deps, actor, sheetId)).find(({ id }) => id === itemId)
  if (!changed) throw new Error('The checklist lost an item.')
  return changed
}
