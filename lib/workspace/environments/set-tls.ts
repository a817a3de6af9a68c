import 'server-only'
import { createSecureContext } from 'node:tls'
import { putSecret, removeAccessToken, removeSecrets, updateEnvironmentRow } from '@/db/queries/environments'
import { readPkcs12 } from '@/lib/crypto/pkcs12'
import { readAuthorities, readIdentity } from '@/lib/crypto/tls-material'
import type { TlsMaterial } from '@/lib/http/types'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { EnvironmentView } from '../views'
import { environmentView } from './environment-view'
import { findEnvironment } from './find'
import { type Problems, refuseProblems } from './prepare'
import { clientKeyName, secretContext } from './secrets'
import type { TlsInput } from './tls-input'

/** Sets the authority that signs the host, and the certificate that is shown to it: all of what is given, or none. */
export const setTls = (deps: Deps, actor: Actor, idOrSlug: string, given: TlsInput): EnvironmentView => {
  requireRole(actor, 'member')
  const { ca, client } = given
  const row = findEnvironment(deps, actor, idOrSlug)
  const problems: Problems = {}
  const authorities = typeof ca === 'string' ? readAuthorities(ca) : undefined
  const identity = client
    ? client.pkcs12
      ? readPkcs12(client.pkcs12, client.passphrase)
      : readIdentity(client)
    : undefined
  for (const read of [authorities, identity]) {
    if (read && 'message' in read) {
      problems[read.field === 'ca' ? 'ca' : `client.${read.field}`] = [read.message]
    }
  }
  refuseProblems(problems)
  if ((authorities && 'message' in authorities) || (identity && 'message' in identity)) {
    throw new Error('What has no problem was read')
  }
  refuseUnusable(
    { ca: authorities?.pem, cert: identity?.pem, key: identity?.key },
    identity ? (client?.pkcs12 ? 'client.pkcs12' : 'client.certificate') : 'ca',
  )

  // Strictly later, as any edit: a token that is on its way belongs to the state before.
  const now = Math.max(deps.clock(), row.updatedAt + 1)
  deps.db.transaction(() => {
    updateEnvironmentRow(deps.db, row.id, {
      ...(ca !== undefined && { caCertificate: authorities?.pem ?? null }),
      ...(client !== undefined && { clientCertificate: identity?.pem ?? null }),
      updatedAt: now,
    })
    if (client !== undefined) removeSecrets(deps.db, row.id, [clientKeyName])
    if (identity) {
      putSecret(deps.db, {
        id: deps.ids.next(),
        environmentId: row.id,
        name: clientKeyName,
        ciphertext: deps.vault.seal(identity.key, secretContext(row.id, clientKeyName)),
        updatedAt: now,
      })
    }
    // It was given over another connection, perhaps to somebody else.
    removeAccessToken(deps.db, row.id)
    for (const [what, value, names] of [
      ['CA certificate', ca, authorities?.certificates.at(-1)?.subject],
      ['client certificate', client, identity?.certificates[0]?.subject],
    ] as const) {
      if (value === undefined) continue
      const did = value === null ? `removed the ${what}` : `set the ${what}`
      recordAudit(deps, actor, did, names ? `${row.name}: ${names}` : row.name)
    }
  })
  deps.live.announce(actor.workspaceId, { type: 'environment', data: { id: row.id } })
  return environmentView(deps, actor, findEnvironment(deps, actor, row.id))
}

/** What the TLS library would refuse at the first request, such as a key that is too short, is refused here. */
const refuseUnusable = (material: TlsMaterial, field: string): void => {
  try {
    createSecureContext(material)
  } catch (thrown) {
    const words = thrown instanceof Error ? (/([^:]+)$/.exec(thrown.message.trim())?.[1] ?? '') : ''
    refuseProblems({ [field]: [`No connection can be made with it: ${words.trim() || 'it is unusable'}.`] })
  }
}
