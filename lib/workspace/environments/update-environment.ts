import 'server-only'
import {
  type EnvironmentRow,
  putSecret,
  removeAccessToken,
  removeSecrets,
  updateEnvironmentRow,
} from '@/db/queries/environments'
import { systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { EnvironmentView } from '../views'
import { checkBaseUrl } from './check-base-url'
import { environmentView } from './environment-view'
import { findEnvironment } from './find'
import type { UpdateEnvironmentInput } from './input'
import {
  type Problems,
  prepareCertificate,
  prepareCredentials,
  prepareInbox,
  refuseProblems,
} from './prepare'
import { secretContext } from './secrets'

/** Changes what is given and nothing else: all of it, or on any problem none of it. */
export const updateEnvironment = (
  deps: Deps,
  actor: Actor,
  idOrSlug: string,
  input: UpdateEnvironmentInput,
): EnvironmentView => {
  requireRole(actor, 'member')
  const row = findEnvironment(deps, actor, idOrSlug)
  const system = systemOf(row.system)
  const problems: Problems = {}

  const kind = input.kind ?? row.kind
  const base = checkBaseUrl(system.id, kind, input.baseUrl || row.baseUrl)
  if ('message' in base) problems.baseUrl = [base.message]
  const given = prepareCredentials(system, input.credentials ?? {}, problems)
  const clear = input.clear ?? []
  for (const name of clear) {
    if (!system.credentials.some((spec) => spec.name === name))
      problems[`clear.${name}`] = [`${system.title} has no credential “${name.slice(0, 60)}”.`]
  }
  const certificate =
    input.certificate === undefined ? row.certificate : prepareCertificate(input.certificate, problems)
  const inboxId =
    input.inbox === undefined ? row.inboxId : prepareInbox(deps, actor, input.inbox, problems)?.id
  refuseProblems(problems)
  if ('message' in base || !inboxId) throw new Error('Checked fields without problems are complete')

  // Strictly later, so that a token fetched for the state before never passes for one of this state.
  const now = Math.max(deps.clock(), row.updatedAt + 1)
  const settings = Object.fromEntries(
    Object.entries({ ...row.settings, ...given.settings }).filter(([name]) => !clear.includes(name)),
  )
  const changed = [
    ...Object.keys(given.secrets),
    ...Object.keys(given.settings).filter((name) => given.settings[name] !== row.settings[name]),
    ...clear,
  ]
  const endsToken = Object.keys(given.secrets).length > 0 || clear.length > 0 || base.baseUrl !== row.baseUrl
  deps.db.transaction(() => {
    const change: Partial<EnvironmentRow> = {
      name: input.name ?? row.name,
      kind,
      baseUrl: base.baseUrl,
      inboxId,
      settings,
      certificate,
      timeoutMs: input.timeoutMs ?? row.timeoutMs,
      updatedAt: now,
    }
    updateEnvironmentRow(deps.db, row.id, change)
    if (clear.length > 0) removeSecrets(deps.db, row.id, clear)
    for (const [name, plain] of Object.entries(given.secrets)) {
      if (clear.includes(name)) continue
      putSecret(deps.db, {
        id: deps.ids.next(),
        environmentId: row.id,
        name,
        ciphertext: deps.vault.seal(plain, secretContext(row.id, name)),
        updatedAt: now,
      })
    }
    if (endsToken) removeAccessToken(deps.db, row.id)
    if (changed.length > 0) {
      recordAudit(deps, actor, 'changed credentials', `${row.name}: ${[...new Set(changed)].join(', ')}`)
    } else {
      recordAudit(deps, actor, 'changed an environment', row.name)
    }
  })
  deps.live.announce(actor.workspaceId, { type: 'environment', data: { id: row.id } })
  return environmentView(deps, actor, findEnvironment(deps, actor, row.id))
}
