import { afterAll, describe, expect, test, vi } from 'vitest'
import { callbackTitle } from '@/components/reference/words'
import { stepsOfOperation } from '@/components/runs/sequence'
import { environments, worldTransactions } from '@/db/schema'
import type { GoLiveCase } from '@/lib/catalogue/go-live'
import { checkValues, exampleOf, initialValues, referenceOf, shapeIssues } from '@/lib/derive'
import { groupOperations } from '@/lib/derive/navigation'
import { snippetLanguages } from '@/lib/derive/snippet'
import { bodyOf } from '@/lib/go-live/body'
import { ruleOf } from '@/lib/go-live/groups'
import { judgeCase } from '@/lib/go-live/judge'
import type { RecordedCallback } from '@/lib/go-live/recording'
import { findOperation, systems } from '@/lib/systems'
import { knownKinds } from '@/lib/systems/callbacks'
import { listCallbacks } from '@/lib/workspace/callbacks/list-callbacks'
import { recordCallback } from '@/lib/workspace/callbacks/record-callback'
import { listCodes } from '@/lib/workspace/codes/list-codes'
import { createEnvironment } from '@/lib/workspace/environments/create-environment'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { listPresets } from '@/lib/workspace/environments/list-presets'
import { changeInbox } from '@/lib/workspace/inboxes/change-inbox'
import { addMissingSystems } from '@/lib/workspace/people/create-workspace'
import { getRun } from '@/lib/workspace/runs/get-run'
import { makeSnippet } from '@/lib/workspace/runs/make-snippet'
import { planRun } from '@/lib/workspace/runs/plan-run'
import { sendRun } from '@/lib/workspace/runs/send-run'
import { search } from '@/lib/workspace/search'
import { listTransactions } from '@/lib/workspace/world/payments'
import { drainDue } from '@/lib/workspace/world/run-due'
import { type TestDeps, testDeps } from './deps'
import { reachOwnDoors } from './own-doors'
import { forgetRecipes } from './recipes'
import { systemContract } from './system-contract'
import { toy } from './toy-system'
import { duka, dukaCallbacks } from './toy-system/catalogue'

// All that a system needs besides its folders: the line in the list, as CONTRIBUTING.md has it.
vi.mock('@/lib/systems/list', async () =>
  (await import('./recipes')).followed('lib/systems/list.ts', { 'lib/systems/toy': '@/tests/toy-system' }),
)

afterAll(forgetRecipes)

describe('a fifth system keeps the contract', () => systemContract(toy))

test('it is in the registry and in the navigation', () => {
  expect(systems.at(-1)?.id).toBe('duka')
  expect(findOperation('duka.pay')).toBe(duka.pay)
  expect(groupOperations(toy.operations)).toEqual([
    {
      title: 'Counter',
      operations: [{ id: 'duka.pay', name: 'pay', title: 'Ask for a payment', status: 'current' }],
    },
  ])
})

test('form, checks, schema and reference follow from its entry', () => {
  const first = initialValues(duka.pay, {
    credentials: {},
    callbackUrl: 'http://localhost:3000/hook/local/r/1',
  })
  expect(first).toMatchObject({
    amount: { value: '12.50', origin: 'example' },
    tellMe: { value: 'http://localhost:3000/hook/local/r/1', origin: 'inbox' },
    stamp: { value: undefined, origin: 'derived' },
  })
  const example = exampleOf(duka.pay)
  expect(shapeIssues(duka.pay, example)).toEqual([])
  expect(checkValues(duka.pay, { ...example, note: 'Too long for it' })).toMatchObject([{ field: 'note' }])
  expect(referenceOf(duka.pay).map(({ name }) => name)).toEqual(duka.pay.fields.map(({ name }) => name))
})

test('its codes are listed and found', () => {
  expect(listCodes({ system: 'duka' }).codes.map(({ code }) => code)).toEqual([
    'D-0',
    'D-2',
    'D-5',
    'D-7',
    'D-9',
  ])
  const deps = testDeps()
  expect(search(deps, deps.actor(), 'purse is empty').hits[0]).toMatchObject({
    kind: 'code',
    title: 'D-5: The purse is empty',
  })
})

