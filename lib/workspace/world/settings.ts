import 'server-only'
import type { WorldSettings } from '@/lib/world/types'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { reseedWorkspaceWorld } from './seed-world'
import { changeWorld, putSettings, settingsOf } from './world'

export const readSandboxSettings = (deps: Deps, actor: Actor): WorldSettings => {
  requireRole(actor, 'viewer')
  return settingsOf(deps, actor.workspaceId)
}

export const changeSandboxSettings = (
  deps: Deps,
  actor: Actor,
  input: Partial<WorldSettings>,
): WorldSettings => {
  requireRole(actor, 'member')
  const settings = { ...settingsOf(deps, actor.workspaceId), ...input }
  putSettings(deps, actor.workspaceId, settings)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return settings
}

/** Everybody back to the opening balances; open prompts and owed callbacks are forgotten. */
export const resetSandbox = (deps: Deps, actor: Actor): void => {
  requireRole(actor, 'member')
  changeWorld(deps, actor.workspaceId, (world) => {
    // Said on the feed as ended, so that no screen keeps asking for a PIN.
    for (const prompt of world.store.openPrompts())
      world.store.putPrompt({ ...prompt, state: 'expired', answeredAt: world.now })
  })
  reseedWorkspaceWorld(deps, actor.workspaceId)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'reset' } })
}
