import 'server-only'
import { type EnvironmentRow, inboxById, secretsOf } from '@/db/queries/environments'
import { marketOf } from '@/lib/msisdn/markets'
import { systemOf } from '@/lib/systems'
import type { Deps } from '../deps'
import type { EnvironmentView } from '../views'
import { certificateView } from './certificates'
import { inboxUrlOf, resolveBaseUrl } from './environment-context'
import { maskSecret, secretContext } from './secrets'
import { tlsView } from './tls-view'
import { tokenView } from './token-view'

/** What anybody in the workspace may see of an environment: secrets only as masks. */
export const environmentView = (deps: Deps, row: EnvironmentRow): EnvironmentView => {
  const system = systemOf(row.system)
  const inbox = inboxById(deps.db, row.workspaceId, row.inboxId)?.name ?? ''
  const secrets = new Map(secretsOf(deps.db, row.id).map((secret) => [secret.name, secret]))
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    system: row.system,
    systemTitle: system.title,
    kind: row.kind,
    market: row.market,
    currency: marketOf(row.market).currency,
    baseUrl: row.baseUrl,
    resolvedBaseUrl: resolveBaseUrl(deps.config.publicUrl, row.baseUrl),
    inbox,
    inboxUrl: inboxUrlOf(deps.config.publicUrl, inbox),
    timeoutMs: row.timeoutMs,
    credentials: system.credentials.map((spec) => {
      const secret = secrets.get(spec.name)
      const plain = row.settings[spec.name]
      const shown = secret
        ? maskSecret(deps.vault.open(secret.ciphertext, secretContext(row.id, spec.name)))
        : (plain ?? null)
      return {
        name: spec.name,
        label: spec.label,
        secret: spec.secret,
        kind: spec.kind,
        help: spec.help,
        choices: spec.choices ?? null,
        shown,
        set: shown !== null,
        updatedAt: secret?.updatedAt ?? (plain === undefined ? null : row.updatedAt),
      }
    }),
    certificate: certificateView(deps, row),
    tls: tlsView(deps, row),
    token: tokenView(deps, row),
  }
}
