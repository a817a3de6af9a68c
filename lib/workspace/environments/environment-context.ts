import 'server-only'
import { type InboxRow, inboxById } from '@/db/queries/inboxes'
import type { TlsMaterial } from '@/lib/http/types'
import { type Market, marketOf } from '@/lib/msisdn/markets'
import { systemOf } from '@/lib/systems'
import type { PlanContext, System } from '@/lib/systems/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Actor, Deps } from '../deps'
import { inboxUrlOf, maskedInboxUrlOf } from '../inboxes/inbox-url'
import { type InboxUrls, inboxUrlsOf, openSecret } from '../inboxes/open-inboxes'
import { requireRole } from '../people/require-role'
import { certificateOf } from './certificates'
import { findEnvironment } from './find'
import { openSecrets } from './secrets'
import { tlsOf } from './tls-material'

/** What planning and sending need. Secrets are in plain text here: never store, log or return this. */
export type EnvironmentContext = {
  environment: {
    id: string
    slug: string
    name: string
    kind: EnvironmentKind
    system: string
    market: string
    inboxId: string
    inbox: string
    /** Changes with every edit, credentials included. */
    updatedAt: number
  }
  system: System
  market: Market
  /** Absolute, without a trailing slash. */
  baseUrl: string
  credentials: Readonly<Record<string, string | undefined>>
  /** PEM. */
  certificate: string | undefined
  /** How its host is believed and what is shown to it; the key is in plain text. */
  tls: TlsMaterial | undefined
  /** Of the workspace, their secrets in plain text. */
  inboxes: readonly InboxUrls[]
  /** The URL of its inbox as screens and stored values have it. */
  maskedInboxUrl: string
  callbackUrlFor(runId: string): string
  timeoutMs: number
}

export const resolveBaseUrl = (publicUrl: string, baseUrl: string): string =>
  baseUrl.startsWith('/') ? `${publicUrl}${baseUrl}` : baseUrl

type InboxParts = Pick<EnvironmentContext, 'inboxes' | 'maskedInboxUrl' | 'callbackUrlFor'>

/** What a context has of its inbox. */
export const inboxOf = (deps: Deps, row: InboxRow): InboxParts => {
  const { publicUrl } = deps.config
  const place = { ...row, secret: openSecret(deps, row) }
  return {
    inboxes: inboxUrlsOf(deps, row.workspaceId),
    maskedInboxUrl: maskedInboxUrlOf(publicUrl, place),
    callbackUrlFor: (runId) => `${inboxUrlOf(publicUrl, place)}/r/${runId}`,
  }
}

/** Members and owners only: whoever gets this can send as the organisation. */
export const environmentContext = (deps: Deps, actor: Actor, idOrSlug: string): EnvironmentContext => {
  requireRole(actor, 'member')
  const row = findEnvironment(deps, actor, idOrSlug)
  const inbox = inboxById(deps.db, row.workspaceId, row.inboxId)
  if (!inbox) throw new Error(`Environment ${row.id} has lost its inbox`)
  const { publicUrl } = deps.config
  return {
    environment: {
      id: row.id,
      slug: row.slug,
      name: row.name,
      kind: row.kind,
      system: row.system,
      market: row.market,
      inboxId: row.inboxId,
      inbox: inbox.name,
      updatedAt: row.updatedAt,
    },
    system: systemOf(row.system),
    market: marketOf(row.market),
    baseUrl: resolveBaseUrl(publicUrl, row.baseUrl),
    credentials: { ...row.settings, ...openSecrets(deps, row.id) },
    certificate: certificateOf(deps, row)?.pem,
    tls: tlsOf(deps, row),
    ...inboxOf(deps, inbox),
    timeoutMs: row.timeoutMs,
  }
}

/** The part of a context that `plan`, `derive` and `session.plan` take. */
export const planContextOf = (
  context: EnvironmentContext,
  now: number,
  runId: string,
  token?: string,
): PlanContext => ({
  baseUrl: context.baseUrl,
  credentials: context.credentials,
  certificate: context.certificate,
  token,
  now,
  market: context.market,
  callbackUrl: context.callbackUrlFor(runId),
})
