import { describe, expect, test, vi } from 'vitest'
import { stepsOfOperation } from '@/components/runs/sequence'
import { darajaOperations } from '@/lib/catalogue/daraja'
import { checkValues, exampleOf, initialValues, referenceOf } from '@/lib/derive'
import { groupOperations } from '@/lib/derive/navigation'
import { snippetLanguages } from '@/lib/derive/snippet'
import { findOperation, understand } from '@/lib/systems'
import { daraja } from '@/lib/systems/daraja'
import { getRun } from '@/lib/workspace/runs/get-run'
import { makeSnippet } from '@/lib/workspace/runs/make-snippet'
import { planRun } from '@/lib/workspace/runs/plan-run'
import { sendRun } from '@/lib/workspace/runs/send-run'
import { listTransactions } from '@/lib/workspace/world/payments'
import { drainDue } from '@/lib/workspace/world/run-due'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { testDeps } from './deps'
import { reachOwnDoors } from './own-doors'
import { systemBench } from './system-bench'

// Two files would change for it: its entry, and the list of operations in lib/catalogue/daraja/index.ts.
vi.mock('@/lib/catalogue/daraja', async (original) => {
  const catalogue = await original<typeof import('@/lib/catalogue/daraja')>()
  const { advance } = await import('./made-up-operation')
  return { ...catalogue, darajaOperations: [...catalogue.darajaOperations, advance] }
})

const advance = () => {
  const found = findOperation('daraja.fuliza-advance')
  if (!found) throw new Error('not in the catalogue')
  return found
}

test('it is listed in the sidebar, in its group', () => {
  expect(darajaOperations.at(-1)).toBe(advance())
  expect(groupOperations(daraja.operations).at(-1)).toEqual({
    title: 'Fuliza',
    operations: [
      { id: 'daraja.fuliza-advance', name: 'fuliza-advance', title: 'Fuliza advance', status: 'current' },
    ],
  })
})

test('its form, its checks, its reference and its drawing follow', () => {
  const callbackUrl = 'http://localhost:3000/hook/local/r/1'
  const first = initialValues(advance(), { credentials: { initiatorName: 'testapi' }, callbackUrl })
  expect(first).toMatchObject({
    Initiator: { value: 'testapi' },
    ResultURL: { value: `${callbackUrl}/result`, origin: 'inbox' },
    SecurityCredential: { origin: 'derived' },
  })
  const example = exampleOf(advance())
  expect(checkValues(advance(), example)).toEqual([])
  expect(checkValues(advance(), { ...example, Amount: '0' })).toMatchObject([{ field: 'Amount' }])
  expect(referenceOf(advance()).map(({ name }) => name)).toEqual(advance().fields.map(({ name }) => name))
  expect(stepsOfOperation(advance()).map(({ label }) => label)).toContain('POST /mpesa/fuliza/v1/advance')
})

describe('the emulator answers it from its entry', () => {
  test('with ids made anew, and with what was sent', () => {
    const bench = systemBench(daraja)
    const [one, other] = ['own-1', 'own-2'].map((OriginatorConversationID) =>
      bench.send(bench.plan(advance(), { OriginatorConversationID })),
    )
    expect(one?.answer.status).toBe(200)
    expect(one?.json).toEqual({
      OriginatorConversationID: 'own-1',
      ConversationID: expect.stringMatching(/^AG_20261120_[0-9a-f]{20}$/),
      ResponseCode: '0',
      ResponseDescription: 'Accept the service request successfully.',
    })
    expect(one?.json).not.toMatchObject({ ConversationID: 'AG_20261120_00004a1b2c3d4e5f6071' })
    expect(other?.keys.map(({ kind }) => kind)).toEqual(['conversation-id', 'originator-conversation-id'])
    expect(other?.keys).not.toEqual(one?.keys)
    expect(one?.operation).toBe('daraja.fuliza-advance')
    expect(one?.notes.join()).toContain('answered as its entry shows')
  })

  test('with one result, of success, that carries the ids of its answer', () => {
    const bench = systemBench(daraja)
    const { json } = bench.send(bench.plan(advance(), { Amount: '275' }))
    const later = bench.run()
    expect(later.map(({ due }) => due.request?.url)).toEqual([exampleOf(advance()).ResultURL])
    const meaning = later[0] && understand(later[0].message)
    expect(meaning).toMatchObject({ system: 'daraja', kind: 'result', outcome: 'success' })
    const { ConversationID } = json as { ConversationID: string }
    expect(meaning?.keys).toContainEqual({ kind: 'conversation-id', value: ConversationID })
    expect(JSON.stringify(later[0]?.body)).toContain('{"Key":"Amount","Value":275}')
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })

  test('only for who has a token, and only where its fields are right', () => {
    const bench = systemBench(daraja)
    const request = bench.plan(advance())
    expect(bench.send({ ...request, headers: [] }).answer.status).toBe(404)
    const { answer, json } = bench.send(bench.plan(advance(), { Amount: 'much' }))
    expect([answer.status, json]).toMatchObject([400, { errorMessage: 'Bad Request - Invalid Amount' }])
    expect(bench.run()).toEqual([])
  })

  test('unless its entry names the rule of another operation, which then plays it', () => {
    const bench = systemBench(daraja)
    const entry = advance()
    entry.answersAs = 'account-balance'
    try {
      bench.send(bench.plan(entry))
      expect(JSON.stringify(bench.run()[0]?.body)).toContain('AccountBalance')
    } finally {
      delete entry.answersAs
    }
  })
})

test('it is planned, sampled, sent and judged through the API', async () => {
  const deps = testDeps()
  const actor = deps.actor()
  seedWorkspaceWorld(deps, deps.workspaceId)
  reachOwnDoors(deps, 'daraja')
  const { SecurityCredential: _, OriginatorConversationID: __, ...example } = exampleOf(advance())
  const hook = `${deps.config.publicUrl}/hook/local`
  const values = {
    ...example,
    Initiator: 'testapi',
    QueueTimeOutURL: hook,
    ResultURL: hook,
    StatementURL: '',
  }
  const input = { operation: advance().id, environment: 'local', values }
  expect(JSON.stringify(planRun(deps, actor, input))).toContain('/mpesa/fuliza/v1/advance')
  for (const { id: language } of snippetLanguages) {
    const sample = JSON.stringify(await makeSnippet(deps, actor, { ...input, language }))
    expect(sample).toContain('/mpesa/fuliza/v1/advance')
  }
  const { id } = await sendRun(deps, actor, input)
  expect(getRun(deps, actor, id)).toMatchObject({ verdict: 'pending' })
  deps.pass(60_000)
  await drainDue(deps)
  expect(getRun(deps, actor, id)).toMatchObject({ verdict: 'paid', callbacks: [{ kind: 'result' }] })
  expect(listTransactions(deps, actor, {})).toEqual([])
})
