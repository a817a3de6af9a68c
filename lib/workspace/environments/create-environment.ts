import 'server-only'
import { insertEnvironment, isSlugTaken, putSecret } from '@/db/queries/environments'
import type { EnvironmentPreset, System } from '@/lib/systems/types'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { EnvironmentView } from '../views'
import { checkBaseUrl } from './check-base-url'
import { getEnvironment } from './get-environment'
import type { CreateEnvironmentInput } from './input'
import {
  type Problems,
  prepareCertificate,
  prepareCredentials,
  prepareInbox,
  refuseProblems,
  requireSystem,
} from './prepare'
import { secretContext } from './secrets'
import { freeSlug } from './slug'

const defaultTimeoutMs = 30_000

/** From a preset, from scratch, or from a preset with some of it replaced. */
export const createEnvironment = (
  deps: Deps,
  actor: Actor,
  input: CreateEnvironmentInput,
): EnvironmentView => {
  requireRole(actor, 'member')
  const problems: Problems = {}
  const chosen = choosePreset(input, problems)
  refuseProblems(problems)
  if (!chosen) throw new Error('A system without problems is found')
  const { system, preset } = chosen

  const kind = input.kind ?? preset?.kind ?? 'sandbox'
  const name = input.name ?? preset?.name ?? ''
  if (name === '') problems.name = ['Give it a name.']
  const typedBaseUrl = input.baseUrl || preset?.baseUrl || ''
  const base = checkBaseUrl(system.id, kind, typedBaseUrl)
  if ('message' in base) problems.baseUrl = [typedBaseUrl === '' ? 'Say where requests go to.' : base.message]
  const given = prepareCredentials(system, input.credentials ?? {}, problems)
  const known = prepareCredentials(system, preset?.credentials ?? {}, problems)
  const certificate = prepareCertificate(input.certificate ?? null, problems)
  const inbox = prepareInbox(deps, actor, input.inbox, problems)
  refuseProblems(problems)
  if ('message' in base || !inbox) throw new Error('Checked fields without problems are complete')

  const id = deps.ids.next()
  const now = deps.clock()
  const secrets = { ...known.secrets, ...given.secrets }
  deps.db.transaction(() => {
    insertEnvironment(deps.db, {
      id,
      workspaceId: actor.workspaceId,
      slug: freeSlug(name, (slug) => isSlugTaken(deps.db, actor.workspaceId, slug)),
      name,
      system: system.id,
      kind,
      market: preset?.market ?? system.presets[0]?.market ?? 'kenya',
      baseUrl: base.baseUrl,
      inboxId: inbox.id,
      settings: { ...known.settings, ...given.settings },
      certificate,
      timeoutMs: input.timeoutMs ?? preset?.timeoutMs ?? defaultTimeoutMs,
      createdAt: now,
      updatedAt: now,
    })
    for (const [secret, plain] of Object.entries(secrets)) {
      putSecret(deps.db, {
        id: deps.ids.next(),
        environmentId: id,
        name: secret,
        ciphertext: deps.vault.seal(plain, secretContext(id, secret)),
        updatedAt: now,
      })
    }
    recordAudit(deps, actor, 'created an environment', name)
  })
  deps.live.announce(actor.workspaceId, { type: 'environment', data: { id } })
  return getEnvironment(deps, actor, id)
}

const choosePreset = (
  input: CreateEnvironmentInput,
  problems: Problems,
): { system: System; preset: EnvironmentPreset | undefined } | undefined => {
  const system = requireSystem(input.system ?? input.preset?.split('-')[0], problems)
  if (!system) return undefined
  if (input.preset === undefined) return { system, preset: undefined }
  const preset = system.presets.find((one) => one.id === input.preset)
  if (!preset) {
    problems.preset = [
      `There is no preset “${input.preset.slice(0, 60)}”; there are ${system.presets.map((one) => one.id).join(', ')}.`,
    ]
    return undefined
  }
  return { system, preset }
}
