import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { Operation } from '@/lib/catalogue/types'
import { searchCodes } from '@/lib/codes/search'
import { bodyOf, checkValues, exampleOf, initialValues, referenceOf } from '@/lib/derive'
import { groupOperations } from '@/lib/derive/navigation'
import { findOperation, systemOf } from '@/lib/systems'
import { getRun } from '@/lib/workspace/runs/get-run'
import { makeSnippet } from '@/lib/workspace/runs/make-snippet'
import { sendRun } from '@/lib/workspace/runs/send-run'
import { search } from '@/lib/workspace/search'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { testDeps } from './deps'
import { reachOwnDoors } from './own-doors'
import { readTracked, root } from './repository'

const place = vi.hoisted(() => ({ folder: '' }))

/** A row as the recipe for a code asks for it. */
const newCode = vi.hoisted(
  () =>
    ({
      id: 'stk-4907',
      system: 'daraja',
      code: '4907',
      where: 'stk-result',
      message: 'The customer is out of reach of every mast.',
      cause: 'No mast hears the phone.',
      cure: 'Ask again later.',
      operations: ['daraja.stk-push'],
      retry: true,
      confirmed: false,
      source: 'A recipe of CONTRIBUTING.md',
    }) as const,
)

/** The code of the recipe, as it stands in CONTRIBUTING.md, read as if it lay beside its family. */
vi.mock('@/lib/catalogue/daraja', async (original) => {
  const catalogue = await original<typeof import('@/lib/catalogue/daraja')>()
  // Read here: what this file imports is not there yet while a module is replaced.
  const [{ mkdtempSync, writeFileSync }, { tmpdir }, path, { readTracked }] = await Promise.all([
    import('node:fs'),
    import('node:os'),
    import('node:path'),
    import('./repository'),
  ])
  const text = readTracked('CONTRIBUTING.md')
  const code = /<!-- recipe: lib\/catalogue\/daraja\/[a-z-]+\.ts -->\n```ts\n([\s\S]*?)```/.exec(text)?.[1]
  place.folder = mkdtempSync(path.join(tmpdir(), 'jaribu-recipe-'))
  const file = path.join(place.folder, 'recipe.ts')
  writeFileSync(file, (code ?? '').replaceAll("from './", "from '@/lib/catalogue/daraja/"))
  const recipe = Object.values((await import(/* @vite-ignore */ file)) as Record<string, Operation>)
  return { ...catalogue, darajaOperations: [...catalogue.darajaOperations, ...recipe] }
})

vi.mock('@/lib/catalogue/daraja/codes', async (original) => {
  const { darajaCodes } = await original<typeof import('@/lib/catalogue/daraja/codes')>()
  return { darajaCodes: [...darajaCodes, newCode] }
})

afterAll(() => rmSync(place.folder, { recursive: true, force: true }))

const overdraft = () => findOperation('daraja.overdraft-advance') as Operation

const onTheWire = () => {
  const deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
  reachOwnDoors(deps, 'daraja')
  return deps
}

test('the recipe’s operation has form, checks, reference, samples and a place in the sidebar', () => {
  const operation = overdraft()
  const example = exampleOf(operation)
  expect(checkValues(operation, example)).toEqual([])
  expect(checkValues(operation, { ...example, Amount: '-1' })).toMatchObject([{ field: 'Amount' }])
  const first = initialValues(operation, { credentials: {}, callbackUrl: 'http://localhost:3000/hook/local' })
  expect(Object.keys(first)).toEqual(['PhoneNumber', 'Amount', 'Reference'])
  expect(bodyOf(operation, example)).toMatchObject({ Reference: 'ADV-1' })
  expect(referenceOf(operation).map(({ name }) => name)).toEqual(['PhoneNumber', 'Amount', 'Reference'])
  expect(groupOperations(systemOf('daraja').operations).at(-1)).toMatchObject({
    title: 'Overdraft',
    operations: [{ id: 'daraja.overdraft-advance' }],
  })
})

test('the recipe’s operation is sent from the form and the API, and the emulator answers as the entry shows', async () => {
  const deps = onTheWire()
  const operation = overdraft()
  const { id } = await sendRun(deps, deps.actor(), {
    operation: operation.id,
    environment: deps.environmentId,
    values: exampleOf(operation),
    sendAnyway: false,
  })
  const run = getRun(deps, deps.actor(), id)
  expect(run.acknowledgement?.status).toBe(200)
  const said = JSON.parse(run.acknowledgement?.body ?? '') as Record<string, string>
  expect(said).toMatchObject({ ResponseCode: '0', ResponseDescription: 'Accepted' })
  // Its ids are new ones, not those of the entry.
  expect(said.ConversationID).toMatch(/^AG_/)
  expect(said.ConversationID).not.toBe('AG_20261120_1')
  const snippet = await makeSnippet(deps, deps.actor(), {
    operation: operation.id,
    environment: deps.environmentId,
    values: exampleOf(operation),
    language: 'curl',
  })
  expect(JSON.stringify(snippet)).toContain('/overdraft/v1/advance')
})

test('a new code is explained and found from its one row', () => {
  const deps = testDeps()
  expect(systemOf('daraja').explain('4907', { operation: 'daraja.stk-push', place: 'stk-result' })).toEqual(
    newCode,
  )
  expect(searchCodes(systemOf('daraja').codes, 'out of reach of every mast')[0]).toMatchObject({
    code: '4907',
  })
  expect(
    search(deps, deps.actor(), '4907')
      .hits.map(({ title }) => title)
      .join(' '),
  ).toContain('4907')
})

test('every file that the guide names is there', () => {
  const named = [...readTracked('CONTRIBUTING.md').matchAll(/`((?:lib|tests|docs|app|db)\/[a-zA-Z/.-]+)`/g)]
    .map(([, file = '']) => file)
    .filter((file) => !file.includes('<'))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})
