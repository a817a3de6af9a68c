import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { stepsOfOperation } from '@/components/runs/sequence'
import { describeApi } from '@/lib/api/document'
import { answerApi, areas, endpoints } from '@/lib/api/endpoints'
import { darajaOperations } from '@/lib/catalogue/daraja'
import type { GoLiveCase } from '@/lib/catalogue/go-live'
import { searchCodes } from '@/lib/codes/search'
import { checkValues, exampleOf, initialValues, referenceOf } from '@/lib/derive'
import { groupOperations } from '@/lib/derive/navigation'
import { snippetLanguages } from '@/lib/derive/snippet'
import { ruleOf } from '@/lib/go-live/groups'
import { findOperation, systemOf, understand } from '@/lib/systems'
import { knownKinds } from '@/lib/systems/callbacks'
import { daraja } from '@/lib/systems/daraja'
import { listCallbacks } from '@/lib/workspace/callbacks/list-callbacks'
import { recordCallback } from '@/lib/workspace/callbacks/record-callback'
import { getRun } from '@/lib/workspace/runs/get-run'
import { makeSnippet } from '@/lib/workspace/runs/make-snippet'
import { planRun } from '@/lib/workspace/runs/plan-run'
import { sendRun } from '@/lib/workspace/runs/send-run'
import { search } from '@/lib/workspace/search'
import { listTransactions } from '@/lib/workspace/world/payments'
import { drainDue } from '@/lib/workspace/world/run-due'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { apiStage, misanswered } from './api'
import { type TestDeps, testDeps } from './deps'
import { reachOwnDoors } from './own-doors'
import { forgetRecipes, recipes } from './recipes'
import { readTracked, root } from './repository'
import { isAnsweredFromEntry, systemBench } from './system-bench'
import { callbackContract, operationContract } from './system-contract'

// Every recipe is followed but that of a system, which tests/toy-system.test.ts follows.
const { follow } = vi.hoisted(() => ({
  follow: async (file: string) => (await import('./recipes')).followed(file),
}))
vi.mock('@/lib/catalogue/daraja', () => follow('lib/catalogue/daraja/index.ts'))
vi.mock('@/lib/catalogue/daraja/codes/result', () => follow('lib/catalogue/daraja/codes/result.ts'))
vi.mock('@/lib/catalogue/daraja/callbacks', () => follow('lib/catalogue/daraja/callbacks.ts'))
vi.mock('@/lib/systems/daraja/callback', () => follow('lib/systems/daraja/callback.ts'))
vi.mock('@/lib/api/codes', () => follow('lib/api/codes.ts'))

afterAll(forgetRecipes)

declare module '@/lib/catalogue/callback-kinds' {
  interface CallbackKinds {
    recipe: 'overdraft-reminder'
  }
}

const advance = () => {
  const found = findOperation('daraja.overdraft-advance')
  if (!found) throw new Error('not in the catalogue')
  return found
}

const onTheWire = (): TestDeps => {
  const deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
  reachOwnDoors(deps, 'daraja')
  return deps
}

const inputOf = (deps: TestDeps) => {
  const { SecurityCredential: _, OriginatorConversationID: __, ...example } = exampleOf(advance())
  const hook = `${deps.config.publicUrl}/hook/local`
  const values = { ...example, Initiator: 'testapi', QueueTimeOutURL: hook, ResultURL: hook }
  return { operation: advance().id, environment: 'local', values }
}

test('every recipe is tried, here or with the invented system', () => {
  expect(recipes.map(({ file }) => file)).toEqual([
    'lib/catalogue/daraja/overdraft.ts',
    'lib/catalogue/daraja/index.ts',
    'lib/catalogue/daraja/codes/result.ts',
    'lib/catalogue/daraja/callbacks.ts',
    'lib/systems/daraja/callback.ts',
    'lib/api/codes.ts',
    'lib/systems/list.ts',
  ])
  for (const file of ['tests/contributing.test.ts', 'tests/toy-system.test.ts'])
    expect(readTracked('CONTRIBUTING.md')).toContain(file)
})

