import { expect, test } from 'vitest'
import { auditEntries } from '@/db/schema'
import { testDeps } from '@/tests/deps'
import { setValidation } from './organisations'
import { seedWorkspaceWorld } from './seed-world'

test('who switched validation of which organisation is in the audit', () => {
  const deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
  setValidation(deps, deps.actor(), { shortcode: '600000', validation: true })
  expect(deps.db.select().from(auditEntries).all()).toMatchObject([
    { action: 'switched validation on', subject: '600000' },
  ])
})
