import 'server-only'
import { generateKeyPairSync } from 'node:crypto'
import forge from 'node-forge'
import { worldRows } from '@/db/queries/world'
import type { Deps } from './deps'

export type EmulatorKeys = { privateKey: string; certificate: string }

type Kept = { certificate: string; sealed: string }

const opened = new WeakMap<object, Map<string, EmulatorKeys>>()

const contextOf = (workspaceId: string, system: string) => `emulator-key:${workspaceId}:${system}`

/** A certificate that the emulated provider signed for itself, valid for ten years. */
const selfSign = (privatePem: string, publicPem: string, system: string, now: number): string => {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem)
  certificate.serialNumber = '01'
  certificate.validity.notBefore = new Date(now - 86_400_000)
  certificate.validity.notAfter = new Date(now + 3650 * 86_400_000)
  const subject = [
    { name: 'commonName', value: `${system}.emulator.jaribu` },
    { name: 'organizationName', value: 'Jaribu local sandbox' },
  ]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.sign(forge.pki.privateKeyFromPem(privatePem), forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

/**
 * The key pair with which a workspace's emulated provider decrypts, made at first need. The private half is kept sealed
 * and survives a reset of the world, so that credentials made before go on working.
 */
export const emulatorKeys = (deps: Deps, workspaceId: string, system: string): EmulatorKeys => {
  const cache = opened.get(deps.db) ?? new Map<string, EmulatorKeys>()
  opened.set(deps.db, cache)
  const name = contextOf(workspaceId, system)
  const known = cache.get(name)
  if (known) return known
  const rows = worldRows(deps.db)
  const row = rows.record.get(workspaceId, 'keys', system)
  if (row) {
    const kept = JSON.parse(row.value) as Kept
    const keys = {
      certificate: kept.certificate,
      privateKey: deps.vault.open(Buffer.from(kept.sealed, 'base64'), name),
    }
    cache.set(name, keys)
    return keys
  }
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const now = deps.clock()
  const keys = {
    privateKey: pair.privateKey,
    certificate: selfSign(pair.privateKey, pair.publicKey, system, now),
  }
  const kept: Kept = {
    certificate: keys.certificate,
    sealed: deps.vault.seal(keys.privateKey, name).toString('base64'),
  }
  rows.putRecord.run(workspaceId, 'keys', system, JSON.stringify(kept), now)
  // Not remembered here: a transaction around this may still be rolled back.
  return keys
}
