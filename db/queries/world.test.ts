import { expect, test } from 'vitest'
import { testDeps } from '@/tests/deps'
import { worldRows } from './world'

/** A workspace is a team: there are few of them, whatever is paid. What a statement itself put together is no table. */
const small = /^SCAN (workspaces|\(subquery)/

test('no statement of the world reads a table whole: each payment would cost more than the one before', () => {
  const { db } = testDeps()
  const scans = Object.entries(worldRows(db)).flatMap(([name, { source }]) => {
    const asked = source.replace(/@\w+|\?/g, "'1'")
    const plan = db.$client.prepare(`explain query plan ${asked}`).all() as { detail: string }[]
    return plan.flatMap(({ detail }) =>
      detail.startsWith('SCAN') && !small.test(detail) ? [`${name}: ${detail}`] : [],
    )
  })

  expect(scans).toEqual([])
})
