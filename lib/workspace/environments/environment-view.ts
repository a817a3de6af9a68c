import 'server-only'
import { type EnvironmentRow, secretsOf } from '@/db/queries/environments'
import { inboxById } from '@/db/queries/inboxes'
import { marketOf } from '@/lib/msisdn/markets'
import { systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { inboxUrlFor } from '../inboxes/inbox-view'
import type { EnvironmentView } from '../views'
import { certificateView } from './certificates'
import { resolveBaseUrl } from './environment-context'
import { maskSecret, secretContext } from './secrets'
import { tlsView } from './tls-view'
import { tokenView } from './token-view'

/** What somebody of the workspace may see of an environment: secrets only as masks. */
export const environmentView = (
  deps: Deps,
  actor: Pick<Actor, 'role'>,
  row: EnvironmentRow,
): EnvironmentView => {
  const system = systemOf(row.system)
  const inbox = inboxById(deps.db, row.workspaceId, row.inboxId)
  if (!inbox) throw new Error(`Environment ${row.id} has lost its inbox`)
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
    inbox: inbox.name,
    inboxUrl: inboxUrlFor(deps, actor, inbox),
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
