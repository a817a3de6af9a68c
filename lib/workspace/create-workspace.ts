import 'server-only'
import { insertEnvironment, putSecret } from '@/db/queries/environments'
import { inboxes, members, users, workspaces } from '@/db/schema'
import { systems } from '@/lib/systems'
import type { CredentialSpec, EnvironmentPreset } from '@/lib/systems/types'
import type { Deps } from './deps'
import { secretContext } from './environments/secrets'
import { seedWorkspaceWorld } from './seed-world'

/**
 * The workspace of the first start: its owner, the inbox `local`, the local environment of every system and the world
 * behind them. All of it or, when the process dies meanwhile, nothing. Undefined when there is a workspace already.
 */
export const createFirstWorkspace = (deps: Deps): { workspaceId: string } | undefined =>
  deps.db.transaction(() => {
    if (deps.db.select({ id: workspaces.id }).from(workspaces).limit(1).get()) return undefined
    const now = deps.clock()
    const workspaceId = deps.ids.next()
    const userId = deps.ids.next()
    const inboxId = deps.ids.next()
    deps.db.insert(workspaces).values({ id: workspaceId, name: 'Workspace', createdAt: now }).run()
    deps.db.insert(users).values({ id: userId, name: 'Owner', createdAt: now }).run()
    deps.db
      .insert(members)
      .values({ id: deps.ids.next(), workspaceId, userId, role: 'owner', createdAt: now })
      .run()
    deps.db.insert(inboxes).values({ id: inboxId, workspaceId, name: 'local', createdAt: now }).run()
    for (const { presets, credentials } of systems) {
      for (const preset of presets) {
        if (preset.kind === 'local') addLocalEnvironment(deps, { workspaceId, inboxId, preset, credentials })
      }
    }
    seedWorkspaceWorld(deps, workspaceId)
    return { workspaceId }
  })

const addLocalEnvironment = (
  deps: Deps,
  {
    workspaceId,
    inboxId,
    preset,
    credentials,
  }: {
    workspaceId: string
    inboxId: string
    preset: EnvironmentPreset
    credentials: readonly CredentialSpec[]
  },
) => {
  const now = deps.clock()
  const id = deps.ids.next()
  const secretNames = new Set(credentials.filter((spec) => spec.secret).map((spec) => spec.name))
  const values = Object.entries(preset.credentials)
  insertEnvironment(deps.db, {
    id,
    workspaceId,
    // The system that came first has the short name; `local-openapi` and so on for the others.
    slug: preset.system === 'daraja' ? 'local' : `local-${preset.system}`,
    name: preset.name,
    system: preset.system,
    kind: preset.kind,
    market: preset.market,
    baseUrl: preset.baseUrl,
    inboxId,
    settings: Object.fromEntries(values.filter(([name]) => !secretNames.has(name))),
    createdAt: now,
    updatedAt: now,
  })
  for (const [name, value] of values.filter(([name]) => secretNames.has(name))) {
    putSecret(deps.db, {
      id: deps.ids.next(),
      environmentId: id,
      name,
      ciphertext: deps.vault.seal(value, secretContext(id, name)),
      updatedAt: now,
    })
  }
}
