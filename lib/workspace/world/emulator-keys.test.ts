import { createPublicKey, X509Certificate } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workspaces, worldRecords } from '@/db/schema'
import { testDeps } from '@/tests/deps'
import { createFirstWorkspace } from '../people/create-workspace'
import { knownEmulatorKeys, prepareEmulatorKeys } from './emulator-keys'

const started = () => {
  const deps = testDeps()
  createFirstWorkspace(deps)
  deps.db.delete(worldRecords).where(eq(worldRecords.collection, 'keys')).run()
  const workspace = deps.db.select().from(workspaces).get()
  return { deps, workspaceId: workspace?.id ?? '' }
}

test('a server that is stopping leaves large keys for the next start', async () => {
  const { deps, workspaceId } = started()
  await prepareEmulatorKeys(deps, AbortSignal.abort())
  expect(knownEmulatorKeys(deps, workspaceId, 'mozambique')).toBeUndefined()
})

test('large keys are made beside the work and kept', async () => {
  const { deps, workspaceId } = started()
  await prepareEmulatorKeys(deps, new AbortController().signal)
  expect(knownEmulatorKeys(deps, workspaceId, 'mozambique')?.privateKey).toContain('BEGIN RSA PRIVATE KEY')
  const { certificate = '' } = knownEmulatorKeys(deps, workspaceId, 'openapi') ?? {}
  expect(certificate).toContain('BEGIN CERTIFICATE')
  const publicKey = createPublicKey(certificate)
  expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(4096)
  expect(new X509Certificate(certificate).verify(publicKey)).toBe(true)
}, 120_000)
