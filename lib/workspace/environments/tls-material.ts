import 'server-only'
import { type EnvironmentRow, secretsOf } from '@/db/queries/environments'
import type { TlsMaterial } from '@/lib/http/types'
import type { Deps } from '../deps'
import { clientKeyName, secretContext } from './secrets'

/** What requests of the environment are sent with. The key is in plain text here. */
export const tlsOf = (
  deps: Deps,
  row: Pick<EnvironmentRow, 'id' | 'caCertificate' | 'clientCertificate'>,
): TlsMaterial | undefined => {
  const sealed = row.clientCertificate
    ? secretsOf(deps.db, row.id).find(({ name }) => name === clientKeyName)
    : undefined
  if (!row.caCertificate && !sealed) return undefined
  return {
    ...(row.caCertificate && { ca: row.caCertificate }),
    ...(row.clientCertificate &&
      sealed && {
        cert: row.clientCertificate,
        key: deps.vault.open(sealed.ciphertext, secretContext(row.id, clientKeyName)),
      }),
  }
}
