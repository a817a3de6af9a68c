import 'server-only'
import type { Db } from '@/db/client'
import type { Vault } from '@/lib/crypto/vault'
import type { Config } from '@/lib/env/config'
import type { HttpClient, HttpRequest, HttpResult } from '@/lib/http/types'
import type { Live } from './live/live'
import type { Role } from './views'

/** Everything a verb may reach for. Tests pass their own: a memory database, a fake clock, counted ids. */
export type Deps = {
  db: Db
  /** Epoch milliseconds. */
  clock: () => number
  ids: Ids
  vault: Vault
  http: HttpClient
  live: Live
  /** Our own inboxes, reached without a connection. Where it is missing they are reached over HTTP like everybody. */
  ownInboxes?: OwnInboxes
  config: Config
}

/** A callback on its way, by the id that its row has: whoever gets it twice knows it again by that. */
export type Delivery = { id: string; request: HttpRequest }

export type OwnInboxes = {
  has(url: string): boolean
  take(delivery: Delivery): Promise<HttpResult>
  /** The same as a part of the caller's transaction; undefined where the sender has to be kept waiting. */
  takeWithin(delivery: Delivery): TakenWithin | undefined
}

/** `follow` is to be called once the transaction is committed. */
type TakenWithin = { sent: HttpResult; follow(): void }

type Ids = {
  /** ULID of the current time. */
  next(): string
  /** Random URL-safe text with the given number of bytes of entropy. */
  token(bytes: number): string
}

/** Who asks. A verb checks the role where it reads or changes data. */
export type Actor = {
  workspaceId: string
  role: Role
  /** For lists and the audit: `Wanjiru`, `token CI`. */
  name: string
  memberId: string | null
  tokenId: string | null
}