/** A workspace that is older than the system, whose requests reach our own doors. */
const atHome = (): TestDeps => {
  const deps = testDeps()
  addMissingSystems(deps)
  reachOwnDoors(deps, 'duka')
  return deps
}

describe('in a workspace', () => {
  test('older than it, it has its local environment and its people', () => {
    const deps = atHome()
    expect(listEnvironments(deps, deps.actor()).find(({ system }) => system === 'duka')).toMatchObject({
      slug: 'local-duka',
      systemTitle: 'Duka counter',
      credentials: [{ name: 'shopKey', set: true }],
    })
  })

  test('its presets are offered, and make environments', () => {
    const deps = atHome()
    expect(
      listPresets()
        .filter(({ system }) => system === 'duka')
        .map(({ id }) => id),
    ).toEqual(['duka-local', 'duka-live'])
    const made = createEnvironment(deps, deps.actor(), {
      preset: 'duka-live',
      credentials: { shopKey: 'sticker' },
    })
    expect(made).toMatchObject({ system: 'duka', kind: 'production', baseUrl: 'https://counter.example.com' })
    expect(JSON.stringify(deps.db.select().from(environments).all())).not.toContain('sticker')
  })

  test('a plan shows what is derived, and samples are made of it in every language', async () => {
    const deps = atHome()
    const { stamp: _, ...values } = exampleOf(duka.pay)
    const input = {
      operation: 'duka.pay',
      environment: 'local-duka',
      values,
    }
    expect(JSON.stringify(planRun(deps, deps.actor(), input))).toMatch(/"stamp":"S-/)
    for (const { id } of snippetLanguages) {
      const made = await makeSnippet(deps, deps.actor(), { ...input, language: id })
      expect(JSON.stringify(made)).toContain('/emulator/duka/pay')
      expect(JSON.stringify(made)).not.toContain('duka-local-key')
    }
  })

  test.each([
    ['12.50', 'paid', 'success'],
    ['400000', 'failed', 'failure'],
  ] as const)('a payment of %s goes from the form to its verdict: %s', async (amount, verdict, outcome) => {
    const deps = atHome()
    const actor = deps.actor()
    const { id } = await sendRun(deps, actor, {
      operation: 'duka.pay',
      environment: 'local-duka',
      values: { phone: '254708374149', amount, note: 'Milk' },
    })
    expect(getRun(deps, actor, id)).toMatchObject({ verdict: 'pending', reference: 'Milk' })
    deps.pass(60_000)
    await drainDue(deps)
    const run = getRun(deps, actor, id)
    expect(run.verdict).toBe(verdict)
    expect(run.callbacks).toMatchObject([{ kind: 'paid', outcome }])
    expect(JSON.stringify(run.request)).not.toContain('duka-local-key')
    expect(listCallbacks(deps, actor, {}).callbacks).toMatchObject([{ kindTitle: 'Counter paid', runId: id }])
    if (verdict === 'paid') expect(run.receipt).toMatch(/^DUKA/)
    else expect(run.code).toBe('D-5')
  })

  test('a key that is not its own is refused, and says why', async () => {
    const deps = atHome()
    const actor = deps.actor()
    createEnvironment(deps, actor, {
      preset: 'duka-local',
      name: 'Stranger',
      credentials: { shopKey: 'wrong' },
    })
    const { id } = await sendRun(deps, actor, {
      operation: 'duka.pay',
      environment: 'stranger',
      values: { phone: '254708374149', amount: '1', note: 'Milk' },
    })
    expect(getRun(deps, actor, id)).toMatchObject({ verdict: 'refused', code: 'D-9' })
    expect(listTransactions(deps, actor, {})).toEqual([])
  })
})

describe('a new kind of callback is its entry and the lines that recognise it', () => {
  const ask = (deps: TestDeps) =>
    recordCallback(deps, 'local', {
      method: 'POST',
      path: '/hook/local/counter',
      query: '',
      headers: [],
      body: Buffer.from(JSON.stringify(dukaCallbacks['credit-question'].example.body)),
      remoteAddress: '',
    })
  const linked = async () => {
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
  }

  test('it is in the inbox’s filter, and found by it', async () => {
    const deps = atHome()
    await ask(deps)
    expect(knownKinds).toContainEqual({
      id: 'duka.credit-question',
      kind: 'credit-question',
      system: 'duka',
      title: 'Credit question',
      about: 'Asks whether the customer may pay next week.',
    })
    for (const kind of ['credit-question', 'duka.credit-question'])
      expect(listCallbacks(deps, deps.actor(), { kind }).callbacks).toMatchObject([
        { kindTitle: 'Credit question', joins: 'receipt', outcome: 'question' },
      ])
    expect(listCallbacks(deps, deps.actor(), { kind: 'duka.paid' }).callbacks).toEqual([])
  })

  test('it is owed its answer, and turned down as the inbox is set', async () => {
    const deps = atHome()
    expect((await ask(deps)).body).toBe('{"credit":"given","paper":"PAPER-1"}')
    changeInbox(deps, deps.actor(), 'local', { validation: 'C2B00012' })
    expect((await ask(deps)).body).toBe('{"credit":"refused","why":"C2B00012"}')
  })

  test('it joins as it says, and its code is explained', async () => {
    const deps = atHome()
    const { id } = await sendRun(deps, deps.actor(), {
      operation: 'duka.pay',
      environment: 'local-duka',
      values: { phone: '254708374149', amount: '1', note: 'Milk' },
    })
    const key = getRun(deps, deps.actor(), id).keys.find(({ kind }) => kind === 'third-party-reference')
    deps.db
      .insert(worldTransactions)
      .values({
        workspaceId: deps.workspaceId,
        id: 'TX-1',
        receipt: 'PAPER-1',
        payer: '254708374149',
        payee: '424242',
        state: 'completed',
        originatorConversationId: key?.value,
        createdAt: deps.clock(),
        data: {},
      })
      .run()
    await ask(deps)
    await linked()
    const run = getRun(deps, deps.actor(), id)
    const entry = run.timeline.find(({ kind }) => kind === 'callback')
    expect(entry).toMatchObject({ title: 'Credit question', code: 'D-7', explanation: { code: 'D-7' } })
  })

  test('it stands in the reference with what it is owed, and in the drawing', () => {
    expect(duka.pay.callbacks.map(callbackTitle)).toEqual(['Counter paid: success', 'Credit question'])
    expect(stepsOfOperation(duka.pay).map(({ label }) => label)).toEqual([
      'POST /pay',
      'accepted',
      'prompt',
      'PIN',
      'Counter paid → tellMe',
      'Credit question → the address at the counter',
      'accept or reject',
    ])
  })

  test('a test case waits for it and tells of it in its words', () => {
    const asked: GoLiveCase = {
      id: 'duka-credit',
      system: 'duka',
      api: 'counter',
      source: 'derived',
      subject: 'Credit',
      title: 'Credit is asked for, and paid later',
      steps: ['Ask.'],
      expected: 'A payment.',
      kind: 'success',
      evidence: {
        text: 'A question.',
        records: [{ record: 'callback', kinds: ['credit-question'], where: [] }],
      },
    }
    const question: RecordedCallback = {
      id: 1,
      kind: 'credit-question',
      at: 0,
      runId: null,
      receipt: 'PAPER-1',
      code: null,
      description: null,
      isSimulated: true,
      isOwn: false,
      body: bodyOf('{"credit":"asked"}'),
      answer: { status: 0, body: bodyOf(''), ms: 1 },
    }
    const attempt = { subject: 'receipt:PAPER-1', at: 0, run: null, callbacks: [question], environment: {} }
    const { findings } = judgeCase(asked, [attempt], { now: 1 })
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'Receipt PAPER-1: Credit question not answered, as expected.',
    ])
    expect(ruleOf(asked).ways).toMatchObject([
      [{ of: 'receipt', after: [{ missing: 'Nobody has asked for credit yet.' }] }],
    ])
  })
})
