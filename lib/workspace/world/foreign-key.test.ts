import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { workspaces } from '@/db/schema'
import { openapiOperations } from '@/lib/catalogue/openapi'
import { exampleOf } from '@/lib/derive'
import { readNotes } from '@/lib/wire/notes'
import { type TestDeps, testDeps } from '@/tests/deps'
import { emulateWire } from './emulate'
import { seedWorkspaceWorld } from './seed-world'
import { changeSandboxSettings } from './settings'

// What a client makes with a portal's published key is 512 bytes that nobody but the provider can read.
const ciphertext = (bytes = 512) => randomBytes(bytes).toString('base64')

const seeded = (): TestDeps => {
  const deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
  return deps
}

const ask = (deps: TestDeps, system: string, path: string, bearer: string, body?: object) => {
  const { answer } = emulateWire(deps, system, {
    method: body ? 'POST' : 'GET',
    path,
    query: '',
    headers: [
      ['Authorization', `Bearer ${bearer}`],
      ['Content-Type', 'application/json'],
      ['Origin', '*'],
    ],
    body: Buffer.from(body ? JSON.stringify(body) : ''),
    remoteAddress: '127.0.0.1',
  })
  const notes = answer.headers.find(([name]) => name === 'X-Jaribu-Note')?.[1] ?? ''
  return {
    status: answer.status,
    code: (JSON.parse(Buffer.from(answer.body).toString('utf8')) as Record<string, string>)
      .output_ResponseCode,
    notes: readNotes(notes).join(' '),
  }
}

const session = (deps: TestDeps, bearer: string) =>
  ask(deps, 'openapi', '/sandbox/ipg/v2/vodacomTZN/getSession/', bearer)

const collect = (deps: TestDeps, bearer: string) => {
  const operation = openapiOperations.find(({ name }) => name === 'c2b-single-stage')
  if (!operation) throw new Error('no c2b')
  const body = { ...exampleOf(operation), input_CustomerMSISDN: '000000000001' }
  return ask(deps, 'openapi', '/sandbox/ipg/v2/vodacomTZN/c2bPayment/singleStage/', bearer, body)
}

const payment = (deps: TestDeps, bearer: string) =>
  ask(deps, 'mozambique', '/ipg/v1x/c2bPayment/singleStage/', bearer, {
    input_TransactionReference: 'INV1',
    input_CustomerMSISDN: '258843330333',
    input_Amount: '10',
    input_ThirdPartyReference: 'REF1',
    input_ServiceProviderCode: '171717',
  })

const strict = (deps: TestDeps) => changeSandboxSettings(deps, deps.actor(), { strictness: 'strict' })

describe('a bearer that was made with the key that the portal publishes', () => {
  test('gets a session and pays at OpenAPI, with a remark', () => {
    const deps = seeded()
    const asked = session(deps, ciphertext())
    expect(asked).toMatchObject({ status: 200, code: 'INS-0' })
    expect(asked.notes).toContain('taken as unverifiable')
    const paid = collect(deps, ciphertext())
    expect(paid).toMatchObject({ status: 201, code: 'INS-0' })
    expect(paid.notes).toContain('taken as unverifiable')
  })

  test('pays at Mozambique, with a remark', () => {
    const deps = seeded()
    const paid = payment(deps, ciphertext())
    // The caller waits for the phone.
    expect(paid.code).not.toBe('INS-2')
    expect(paid.notes).toContain('taken as unverifiable')
  })

  test('is refused by a strict reading', () => {
    const deps = seeded()
    strict(deps)
    expect(session(deps, ciphertext())).toMatchObject({ status: 400, code: 'INS-989' })
    expect(collect(deps, ciphertext()).status).toBe(401)
    expect(payment(deps, ciphertext()).code).toBe('INS-2')
    expect(payment(deps, ciphertext()).notes).toContain('another public key')
  })

  test('is nobody’s where there is more than one workspace', () => {
    const deps = seeded()
    deps.db.insert(workspaces).values({ id: 'another', name: 'Another', createdAt: 1 }).run()
    expect(session(deps, ciphertext()).code).toBe('INS-989')
    expect(collect(deps, ciphertext()).status).toBe(401)
    expect(payment(deps, ciphertext()).code).toBe('INS-2')
  })
})

describe('a bearer of another size', () => {
  test.each([0, 1, 256, 510, 511, 513, 514, 1024])('of %i bytes is refused, and why is said', (bytes) => {
    const deps = seeded()
    const bearer = ciphertext(bytes)
    for (const answer of [session(deps, bearer), payment(deps, bearer)]) {
      expect(['INS-989', 'INS-2']).toContain(answer.code)
      expect(answer.notes).toMatch(bytes === 0 ? /nothing follows/ : /not base64 of 512 bytes/)
    }
  })

  test('in clear is refused', () => {
    const deps = seeded()
    expect(session(deps, 'x'.repeat(684)).notes).toContain('not base64 of 512 bytes')
    expect(payment(deps, 'jaribulocalkeyformozambique00001').code).toBe('INS-2')
  })
})
