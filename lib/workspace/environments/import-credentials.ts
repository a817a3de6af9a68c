import 'server-only'
import { systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { findEnvironment } from './find'
import { type Problems, prepareCredentials } from './prepare'
import { readCredentials } from './read-credentials'
import { maskSecret } from './secrets'
import { updateEnvironment } from './update-environment'

export type CredentialImport = {
  /** True once it is stored; false for a preview. */
  applied: boolean
  recognised: {
    name: string
    label: string
    /** As it was called in the paste. */
    key: string
    line: number | null
    /** Masked when it is a secret. */
    shown: string
    problem: string | null
  }[]
  unknown: { key: string; line: number | null; reason: string }[]
}

/** Reads a pasted `.env` or JSON. A preview stores nothing; applying stores what was recognised, or on any problem nothing. */
export const importCredentials = (
  deps: Deps,
  actor: Actor,
  idOrSlug: string,
  { text, apply }: { text: string; apply: boolean },
): CredentialImport => {
  requireRole(actor, 'member')
  const row = findEnvironment(deps, actor, idOrSlug)
  const system = systemOf(row.system)
  const read = readCredentials(text, system.credentials)
  const credentials = Object.fromEntries(read.recognised.map((one) => [one.name, one.value]))
  const problems: Problems = {}
  prepareCredentials(system, credentials, problems)
  const applies = apply && read.recognised.length > 0
  if (applies) updateEnvironment(deps, actor, row.id, { credentials })
  return {
    applied: applies,
    recognised: read.recognised.map(({ name, key, line, value }) => {
      const spec = system.credentials.find((one) => one.name === name)
      return {
        name,
        label: spec?.label ?? name,
        key,
        line,
        shown: spec?.secret === false ? value : maskSecret(value),
        problem: problems[`credentials.${name}`]?.[0] ?? null,
      }
    }),
    unknown: read.unknown,
  }
}
