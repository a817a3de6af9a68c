import 'server-only'
import { execFile } from 'node:child_process'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { worldRows } from '@/db/queries/world'
import { signCertificate } from '@/lib/crypto/sign-certificate'
import { findOperation, systemOf, systems } from '@/lib/systems'
import type { Actor, Deps } from '../deps'

export type EmulatorKeys = { privateKey: string; certificate: string }

type Kept = { certificate: string; sealed: string }

const opened = new WeakMap<object, Map<string, EmulatorKeys>>()

const run = promisify(execFile)

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
  return signCertificate(certificate, privatePem)
}

const bitsOf = (system: string) => systemOf(system).keyBits ?? 2048

type Pair = { privateKey: string; publicKey: string }

const optionsFor = (system: string) => ({
  modulusLength: bitsOf(system),
  publicKeyEncoding: { type: 'spki' as const, format: 'pem' as const },
  privateKeyEncoding: { type: 'pkcs1' as const, format: 'pem' as const },
})

const keyScript = `
const options = JSON.parse(process.argv[1])
process.stdout.write(JSON.stringify(require('node:crypto').generateKeyPairSync('rsa', options)))
`

/**
 * In a process of its own: a thread that computes a large key cannot be interrupted, and a server that was asked to
 * stop would wait for it. The pair travels through a pipe.
 */
const makePairElsewhere = async (system: string, signal: AbortSignal): Promise<Pair> => {
  const given = JSON.stringify(optionsFor(system))
  const { stdout } = await run(process.execPath, ['-e', keyScript, given], {
    signal,
    env: { NODE_ENV: 'production' },
  })
  return JSON.parse(stdout) as Pair
}

/**
 * The key pair with which a workspace's emulated provider decrypts, made at first need. The private half is kept sealed
 * and survives a reset of the world, so that credentials made before go on working.
 */
export const emulatorKeys = (deps: Deps, workspaceId: string, system: string): EmulatorKeys =>
  knownEmulatorKeys(deps, workspaceId, system) ??
  keepEmulatorKeys(deps, workspaceId, system, generateKeyPairSync('rsa', optionsFor(system)))

/** The pair if it was made already. */
export const knownEmulatorKeys = (
  deps: Deps,
  workspaceId: string,
  system: string,
): EmulatorKeys | undefined => {
  const cache = opened.get(deps.db) ?? new Map<string, EmulatorKeys>()
  opened.set(deps.db, cache)
  const name = contextOf(workspaceId, system)
  const known = cache.get(name)
  if (known) return known
  const row = worldRows(deps.db).record.get(workspaceId, 'keys', system)
  if (!row) return undefined
  const kept = JSON.parse(row.value) as Kept
  const keys = {
    certificate: kept.certificate,
    privateKey: deps.vault.open(Buffer.from(kept.sealed, 'base64'), name),
  }
  cache.set(name, keys)
  return keys
}

/** Seals a pair away as the one of this system. */
export const keepEmulatorKeys = (
  deps: Deps,
  workspaceId: string,
  system: string,
  pair: Pair,
): EmulatorKeys => {
  const now = deps.clock()
  const keys = {
    privateKey: pair.privateKey,
    certificate: selfSign(pair.privateKey, pair.publicKey, system, now),
  }
  const name = contextOf(workspaceId, system)
  const kept: Kept = {
    certificate: keys.certificate,
    sealed: deps.vault.seal(keys.privateKey, name).toString('base64'),
  }
  worldRows(deps.db).putRecord.run(workspaceId, 'keys', system, JSON.stringify(kept), now)
  // Not remembered here: a transaction around this may still be rolled back.
  return keys
}

const making = new WeakMap<object, Map<string, Promise<void>>>()

/**
 * Resolves once the pair of a system with large keys is there: they take seconds, so they are made beside the work, once
 * for all who wait. Smaller ones are made at first need.
 */
const emulatorKeysReady = (
  deps: Deps,
  workspaceId: string,
  system: string,
  stop: AbortSignal,
): Promise<void> => {
  if (bitsOf(system) <= 2048 || knownEmulatorKeys(deps, workspaceId, system)) return Promise.resolve()
  const pending = making.get(deps.db) ?? new Map<string, Promise<void>>()
  making.set(deps.db, pending)
  const name = contextOf(workspaceId, system)
  const known = pending.get(name)
  if (known) return known
  const made = makePairElsewhere(system, stop)
    .then((pair) => {
      if (deps.db.$client.open && !knownEmulatorKeys(deps, workspaceId, system))
        keepEmulatorKeys(deps, workspaceId, system, pair)
    })
    .catch((error: unknown) => {
      if (!stop.aborted) throw error
    })
    .finally(() => pending.delete(name))
  pending.set(name, made)
  return made
}

/** Before an operation is planned or sent: its system's keys are there. */
export const keysForOperation = (
  deps: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  operation: string,
  stop: AbortSignal,
): Promise<void> => {
  const found = findOperation(operation)
  return found ? emulatorKeysReady(deps, workspaceId, found.system, stop) : Promise.resolve()
}

/** Makes the large keys of all workspaces, one after the other. */
export const prepareEmulatorKeys = async (deps: Deps, stop: AbortSignal): Promise<void> => {
  for (const { id: workspaceId } of worldRows(deps.db).workspaces.all()) {
    for (const { id } of systems) {
      if (stop.aborted) return
      await emulatorKeysReady(deps, workspaceId, id, stop)
    }
  }
}

/** One line of Base64, as portals print public keys, or PEM. */
export const publicKeyOf = ({ certificate }: Pick<EmulatorKeys, 'certificate'>, form: 'pem' | 'base64') => {
  const key = createPublicKey(certificate)
  return form === 'pem'
    ? key.export({ format: 'pem', type: 'spki' }).toString()
    : key.export({ format: 'der', type: 'spki' }).toString('base64')
}
