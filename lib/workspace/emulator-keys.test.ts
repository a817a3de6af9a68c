import { expect, test } from 'vitest'
import { workspaces } from '@/db/schema'
import { testDeps } from '@/tests/deps'
import { createFirstWorkspace } from './create-workspace'
import { knownEmulatorKeys, prepareEmulatorKeys } from './emulator-keys'

const started = () => {
  const deps = testDeps()
  createFirstWorkspace(deps)
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
  expect(knownEmulatorKeys(deps, workspaceId, 'openapi')?.certificate).toContain('BEGIN CERTIFICATE')
}, 120_000)
