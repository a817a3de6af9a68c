import 'server-only'
import { createHash } from 'node:crypto'
import { emptyWorld, worldRows } from '@/db/queries/world'
import { systems } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import type { Deps } from '../deps'
import { openPortalCodes } from '../portal/give-portals'
import { emulatorKeys } from './emulator-keys'
import { changeWorld } from './world'

/** Key and secret of the application that every local environment of a system starts with. */
const localApps = (of: readonly System[]) =>
  of.flatMap(({ id, presets, localApp }) =>
    presets
      .filter((preset) => preset.kind === 'local')
      .flatMap(({ credentials }) => {
        const key = credentials[localApp.key]
        return key ? [{ system: id, key, secret: credentials[localApp.secret ?? ''] ?? '' }] : []
      }),
  )

/**
 * Gives a workspace its world, or the part of it that some systems need: applications, keys, subscribers,
 * organisations, opening balances. Safe to repeat.
 */
export const seedWorkspaceWorld = (
  deps: Deps,
  workspaceId: string,
  of: readonly System[] = systems,
): void => {
  deps.db.$client.transaction(() => {
    const now = deps.clock()
    const rows = worldRows(deps.db)
    for (const { system, key, secret } of localApps(of)) {
      if (rows.appOf.get(workspaceId, system)) continue
      const hash = createHash('sha256').update(secret).digest('hex')
      rows.putApp.run(deps.ids.next(), workspaceId, system, key, hash, now)
    }
    // Larger keys are made when they are needed: `prepareEmulatorKeys`.
    for (const { id, keyBits = 2048 } of of) if (keyBits === 2048) emulatorKeys(deps, workspaceId, id)
  })()
  changeWorld(deps, workspaceId, (world) => {
    for (const system of of) system.seed(world)
  })
}

/** Back to the opening balances; applications, tokens, settings and keys stay. */
export const reseedWorkspaceWorld = (deps: Deps, workspaceId: string): void => {
  deps.db.$client.transaction(() => {
    emptyWorld(deps.db, workspaceId, ['keys', ...systems.flatMap(({ keptRecords = [] }) => keptRecords)])
    seedWorkspaceWorld(deps, workspaceId)
    openPortalCodes(deps, workspaceId)
  })()
}
