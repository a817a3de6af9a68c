import 'server-only'
import { inTransaction } from '@/db/client'
import {
  changeOwedRow,
  copyOwedRow,
  type OwedRow,
  owedCallback,
  owedCallbacks,
} from '@/db/queries/owed-callbacks'
import { runOwning } from '@/db/queries/runs'
import { Refusal } from '@/lib/refusal'
import { callbackEntry, kindTitle } from '@/lib/systems/callbacks'
import { announceTouched } from '../callbacks/announce-touched'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { isAtLeast, requireRole } from '../people/require-role'
import type { OwedChange } from './input'
import { wakeDue } from './run-due'
import type { OwedCallbackView } from './views'

/** As many as are shown at once. */
const mostShown = 100
/** Between a callback and its repetition. */
const apartMs = 1_000

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An answer to a question decides something: that is asked once. */
const mayBeTwice = ({ system, kind }: OwedRow): boolean => callbackEntry(system, kind)?.asks === undefined

const viewOf = (actor: Actor, row: OwedRow): OwedCallbackView => ({
  id: row.id,
  system: row.system,
  kind: row.kind,
  title: kindTitle(row.system, row.kind),
  state: row.state,
  dueAt: row.dueAt,
  url: textOf(row.request?.url),
  body: textOf(row.request?.body),
  mayBeTwice: mayBeTwice(row),
  mayChange: isAtLeast(actor.role, 'member'),
})

/** What the sandbox owes and has not sent, the next one first. */
export const listOwed = (deps: Deps, actor: Actor): { callbacks: OwedCallbackView[] } => {
  requireRole(actor, 'viewer')
  return {
    callbacks: maskFor(
      actor.role,
      owedCallbacks(deps.db, actor.workspaceId, mostShown).map((row) => viewOf(actor, row)),
    ),
  }
}

export const readOwed = (deps: Deps, actor: Actor, id: string): OwedCallbackView => {
  requireRole(actor, 'viewer')
  return maskFor(actor.role, viewOf(actor, find(deps, actor, id)))
}

/** Holds, edits, releases, doubles or drops one that has not left. */
export const changeOwed = (deps: Deps, actor: Actor, id: string, change: OwedChange): OwedCallbackView => {
  requireRole(actor, 'member')
  const row = find(deps, actor, id)
  const now = deps.clock()
  const request = change.body === undefined ? row.request : { ...row.request, body: change.body }
  if (change.do === 'twice' && !mayBeTwice(row)) {
    throw new Refusal('invalid', 'A question is asked once: release it instead.')
  }
  const isDone = inTransaction(deps.db, () => {
    if (!changeOwedRow(deps.db, id, { request, ...stateAfter(change.do, now) })) return false
    if (change.do === 'twice')
      copyOwedRow(deps.db, { ...row, request }, `${id}-again-${deps.ids.next()}`, now + apartMs)
    return true
  })
  if (!isDone) throw new Refusal('conflict', 'It has left already.')
  wakeDue()
  announce(deps, row)
  return viewOf(actor, find(deps, actor, id))
}

const stateAfter = (what: OwedChange['do'], now: number): Partial<OwedRow> => {
  if (what === 'hold' || what === 'save') return { state: 'held' }
  if (what === 'drop') return { state: 'cancelled', finishedAt: now }
  return { state: 'waiting', dueAt: now }
}

const announce = (deps: Deps, { workspaceId, keys }: OwedRow) => {
  const run = runOwning(
    deps.db,
    workspaceId,
    keys.map(({ value }) => value),
  )
  announceTouched(deps, workspaceId, { callbacks: new Map(), runs: new Set(run ? [run.id] : []) })
  deps.live.announce(workspaceId, { type: 'world', data: { reason: 'moved' } })
}

const find = (deps: Deps, actor: Actor, id: string): OwedRow => {
  const row = owedCallback(deps.db, actor.workspaceId, id)
  if (row) return row
  throw new Refusal('not-found', 'The sandbox owes no such callback any more.')
}
