import 'server-only'
import type { Code } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import { systems } from '@/lib/systems'
import { canBeAsked } from '@/lib/systems/gateway/on-purpose'
import { timings } from '@/lib/world/settings'
import type { Fault, WorldSettings } from '@/lib/world/types'
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
  checkCodes(input.faults)
  const before = settingsOf(deps, actor.workspaceId)
  const delays = input.timing && input.timing !== before.timing ? timings[input.timing] : {}
  const settings = { ...before, ...delays, ...input }
  putSettings(deps, actor.workspaceId, settings)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return settings
}

/** A fault that no call can ever meet would wait for ever. */
const checkCodes = (faults: readonly Fault[] = []) => {
  for (const { code } of faults) {
    if (code === undefined || systems.some(({ codes }) => canAskFor(codes, code))) continue
    const message = `No code that can be asked for is called “${code.slice(0, 60)}”. Its page names its id.`
    throw new Refusal('invalid', message, { faults: [message], code: [message] })
  }
}

const canAskFor = (codes: readonly Code[], asked: string) =>
  codes.some((row) => (row.id === asked || row.code === asked) && canBeAsked(row))

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