test('every file that the guide names is there', () => {
  const named = [...readTracked('CONTRIBUTING.md').matchAll(/`((?:lib|tests|docs|app|db)\/[a-zA-Z/.-]+)`/g)]
    .map(([, file = '']) => file)
    .filter((file) => !file.includes('<'))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

describe('a new operation is two files', () => {
  describe('and keeps the contract', () => operationContract(daraja, advance()))

  test('and needs neither golden messages nor a guide before somebody writes a rule for it', () => {
    expect(isAnsweredFromEntry(daraja, advance())).toBe(true)
  })

  test('it is listed in the sidebar, in its group', () => {
    expect(darajaOperations).toContain(advance())
    expect(groupOperations(daraja.operations)).toContainEqual({
      title: 'Overdraft',
      operations: [
        { id: advance().id, name: 'overdraft-advance', title: 'Overdraft advance', status: 'current' },
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
    expect(stepsOfOperation(advance()).map(({ label }) => label)).toContain('POST /overdraft/v1/advance')
  })

  test('the emulator answers it with ids made anew, and with what was sent', () => {
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
    expect(one?.operation).toBe(advance().id)
  })

  test('and with one result, of success, that carries the ids of its answer', () => {
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

  test('it is planned, sampled, sent and judged through the API', async () => {
    const deps = onTheWire()
    const actor = deps.actor()
    const input = inputOf(deps)
    expect(JSON.stringify(planRun(deps, actor, input))).toContain('/overdraft/v1/advance')
    for (const { id: language } of snippetLanguages) {
      const sample = JSON.stringify(await makeSnippet(deps, actor, { ...input, language }))
      expect(sample).toContain('/overdraft/v1/advance')
    }
    const { id } = await sendRun(deps, actor, input)
    expect(getRun(deps, actor, id)).toMatchObject({ verdict: 'pending' })
    deps.pass(60_000)
    await drainDue(deps)
    expect(getRun(deps, actor, id)).toMatchObject({ verdict: 'paid', callbacks: [{ kind: 'result' }] })
    expect(listTransactions(deps, actor, {})).toEqual([])
  })
})

test('a new code is explained and found from its one row', () => {
  const deps = testDeps()
  const row = systemOf('daraja').explain('4907', { operation: 'daraja.b2c-v3', place: 'result' })
  expect(row).toMatchObject({ id: 'res-4907', where: 'result', cure: 'Ask again later.' })
  const [found] = searchCodes(systemOf('daraja').codes, 'out of reach of every mast')
  expect(found).toBe(row)
  const titles = search(deps, deps.actor(), '4907').hits.map(({ title }) => title)
  expect(titles.join(' ')).toContain('4907')
})

describe('a new kind of callback is its entry and the lines that recognise it', () => {
  const title = 'Overdraft reminder'

  /** A run, and the reminder that names its conversation. */
  const remind = async (deps: TestDeps) => {
    const { id } = await sendRun(deps, deps.actor(), inputOf(deps))
    const key = getRun(deps, deps.actor(), id).keys.find(({ kind }) => kind === 'conversation-id')
    const body = JSON.stringify({ Reminder: 'Overdraft', ConversationID: key?.value })
    const message = { method: 'POST', path: '/hook/local', query: '', headers: [], remoteAddress: '' }
    const answer = await recordCallback(deps, 'local', { ...message, body: Buffer.from(body) })
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
    return { id, conversation: key?.value, answer }
  }

  describe('and keeps the contract', () => callbackContract(daraja, 'overdraft-reminder'))

  test('it is in the inbox’s filter, by its title, and found by it', async () => {
    const deps = onTheWire()
    await remind(deps)
    expect(knownKinds).toContainEqual({
      id: 'daraja.overdraft-reminder',
      kind: 'overdraft-reminder',
      system: 'daraja',
      title,
      about: 'Tells a merchant that an advance is due back.',
    })
    for (const kind of ['overdraft-reminder', 'daraja.overdraft-reminder'])
      expect(listCallbacks(deps, deps.actor(), { kind }).callbacks).toMatchObject([{ kindTitle: title }])
    expect(listCallbacks(deps, deps.actor(), { kind: 'daraja.result' }).callbacks).toEqual([])
  })

  test('it joins its run, stands on the timeline, and is answered as it is owed', async () => {
    const deps = onTheWire()
    const { id, conversation, answer } = await remind(deps)
    expect(JSON.parse(String(answer.body))).toEqual({ noted: conversation })
    const { callbacks, timeline } = getRun(deps, deps.actor(), id)
    expect(callbacks).toMatchObject([{ kind: 'overdraft-reminder' }])
    expect(timeline.find(({ kind }) => kind === 'callback')).toMatchObject({ title })
  })

  test('a test case that waits for it says what is missing in its words', () => {
    const waiting: GoLiveCase = {
      id: 'overdraft',
      system: 'daraja',
      api: 'b2c',
      source: 'derived',
      subject: 'Overdraft',
      title: 'A reminder comes',
      steps: ['Wait.'],
      expected: 'A reminder.',
      kind: 'success',
      evidence: {
        text: 'A reminder.',
        records: [{ record: 'callback', kinds: ['overdraft-reminder'], where: [] }],
      },
    }
    expect(JSON.stringify(ruleOf(waiting))).toContain('The reminder has not come yet.')
  })
})

describe('a new endpoint is one entry', () => {
  const route = 'GET /codes/{system}/count'
  const entry = () => {
    const found = endpoints.find((each) => each.route === route)
    if (!found) throw new Error('not in the list')
    return found
  }

  test('it answers whoever has its role, as its entry says', async () => {
    const stage = apiStage(answerApi)
    const sent = { path: { system: 'daraja' } }
    expect((await stage.ask(entry(), sent)).status).toBe(401)
    expect((await stage.ask(entry(), sent, 'viewer')).status).toBe(403)
    const answered = await stage.ask(entry(), sent, 'member')
    expect(answered).toMatchObject({ status: 200, data: { count: systemOf('daraja').codes.length } })
    expect(misanswered(entry(), answered)).toBeUndefined()
  })

  test('it is described whole', () => {
    const { paths } = describeApi(areas, { publicUrl: 'http://x', version: '1' })
    expect(paths).toMatchObject({
      '/codes/{system}/count': {
        get: {
          summary: 'How many codes a system has.',
          tags: ['Codes'],
          parameters: [{ name: 'system', in: 'path', required: true, description: 'Id of an API system.' }],
          responses: {
            200: { content: { 'application/json': { schema: { required: ['count'] } } } },
            401: {},
            403: {},
          },
        },
      },
    })
  })
})
