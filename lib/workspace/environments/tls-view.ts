import 'server-only'
import type { EnvironmentRow } from '@/db/queries/environments'
import { readChain, type TlsCertificate } from '@/lib/crypto/tls-material'
import type { Deps } from '../deps'
import type { TlsCertificateView, TlsView } from '../views'

const read = new Map<string, TlsCertificate[]>()
const mostKept = 64

/** Every list of environments asks: the last few chains are kept. */
const readOnce = (pem: string): TlsCertificate[] => {
  const known = read.get(pem)
  if (known) return known
  if (read.size >= mostKept) read.clear()
  const chain = readChain(pem)
  read.set(pem, chain)
  return chain
}

const soonMs = 30 * 86_400_000

/** Public parts only: of the key, no more than that it is there. */
export const tlsView = (
  deps: Pick<Deps, 'clock'>,
  row: Pick<EnvironmentRow, 'caCertificate' | 'clientCertificate'>,
): TlsView => {
  const now = deps.clock()
  const viewOf = (one: TlsCertificate): TlsCertificateView => ({
    subject: one.subject,
    issuer: one.issuer,
    serial: one.serial,
    validFrom: one.validFrom,
    validTo: one.validTo,
    state:
      one.validTo < now
        ? 'expired'
        : one.validFrom > now
          ? 'not-yet'
          : one.validTo - now < soonMs
            ? 'ends-soon'
            : 'valid',
    key: one.keyWords,
    fingerprint: one.fingerprint,
    pem: one.pem,
  })
  return {
    ca: row.caCertificate ? readOnce(row.caCertificate).map(viewOf) : [],
    client: row.clientCertificate ? readOnce(row.clientCertificate).map(viewOf) : [],
  }
}
