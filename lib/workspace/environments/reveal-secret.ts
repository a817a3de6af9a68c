import 'server-only'
import { secretsOf } from '@/db/queries/environments'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { findEnvironment } from './find'
import { clientKeyName, secretContext } from './secrets'

/** One secret in plain text, for a member who asked for it; the audit keeps who and which. */
export const revealSecret = (deps: Deps, actor: Actor, idOrSlug: string, name: string): string => {
  requireRole(actor, 'member')
  const row = findEnvironment(deps, actor, idOrSlug)
  // A private key is put in and never taken out again.
  const secret = secretsOf(deps.db, row.id).find((one) => one.name === name && one.name !== clientKeyName)
  if (!secret) throw new Refusal('not-found', 'This credential is not set.')
  const plain = deps.vault.open(secret.ciphertext, secretContext(row.id, name))
  recordAudit(deps, actor, 'revealed a secret', `${row.name}: ${name}`)
  return plain
}
