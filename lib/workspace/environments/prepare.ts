import 'server-only'
import { type InboxRow, inboxesOf } from '@/db/queries/inboxes'
import { readEncryptionKey } from '@/lib/crypto/certificate'
import { Refusal } from '@/lib/refusal'
import { isSystem, systemOf, systems } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import type { Actor, Deps } from '../deps'

/** What is wrong, by field; empty when nothing is. */
export type Problems = Record<string, string[]>

export const refuseProblems = (problems: Problems): void => {
  if (Object.keys(problems).length === 0) return
  const first = Object.values(problems)[0]?.[0] ?? ''
  throw new Refusal('invalid', first, problems)
}

export type PreparedCredentials = { settings: Record<string, string>; secrets: Record<string, string> }

/** Splits credentials into plain settings and secrets. Empty ones are left out: they change nothing. */
export const prepareCredentials = (
  system: System,
  credentials: Record<string, string>,
  problems: Problems,
): PreparedCredentials => {
  const prepared: PreparedCredentials = { settings: {}, secrets: {} }
  for (const [name, value] of Object.entries(credentials)) {
    const spec = system.credentials.find((one) => one.name === name)
    if (!spec) {
      problems[`credentials.${name}`] = [`${system.title} has no credential “${name.slice(0, 60)}”.`]
      continue
    }
    if (value === '') continue
    if (spec.kind === 'shortcode' && !/^\d{5,9}$/.test(value.trim())) {
      problems[`credentials.${name}`] = [`${spec.label}: a shortcode or till number has 5 to 9 digits.`]
      continue
    }
    if (spec.choices && !spec.choices.some((choice) => choice.value === value)) {
      problems[`credentials.${name}`] = [`${spec.label}: choose one of the offered values.`]
      continue
    }
    // Secrets stay as typed: a space in one is found and named by the diagnosis instead of being repaired unseen.
    if (spec.secret) prepared.secrets[name] = value
    else prepared.settings[name] = value.trim()
  }
  return prepared
}

/** PEM to store, null for the published one. */
export const prepareCertificate = (typed: string | null, problems: Problems): string | null => {
  if (typed === null || typed.trim() === '') return null
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(typed)) {
    problems.certificate = [
      'This is a private key. Upload the certificate or public key only, and keep this to yourself.',
    ]
    return null
  }
  const certificate = readEncryptionKey(typed)
  if (!certificate) {
    problems.certificate = ['This is neither a certificate nor a public key, in PEM, DER or Base64 form.']
    return null
  }
  if (certificate.algorithm !== 'rsa') {
    problems.certificate = [`It holds a key of the kind ${certificate.algorithm}; RSA is needed.`]
    return null
  }
  return certificate.pem
}

/** The named inbox, or the workspace's first. */
export const prepareInbox = (
  deps: Deps,
  actor: Actor,
  name: string | undefined,
  problems: Problems,
): InboxRow | undefined => {
  const inboxes = inboxesOf(deps.db, actor.workspaceId)
  const found = name === undefined ? inboxes[0] : inboxes.find((inbox) => inbox.name === name)
  if (!found) problems.inbox = [name ? `There is no inbox “${name}”.` : 'The workspace has no inbox.']
  return found
}

export const requireSystem = (id: string | undefined, problems: Problems): System | undefined => {
  const wanted = id ?? systems[0]?.id ?? ''
  if (isSystem(wanted)) return systemOf(wanted)
  problems.system = [`There is no API system “${wanted.slice(0, 60)}”.`]
  return undefined
}
