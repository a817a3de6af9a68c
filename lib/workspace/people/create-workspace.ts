import 'server-only'
import { insertEnvironment, isSlugTaken, listEnvironmentRows, putSecret } from '@/db/queries/environments'
import { inboxesOf } from '@/db/queries/inboxes'
import { worldRows } from '@/db/queries/world'
import { inboxes, members, users, workspaces } from '@/db/schema'
import { isFirstSystem, systems } from '@/lib/systems'
import type { CredentialSpec, EnvironmentPreset, System } from '@/lib/systems/types'
import type { Deps } from '../deps'
import { secretContext } from '../environments/secrets'
import { freeSlug } from '../environments/slug'
import { seedWorkspaceWorld } from '../world/seed-world'

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
    deps.db
      .insert(inboxes)
      .values({ id: inboxId, workspaceId, name: 'local', address: 'local', createdAt: now })
      .run()
    addLocalEnvironments(deps, { workspaceId, inboxId }, systems)
    seedWorkspaceWorld(deps, workspaceId)
    return { workspaceId }
  })

/**
 * Gives the workspaces that are older than a system its local environment and its part of the world. A system whose
 * application is there was given before: what people deleted since stays deleted. Returns how many were given.
 */
export const addMissingSystems = (deps: Deps): number => {
  const rows = worldRows(deps.db)
  let count = 0
  for (const { id: workspaceId } of rows.workspaces.all()) {
    const missing = systems.filter(({ id }) => !rows.appOf.get(workspaceId, id))
    const inbox = inboxesOf(deps.db, workspaceId)[0]
    if (missing.length === 0 || !inbox) continue
    deps.db.transaction(() => {
      seedWorkspaceWorld(deps, workspaceId, missing)
      // Another workspace may hold the application that a system starts with.
      const given = missing.filter(({ id }) => rows.appOf.get(workspaceId, id))
      const lacking = given.filter(
        ({ id }) =>
          !listEnvironmentRows(deps.db, workspaceId).some((row) => row.system === id && row.kind === 'local'),
      )
      addLocalEnvironments(deps, { workspaceId, inboxId: inbox.id }, lacking)
      count += lacking.length
    })
  }
  return count
}

type Place = { workspaceId: string; inboxId: string }

const addLocalEnvironments = (deps: Deps, place: Place, of: readonly System[]) => {
  for (const { presets, credentials } of of) {
    // One to begin with: a system of several markets has a local preset for each.
    const preset = presets.find(({ kind }) => kind === 'local')
    if (preset) addLocalEnvironment(deps, { ...place, preset, credentials })
  }
}

const addLocalEnvironment = (
  deps: Deps,
  {
    workspaceId,
    inboxId,
    preset,
    credentials,
  }: Place & {
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
    // The system that came first has the short name.
    slug: freeSlug(isFirstSystem(preset.system) ? 'local' : `local-${preset.system}`, (slug) =>
      isSlugTaken(deps.db, workspaceId, slug),
    ),
    name: preset.name,
    system: preset.system,
    kind: preset.kind,
    market: preset.market,
    baseUrl: preset.baseUrl,
    inboxId,
    ...(preset.timeoutMs !== undefined && { timeoutMs: preset.timeoutMs }),
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
