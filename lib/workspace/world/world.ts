import 'server-only'
import { worldRows } from '@/db/queries/world'
import { marketOf } from '@/lib/msisdn/markets'
import { ofDatabase } from '@/lib/process-state'
import { seededIds } from '@/lib/world/ids'
import { defaultSettings } from '@/lib/world/settings'
import type { LocalApp, Prompt, World, WorldSettings } from '@/lib/world/types'
import type { Deps } from '../deps'
import type { PromptView } from '../views'
import { emulatorKeys } from './emulator-keys'
import { noChanges, sqlStore, type WorldChanges } from './world-store'

const readSettings = (text: string): WorldSettings => ({
  ...defaultSettings,
  ...(JSON.parse(text) as Partial<WorldSettings>),
})

export const settingsOf = (deps: Deps, workspaceId: string): WorldSettings => {
  const row = worldRows(deps.db).settings.get(workspaceId)
  return row ? readSettings(row.settings) : defaultSettings
}

export const putSettings = (deps: Deps, workspaceId: string, settings: WorldSettings): void => {
  const rows = worldRows(deps.db)
  const seed = rows.settings.get(workspaceId)?.idSeed ?? newSeed(deps)
  rows.putSettings.run(workspaceId, JSON.stringify(settings), seed)
}

/** 53 bits of a random start, so that no two worlds hand out the same ids. */
export const newSeed = (deps: Deps): number => {
  const bytes = Buffer.from(deps.ids.token(8), 'base64url')
  return (bytes.readUInt32BE(0) & 0x1fffff) * 0x100000000 + bytes.readUInt32BE(4)
}

const openKeys = (deps: Deps, workspaceId: string): World['keys'] =>
  new Proxy({} as World['keys'], {
    get: (_, system) => (typeof system === 'string' ? emulatorKeys(deps, workspaceId, system) : undefined),
  })

type Changing = {
  /** Called when a due row was added. Set by what drains them, so that this file needs not know it. */
  onDue?: () => void
  /** While changes share a commit: what follows it. */
  group?: (() => void)[]
  /** When each workspace was last told that money moved. */
  lastMoved: Map<string, { at: number; timer?: NodeJS.Timeout }>
}
const changing = ofDatabase('world-changes', (): Changing => ({ lastMoved: new Map() }))

export const onDue = (deps: Deps, wake: (() => void) | undefined) => {
  changing(deps).onDue = wake
}

/**
 * Runs a rule on a workspace's world inside one synchronous transaction; what has to follow (prompts on the live feed,
 * due callbacks) follows the commit.
 */
export const changeWorld = <Result>(
  deps: Deps,
  workspaceId: string,
  rule: (world: World) => Result,
  app?: LocalApp,
): Result => {
  const changes = noChanges()
  const rows = worldRows(deps.db)
  const run = deps.db.$client.transaction((): Result => {
    const row = rows.settings.get(workspaceId)
    const settings = row ? readSettings(row.settings) : structuredClone(defaultSettings)
    const before = JSON.stringify(settings.faults)
    const ids = seededIds(row?.idSeed ?? newSeed(deps))
    const world: World = {
      store: sqlStore(deps.db, workspaceId, changes),
      now: deps.clock(),
      ids,
      settings,
      keys: openKeys(deps, workspaceId),
      publicUrl: deps.config.publicUrl,
      ...(app ? { app } : {}),
    }
    const result = rule(world)
    if (!row || JSON.stringify(settings.faults) !== before) {
      rows.putSettings.run(workspaceId, JSON.stringify(settings), ids.state())
    } else if (row.idSeed !== ids.state()) {
      rows.putSeed.run(ids.state(), workspaceId)
    }
    return result
  })
  const result = run()
  const { group } = changing(deps)
  if (group) group.push(() => follow(deps, workspaceId, changes))
  else follow(deps, workspaceId, changes)
  return result
}

/** Runs many changes in one commit, a savepoint each; what has to follow them follows that commit. */
export const changeTogether = (deps: Deps, changesOf: () => void): void => {
  const following: (() => void)[] = []
  const state = changing(deps)
  state.group = following
  try {
    deps.db.$client.transaction(changesOf)()
  } finally {
    state.group = undefined
  }
  for (const each of following) each()
}

const follow = (deps: Deps, workspaceId: string, changes: WorldChanges) => {
  for (const prompt of changes.prompts.values()) {
    deps.live.announce(workspaceId, { type: 'prompt', data: promptView(deps, workspaceId, prompt) })
  }
  if (changes.isMoved) announceMoved(deps, workspaceId)
  if (changes.isAnythingDue) changing(deps).onDue?.()
}

const quietMs = 500

/** Balances changed, or a payment ended without any. Many in a moment are said once at its beginning and once at its end. */
const announceMoved = (deps: Deps, workspaceId: string) => {
  const { lastMoved } = changing(deps)
  const announce = () => deps.live.announce(workspaceId, { type: 'world', data: { reason: 'moved' } })
  const last = lastMoved.get(workspaceId)
  const now = Date.now()
  if (last && now - last.at < quietMs) {
    last.timer ??= setTimeout(
      () => {
        lastMoved.set(workspaceId, { at: Date.now() })
        // The database may be gone by now: the process is ending.
        if (deps.db.$client.open) announce()
      },
      last.at + quietMs - now,
    ).unref()
    return
  }
  lastMoved.set(workspaceId, { at: now })
  announce()
}

/** For rules that only look. */
export const readWorld = (deps: Deps, workspaceId: string) => sqlStore(deps.db, workspaceId, noChanges())

export const promptView = (deps: Deps, workspaceId: string, prompt: Prompt): PromptView => {
  const subscriber = readWorld(deps, workspaceId).subscriber(prompt.market, prompt.msisdn)
  return {
    id: prompt.id,
    system: prompt.system,
    operator: marketOf(prompt.market).operator,
    msisdn: prompt.msisdn,
    payee: prompt.payee,
    payeeName: prompt.payeeName,
    payerName: subscriber?.name ?? prompt.msisdn,
    amountCents: prompt.amountCents,
    currency: prompt.currency,
    reference: prompt.reference,
    state: prompt.state,
    openedAt: prompt.openedAt,
    expiresAt: prompt.expiresAt,
    forPerson: subscriber?.behaviour.kind === 'person',
  }
}

export const currencyOf = (market: string): string => marketOf(market).currency
