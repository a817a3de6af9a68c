import 'server-only'
import type { EnvironmentRow } from '@/db/queries/environments'
import { type EncryptionKey, readEncryptionKey } from '@/lib/crypto/certificate'
import { systemOf } from '@/lib/systems'
import type { PublishedKey } from '@/lib/systems/types'
import type { Deps } from '../deps'
import type { CertificateView } from '../views'
import { isLocalKeyInTheMaking, localCertificate } from './local-certificate'

const bundledCertificates = (system: string): readonly PublishedKey[] => systemOf(system).publicKeys ?? []

export type ChosenCertificate = { source: CertificateView['source']; pem: string }

/** The uploaded one, else the emulator's for a local environment, else the published one for its kind. */
export const certificateOf = (deps: Deps, row: EnvironmentRow): ChosenCertificate | undefined => {
  if (row.certificate) return { source: 'uploaded', pem: row.certificate }
  if (row.kind === 'local')
    return { source: 'local', pem: localCertificate(deps, row.workspaceId, row.system) }
  const published = bundledCertificates(row.system).find((one) => one.kind === row.kind && one.isDefault)
  return published && { source: 'bundled', pem: published.pem }
}

const read = new Map<string, EncryptionKey | undefined>()
const mostKept = 64

/** Certificates do not change and reading one costs an RSA key: keep the last few. */
const readOnce = (pem: string): EncryptionKey | undefined => {
  if (!read.has(pem)) {
    if (read.size >= mostKept) read.clear()
    read.set(pem, readEncryptionKey(pem))
  }
  return read.get(pem)
}

export const certificateView = (deps: Deps, row: EnvironmentRow): CertificateView | null => {
  const isInTheMaking =
    row.kind === 'local' && !row.certificate && isLocalKeyInTheMaking(deps, row.workspaceId, row.system)
  // A list of environments waits for no key.
  const chosen = isInTheMaking ? undefined : certificateOf(deps, row)
  const certificate = chosen && readOnce(chosen.pem)
  if (!chosen || !certificate) return null
  return {
    source: chosen.source,
    subject: certificate.subject,
    issuer: certificate.issuer,
    validFrom: certificate.validFrom,
    validTo: certificate.validTo,
    expired: certificate.validTo !== null && certificate.validTo < deps.clock(),
    bits: certificate.bits,
    fingerprint: certificate.fingerprint,
  }
}
