import 'server-only'
import { worldRows } from '@/db/queries/world'
import { Refusal } from '@/lib/refusal'
import {
  type Account,
  accountCollection,
  accountKey,
  accountOf,
  fingerprintOf,
} from '@/lib/systems/mozambique/emulate/account'
import type { Transaction } from '@/lib/world/types'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { emulatorKeys, publicKeyOf } from '../world/emulator-keys'
import type { MozambiqueAccountInput } from '../world/input'
import { newLocalKey, passOnLocalKey } from '../world/local-keys'
import { transactionView } from '../world/payments'
import type { TransactionView } from '../world/views'
import { changeWorld, readWorld } from '../world/world'
import type { MozambiqueAccountView } from './views'

const system = 'mozambique'

const shownKey = (key: string) => `••••${key.slice(-4)}`

const appOf = (deps: Deps, { workspaceId }: Actor) => {
  const app = worldRows(deps.db).appOf.get(workspaceId, system)
  if (!app) throw new Refusal('not-found', 'This workspace has no account of the emulated Mozambique.')
  return app
}

const viewOf = (deps: Deps, actor: Actor): MozambiqueAccountView => {
  const { key } = appOf(deps, actor)
  const account = accountOf({ store: readWorld(deps, actor.workspaceId) })
  return {
    apiKey: { shown: shownKey(key), fingerprint: fingerprintOf(key) },
    formerKeys: account.formerKeys ?? [],
    publicKey: publicKeyOf(emulatorKeys(deps, actor.workspaceId, system), 'base64'),
    responseUrl: account.responseUrl ?? null,
    mode: account.responseUrl ? 'asynchronous' : 'synchronous',
    mayQueryNames: account.mayQueryNames ?? false,
    hasFixedPorts: deps.config.mozambiquePorts ?? false,
  }
}

/** What the portal's profile and account pages show. The API key is masked. */
export const readMozambiqueAccount = (deps: Deps, actor: Actor): MozambiqueAccountView => {
  requireRole(actor, 'viewer')
  return viewOf(deps, actor)
}

/** The API key in plain text; the audit keeps who asked. */
export const revealMozambiqueKey = (deps: Deps, actor: Actor): string => {
  requireRole(actor, 'member')
  const { key } = appOf(deps, actor)
  recordAudit(deps, actor, 'revealed a secret', 'Local Mozambique: API key')
  return key
}

const changeAccount = (deps: Deps, actor: Actor, change: (account: Account) => Account): void =>
  changeWorld(deps, actor.workspaceId, (world) => {
    const value = JSON.parse(JSON.stringify(change(accountOf(world))))
    world.store.putRecord({ collection: accountCollection, key: accountKey, value, updatedAt: world.now })
  })

const checkedUrl = (typed: string): string => {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url.href
  const message = 'This is no http or https address.'
  throw new Refusal('invalid', message, { responseUrl: [message] })
}

/**
 * The response URL is the switch between the two modes, and it is one for all calls: set, every call is asynchronous;
 * emptied, every call is synchronous again.
 */
export const changeMozambiqueAccount = (
  deps: Deps,
  actor: Actor,
  change: MozambiqueAccountInput,
): MozambiqueAccountView => {
  requireRole(actor, 'member')
  const typed = change.responseUrl?.trim()
  const responseUrl = typed ? checkedUrl(typed) : undefined
  changeAccount(deps, actor, (account) => ({
    ...account,
    ...(change.responseUrl === undefined ? {} : { responseUrl }),
    ...(change.mayQueryNames === undefined ? {} : { mayQueryNames: change.mayQueryNames }),
  }))
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return viewOf(deps, actor)
}

const mostFormerKeys = 20

/**
 * A new API key; the former one ends at once and stays in the reports. Local environments that hold the former one get
 * the new one, everything else has to be given it.
 */
export const renewMozambiqueKey = (deps: Deps, actor: Actor): { apiKey: string } => {
  requireRole(actor, 'member')
  const app = appOf(deps, actor)
  const apiKey = newLocalKey()
  const now = deps.clock()
  deps.db.transaction(() => {
    worldRows(deps.db).renewApp.run(apiKey, app.id)
    changeAccount(deps, actor, (account) => ({
      ...account,
      formerKeys: [
        { fingerprint: fingerprintOf(app.key), shown: shownKey(app.key), endedAt: now },
        ...(account.formerKeys ?? []),
      ].slice(0, mostFormerKeys),
    }))
    passOnLocalKey(deps, actor, system, app.key, apiKey)
    recordAudit(deps, actor, 'renewed a key', 'Local Mozambique: API key')
  })
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return { apiKey }
}

const mostReported = 500

/** Transactions made with one key in a period, newest first: a renewal does not mix them. */
export const reportMozambique = (
  deps: Deps,
  actor: Actor,
  { key = '', from = 0, to = Number.MAX_SAFE_INTEGER }: { key?: string; from?: number; to?: number },
): TransactionView[] => {
  requireRole(actor, 'viewer')
  const store = readWorld(deps, actor.workspaceId)
  return worldRows(deps.db)
    .transactionsOfKey.all(actor.workspaceId, from, to, system, key, mostReported)
    .map((row) => transactionView(store, JSON.parse(row.data) as Transaction))
}
