import 'server-only'
import type { EnvironmentRow } from '@/db/queries/environments'
import { type Certificate, readCertificate } from '@/lib/crypto/certificate'
import { type BundledCertificate, darajaCertificates } from '@/lib/systems/daraja/certificates'
import type { Deps } from '../deps'
import type { CertificateView } from '../views'
import { localCertificate } from './local-certificate'

const bundled: Record<string, readonly BundledCertificate[]> = { daraja: darajaCertificates }

export const bundledCertificates = (system: string): readonly BundledCertificate[] => bundled[system] ?? []

export type ChosenCertificate = { source: CertificateView['source']; pem: string }

/** The uploaded one, else the emulator's for a local environment, else the published one for its kind. */
export const certificateOf = (deps: Deps, row: EnvironmentRow): ChosenCertificate | undefined => {
  if (row.certificate) return { source: 'uploaded', pem: row.certificate }
  if (row.kind === 'local')
    return { source: 'local', pem: localCertificate(deps, row.workspaceId, row.system) }
  const published = bundledCertificates(row.system).find((one) => one.kind === row.kind && one.isDefault)
  return published && { source: 'bundled', pem: published.pem }
}

const read = new Map<string, Certificate | undefined>()
const mostKept = 64

/** Certificates do not change and reading one costs an RSA key: keep the last few. */
const readOnce = (pem: string): Certificate | undefined => {
  if (!read.has(pem)) {
    if (read.size >= mostKept) read.clear()
    read.set(pem, readCertificate(pem))
  }
  return read.get(pem)
}

export const certificateView = (deps: Deps, row: EnvironmentRow): CertificateView | null => {
  const chosen = certificateOf(deps, row)
  const certificate = chosen && readOnce(chosen.pem)
  if (!chosen || !certificate) return null
  return {
    source: chosen.source,
    subject: certificate.subject,
    issuer: certificate.issuer,
    validFrom: certificate.validFrom,
    validTo: certificate.validTo,
    expired: certificate.validTo < deps.clock(),
    bits: certificate.bits,
    fingerprint: certificate.fingerprint,
  }
}
