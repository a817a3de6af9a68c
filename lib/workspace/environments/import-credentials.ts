import 'server-only'
import { systemOf } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import type { KnownHost } from './declared-scope'
import { findEnvironment } from './find'
import type { PastedCredentials } from './input'
import { type Problems, prepareCredentials } from './prepare'
import { type CredentialReader, type ReadCredentials, readCredentials } from './read-credentials'
import { maskSecret } from './secrets'
import { updateEnvironment } from './update-environment'
import type { CredentialImport } from './views'

/**
 * Reads what people keep their settings in. A preview stores nothing; applying stores what was recognised, or on any
 * problem nothing. The parsers are fetched here, when somebody imports.
 */
export const importCredentials = async (
  deps: Deps,
  actor: Actor,
  idOrSlug: string,
  { text, apply, name }: PastedCredentials,
): Promise<CredentialImport> => {
  requireRole(actor, 'member')
  const row = findEnvironment(deps, actor, idOrSlug)
  const system = systemOf(row.system)
  const { readConfigFile } = await import('@/lib/config-files')
  const read = readCredentials(readConfigFile(text, name), readerOf(system, row.kind))
  const credentials = Object.fromEntries(read.recognised.map((one) => [one.name, one.value]))
  const problems: Problems = {}
  prepareCredentials(system, credentials, problems)
  const applies = apply && read.recognised.length > 0
  if (applies) updateEnvironment(deps, actor, row.id, { credentials })
  return viewOf(read, system, problems, applies)
}

/** What files are read with for an environment of this system and kind. */
export const readerOf = (system: System, kind: EnvironmentKind): CredentialReader => ({
  specs: system.credentials,
  kind,
  hosts: system.presets.flatMap(({ kind, baseUrl }): KnownHost[] =>
    kind === 'local' ? [] : [{ url: baseUrl, scope: kind }],
  ),
  request: { operations: system.operations },
})

/** Names that are nobody's, beyond which a long file says nothing new. */
const mostUnknown = 200

const viewOf = (
  read: ReadCredentials,
  system: System,
  problems: Problems,
  applied: boolean,
): CredentialImport => {
  const specNamed = (name: string) => system.credentials.find((one) => one.name === name)
  return {
    applied,
    format: read.format,
    recognised: read.recognised.map(({ name, key, line, value, note }) => {
      const spec = specNamed(name)
      return {
        name,
        label: spec?.label ?? name,
        key,
        line,
        shown: spec?.secret === false ? value : maskSecret(value),
        note,
        problem: problems[`credentials.${name}`]?.[0] ?? null,
      }
    }),
    elsewhere: read.elsewhere.map(({ name, key, line, kind, reason }) => ({
      name,
      label: specNamed(name)?.label ?? name,
      key,
      line,
      kind,
      reason,
    })),
    unknown: read.unknown.slice(0, mostUnknown),
  }
}
