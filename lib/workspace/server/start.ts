import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { asc } from 'drizzle-orm'
import { NewerDatabaseError } from '@/db/migrate'
import { workspaces } from '@/db/schema'
import { ConfigError, config } from '@/lib/env'
import { log, logFault } from '@/lib/log'
import { adoptNotices } from '../callbacks/adopt-notices'
import { moveLeftovers } from '../callbacks/move-arrivals'
import type { Deps } from '../deps'
import { startAttempts } from '../forward/run-attempts'
import { interruptLeftJobs } from '../go-live/jobs'
import { keepJudging } from '../go-live/keep-judging'
import { declareInboxes } from '../inboxes/declare-inboxes'
import { sweepSoon } from '../inboxes/keep-inboxes'
import { registerEnvironmentToken } from '../people/api-tokens'
import { addMissingSystems, createFirstWorkspace } from '../people/create-workspace'
import { firstOwner, makeOwnerLink } from '../people/sign-in-link'
import { givePortals } from '../portal/give-portals'
import { followRelays } from '../relays/keep-following'
import { keepBlocks } from '../reports/keep-blocks'
import { endInterruptedRuns } from '../runs/end-interrupted-runs'
import { keepEndingSilence } from '../runs/end-silence'
import { keepSweepingRuns } from '../runs/keep-runs'
import { prepareEmulatorKeys } from '../world/emulator-keys'
import { startDue } from '../world/run-due'
import { deps } from './context'
import { holdFolder } from './hold-folder'
import { stopOnSignal, stopSignal } from './stop'

/** Runs once, before the first request is served. */
export const start = async (): Promise<void> => {
  const made = opened()
  log().level = made.config.logLevel
  createFirstWorkspace(made)
  addMissingSystems(made)
  givePortals(made)
  moveLeftovers(made)
  endInterruptedRuns(made)
  interruptLeftJobs(made)
  const first = made.db.select().from(workspaces).orderBy(asc(workspaces.createdAt)).limit(1).get()
  if (first) {
    registerEnvironmentToken(made, first.id)
    declareInboxes(made, first.id)
  }
  startDue(made)
  startAttempts(made)
  keepJudging(made)
  keepEndingSilence(made)
  adoptNotices(made)
  keepBlocks(made)
  sweepSoon(made)
  followRelays(made)
  keepSweepingRuns(made)
  prepareKeysSoon(made)
  stopOnSignal(made)
  sayWhereToGo(made)
}

/** A newcomer's first pages come first; whoever needs a large key earlier has it made then. */
const keysAfterMs = 20_000

const prepareKeysSoon = (made: Deps): void => {
  const stop = stopSignal()
  setTimeout(keysAfterMs, undefined, { signal: stop, ref: false })
    .then(() => prepareEmulatorKeys(made, stop))
    .catch((error: unknown) => {
      if (!stop.aborted) logFault(error)
    })
}

/** What people can put right ends in one line, not in a stack. */
const opened = (): Deps => {
  try {
    const { dataDir, port } = config()
    holdFolder(dataDir, { port, pid: process.pid })
    return deps()
  } catch (error) {
    if (error instanceof NewerDatabaseError) {
      log().fatal(
        'The database in JARIBU_DATA_DIR is of a newer Jaribu than this one, which leaves it as it is. Start the newer one, or restore the copy beside it from before the update (jaribu.db.before-…).',
      )
      process.exit(1)
    }
    if (error instanceof ConfigError) {
      for (const line of error.lines) log().fatal(line)
      process.exit(1)
    }
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) {
      log().fatal(
        { code: error.code, reason: error.message },
        'The database in JARIBU_DATA_DIR cannot be opened. Restore jaribu.db from a backup, or name an empty folder.',
      )
      process.exit(1)
    }
    throw error
  }
}

/** One line: whoever starts the server looks for the link in it. */
const sayWhereToGo = (made: Deps) => {
  const owner = firstOwner(made)
  if (!owner || owner.hasPassword !== null) return
  const link = makeOwnerLink(made)
  // biome-ignore lint/suspicious/noConsole: not the log's: scripts look for this line on standard output
  if (link) console.log(`Sign in as the owner, once, within 24 hours: ${link.url}`)
}
