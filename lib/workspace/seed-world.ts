import 'server-only'
import { createHash } from 'node:crypto'
import { emptyWorld, worldRows } from '@/db/queries/world'
import { systems } from '@/lib/systems'
import type { Deps } from './deps'
import { emulatorKeys } from './emulator-keys'
import { changeWorld } from './world'

/** Key and secret of the application that every local environment of a system starts with. */
const localApps = () =>
  systems.flatMap(({ id, presets }) =>
    presets
      .filter((preset) => preset.kind === 'local')
      .flatMap(({ credentials }) => {
        const { consumerKey, consumerSecret } = credentials
        return consumerKey && consumerSecret ? [{ system: id, key: consumerKey, secret: consumerSecret }] : []
      }),
  )

/** Gives a workspace its world: applications, keys, subscribers, organisations, opening balances. Safe to repeat. */
export const seedWorkspaceWorld = (deps: Deps, workspaceId: string): void => {
  deps.db.$client.transaction(() => {
    const now = deps.clock()
    const rows = worldRows(deps.db)
    for (const { system, key, secret } of localApps()) {
      const hash = createHash('sha256').update(secret).digest('hex')
      rows.putApp.run(deps.ids.next(), workspaceId, system, key, hash, now)
    }
    for (const { id } of systems) emulatorKeys(deps, workspaceId, id)
  })()
  changeWorld(deps, workspaceId, (world) => {
    for (const system of systems) system.seed(world)
  })
}

/** Back to the opening balances; applications, tokens, settings and keys stay. */
export const reseedWorkspaceWorld = (deps: Deps, workspaceId: string): void => {
  deps.db.$client.transaction(() => {
    emptyWorld(deps.db, workspaceId)
    seedWorkspaceWorld(deps, workspaceId)
  })()
}
