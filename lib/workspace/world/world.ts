import 'server-only'
import { withoutWaiting } from '@/db/client'
import { worldRows } from '@/db/queries/world'
import { marketOf } from '@/lib/msisdn/markets'
import { ofDatabase } from '@/lib/process-state'
import { type SeededIds, seededIds } from '@/lib/world/ids'
import { defaultSettings } from '@/lib/world/settings'
import type { LocalApp, Prompt, World, WorldSettings } from '@/lib/world/types'
import type { Deps } from '../deps'
import { onceGathered } from '../gather'
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

/** A workspace's settings and id source while changes share a commit: read at the first, written after the last. */
type Opened = {
  isStored: boolean
  settings: WorldSettings
  /** As they stand in the database. */
  faults: WorldSettings['faults']
  ids: SeededIds
  seed: number
}

/** Changes that share a commit. */
type Group = { following: (() => void)[]; opened: Map<string, Opened> }

type Changing = {
  /** Called when a due row was added. Set by what drains them, so that this file needs not know it. */
  onDue?: () => void
  group?: Group
  /** One wrapper for all transactions: making one costs as much as a statement. */
  transact?: (work: () => void) => void
  /** When each workspace was last told that money moved. */
  lastMoved: Map<string, { at: number; timer?: NodeJS.Timeout }>
}
const changing = ofDatabase('world-changes', (): Changing => ({ lastMoved: new Map() }))

const transact = (deps: Deps, work: () => void) => {
  const state = changing(deps)
  state.transact ??= deps.db.$client.transaction((inside: () => void) => inside())
  state.transact(work)
}

export const onDue = (deps: Deps, wake: (() => void) | undefined) => {
  changing(deps).onDue = wake
}

const openWorld = (deps: Deps, workspaceId: string): Opened => {
  const row = worldRows(deps.db).settings.get(workspaceId)
  const settings = row ? readSettings(row.settings) : structuredClone(defaultSettings)
  const seed = row?.idSeed ?? newSeed(deps)
  return { isStored: row !== undefined, settings, faults: settings.faults, ids: seededIds(seed), seed }
}

const keepWorld = (deps: Deps, workspaceId: string, { isStored, settings, faults, ids, seed }: Opened) => {
  const rows = worldRows(deps.db)
  // A rule that takes a fault puts a new list in the old one's place.
  if (!isStored || settings.faults !== faults) {
    rows.putSettings.run(workspaceId, JSON.stringify(settings), ids.state())
  } else if (seed !== ids.state()) {
    rows.putSeed.run(ids.state(), workspaceId)
  }
}

/**
 * Runs a rule on a workspace's world inside one synchronous transaction; what has to follow (prompts on the live feed,
 * due callbacks) follows the commit.
 */
export const changeWorld = <Result>(
  deps: Deps,
  workspaceId: string,
  rule: (world: World) => Result,
  { app, now = deps.clock() }: { app?: LocalApp | undefined; now?: number } = {},
): Result => {
  const { group } = changing(deps)
  if (!group) return changeTogether(deps, () => changeWorld(deps, workspaceId, rule, { app, now }))
  const opened = group.opened.get(workspaceId) ?? openWorld(deps, workspaceId)
  group.opened.set(workspaceId, opened)
  const { settings, ids } = opened
  const { faults } = settings
  const changes = noChanges()
  const world: World = {
    store: sqlStore(deps.db, workspaceId, changes, settings),
    now,
    ids,
    settings,
    keys: openKeys(deps, workspaceId),
    publicUrl: deps.config.publicUrl,
    ...(app ? { app } : {}),
  }
  const done: { result?: Result } = {}
  try {
    transact(deps, () => {
      done.result = rule(world)
    })
  } catch (thrown) {
    // Nothing happened: a fault on purpose that was used up is there again.
    settings.faults = faults
    throw thrown
  }
  group.following.push(() => follow(deps, workspaceId, changes))
  return done.result as Result
}

/** Runs many changes in one commit, a savepoint each; what has to follow them follows that commit. */
const changeTogether = <Result>(deps: Deps, changesOf: () => Result): Result => {
  // What was asked for before comes first.
  flushShared(deps)
  return commitTogether(deps, changesOf)
}

/**
 * Many changes in one commit that nobody was promised: it does not wait for the disk. What somebody waits for is not
 * drawn into it, because that has to be safe before it is answered.
 */
export const changeUnpromised = <Result>(deps: Deps, changesOf: () => Result): Result =>
  commitTogether(deps, changesOf, (commit) => withoutWaiting(deps.db, commit))

/** `within` holds the commit alone: what follows it may commit what somebody waits for. */
const commitTogether = <Result>(
  deps: Deps,
  changesOf: () => Result,
  within: (commit: () => void) => void = (commit) => commit(),
): Result => {
  const state = changing(deps)
  const group: Group = { following: [], opened: new Map() }
  const done: { result?: Result } = {}
  state.group = group
  try {
    within(() =>
      transact(deps, () => {
        done.result = changesOf()
        for (const [workspaceId, opened] of group.opened) keepWorld(deps, workspaceId, opened)
      }),
    )
  } finally {
    state.group = undefined
  }
  for (const each of group.following) each()
  return done.result as Result
}

/** Has something done once the changes under way are committed. */
export const afterCommit = (deps: Deps, follow: () => void): void => {
  const { group } = changing(deps)
  if (group) group.following.push(follow)
  else follow()
}

type Sharing = { work: () => void; done: () => void; fail: (reason: unknown) => void }
const shared = ofDatabase('shared-commit', (): { waiting: Sharing[] } => ({ waiting: [] }))

/**
 * What is asked for in one turn of the event loop shares a commit, which is what durability costs, and so does what the
 * next turns bring while they keep bringing more. Resolves once that is made; what one change throws is that one's alone.
 */
export const changeShared = <Result>(deps: Deps, change: () => Result): Promise<Result> =>
  new Promise((resolve, reject) => {
    const made: { result?: Result; thrown?: { reason: unknown } } = {}
    const { waiting } = shared(deps)
    waiting.push({
      work: () => {
        try {
          made.result = change()
        } catch (reason) {
          made.thrown = { reason }
        }
      },
      done: () => (made.thrown ? reject(made.thrown.reason) : resolve(made.result as Result)),
      fail: reject,
    })
    if (waiting.length > 1) return
    // Somebody who could not wait may have had it done by then.
    const isOpen = () => shared(deps).waiting === waiting
    onceGathered(
      () => (isOpen() ? waiting.length : 0),
      () => isOpen() && flushShared(deps),
    )
  })

/** Has done at once what waits to share a commit. */
export const flushShared = (deps: Deps): void => {
  const state = shared(deps)
  const { $client } = deps.db
  // Within somebody else's transaction it would be answered before that is committed.
  if (state.waiting.length === 0 || $client.inTransaction || !$client.open) return
  const batch = state.waiting
  state.waiting = []
  try {
    changeTogether(deps, () => {
      for (const { work } of batch) work()
    })
  } catch (thrown) {
    for (const { fail } of batch) fail(thrown)
    return
  }
  for (const { done } of batch) done()
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

/** For rules that only look. They see whatever was asked for before. */
export const readWorld = (deps: Deps, workspaceId: string) => {
  flushShared(deps)
  return sqlStore(deps.db, workspaceId, noChanges())
}

export const promptView = (deps: Deps, workspaceId: string, prompt: Prompt): PromptView => {
  // As it is: who asks has the prompt already, and nothing has to be committed for its phone's name.
  const subscriber = sqlStore(deps.db, workspaceId, noChanges()).subscriber(prompt.market, prompt.msisdn)
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
