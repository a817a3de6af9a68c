import { expect, test } from 'vitest'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { openapi } from '@/lib/systems/openapi'
import { type TestDeps, testDeps } from '@/tests/deps'
import type { Actor } from '../deps'
import type { Role } from '../views'
import { emulateWire } from '../world/emulate'
import { emulatorKeys } from '../world/emulator-keys'
import { seedWorkspaceWorld } from '../world/seed-world'
import { resetSandbox } from '../world/settings'
import {
  applicationInput,
  copyApplication,
  createApplication,
  deleteApplication,
  editApplication,
  listApplications,
  renewApplicationKey,
  revealApplicationKey,
} from './applications'

// A key of the real size takes seconds to make.

const actorOf = (deps: TestDeps, role: Role = 'owner'): Actor => ({
  workspaceId: deps.workspaceId,
  role,
  name: 'Neema',
  memberId: 'm1',
  tokenId: null,
})

const seeded = () => {
  const deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId, [openapi])
  const actor = actorOf(deps)
  const [first] = listApplications(deps, actor)
  if (!first) throw new Error('no application')
  return { deps, actor, id: first.id }
}

const call = (deps: TestDeps, secret: string, path: string, body?: object) => {
  const { certificate } = emulatorKeys(deps, deps.workspaceId, 'openapi')
  const { answer } = emulateWire(deps, 'openapi', {
    method: body ? 'POST' : 'GET',
    path: `/sandbox/ipg/v2/vodacomTZN${path}`,
    query: '',
    headers: [
      ['Authorization', `Bearer ${encryptPkcs1(secret, certificate)}`],
      ['Content-Type', 'application/json'],
      ['Origin', '*'],
    ],
    body: Buffer.from(body ? JSON.stringify(body) : ''),
    remoteAddress: '127.0.0.1',
  })
  const json = JSON.parse(Buffer.from(answer.body).toString('utf8')) as Record<string, string>
  return { status: answer.status, json }
}

let count = 0
const pay = (deps: TestDeps, apiKey: string) => {
  const session = call(deps, apiKey, '/getSession/').json.output_SessionID ?? ''
  const { json } = call(deps, session, '/c2bPayment/singleStage/', {
    input_Amount: '10',
    input_CustomerMSISDN: '000000000001',
    input_Country: 'TZN',
    input_Currency: 'TZS',
    input_ServiceProviderCode: '000000',
    input_TransactionReference: 'INV1',
    input_ThirdPartyConversationID: `pay${++count}`,
    input_PurchasedItemsDesc: 'Shoes',
  })
  return json.output_ResponseCode
}

const keyOf = (deps: TestDeps, actor: Actor, id: string) => revealApplicationKey(deps, actor, id).apiKey

test('a new workspace has one application, whose published key pays', () => {
  const { deps, actor, id } = seeded()
  expect(listApplications(deps, actor)).toMatchObject([
    { id, name: 'Local application', shownKey: '••••i001', state: 'draft', isLocked: false },
  ])
  expect(keyOf(deps, actor, id)).toBe('jaribulocalkeyformpesaopenapi001')
  expect(pay(deps, 'jaribulocalkeyformpesaopenapi001')).toBe('INS-0')
})

test('a product that is switched off is refused, and survives a reset of the world', () => {
  const { deps, actor, id } = seeded()
  editApplication(deps, actor, id, { products: { 'c2b-single-stage': { isOn: false } } })
  expect(pay(deps, keyOf(deps, actor, id))).toBe('INS-997')
  resetSandbox(deps, actor)
  expect(pay(deps, keyOf(deps, actor, id))).toBe('INS-997')
})

test('a renewed key ends the former one', () => {
  const { deps, actor, id } = seeded()
  const former = keyOf(deps, actor, id)
  const { apiKey } = renewApplicationKey(deps, actor, id)
  expect(apiKey).toMatch(/^[a-z0-9]{32}$/)
  expect(call(deps, former, '/getSession/').json.output_ResponseCode).toBe('INS-989')
  expect(pay(deps, apiKey)).toBe('INS-0')
})

test('a copy has the settings and a key of its own; deleting ends its sessions', () => {
  const { deps, actor, id } = seeded()
  editApplication(deps, actor, id, { sessionMinutes: 5 })
  const copy = copyApplication(deps, actor, id)
  expect(copy).toMatchObject({ name: 'Local application (copy)', sessionMinutes: 5, state: 'draft' })
  const key = keyOf(deps, actor, copy.id)
  const session = call(deps, key, '/getSession/').json.output_SessionID ?? ''
  deleteApplication(deps, actor, copy.id)
  expect(call(deps, session, '/b2cPayment/', {}).status).toBe(401)
  expect(call(deps, key, '/getSession/').status).toBe(400)
  expect(() => deleteApplication(deps, actor, id)).toThrow('one application at least')
})

test('a viewer reads and changes nothing; another workspace sees nothing', () => {
  const { deps, actor, id } = seeded()
  const viewer = actorOf(deps, 'viewer')
  expect(listApplications(deps, viewer)).toHaveLength(1)
  expect(() => createApplication(deps, viewer, {})).toThrow('Viewers')
  expect(() => revealApplicationKey(deps, viewer, id)).toThrow('Viewers')
  expect(() => editApplication(deps, { ...actor, workspaceId: 'elsewhere' }, id, {})).toThrow('no such')
})

test.each([
  { responseUrl: 'ftp://x' },
  { markets: ['kenya'] },
  { products: { 'get-session': { isOn: true } } },
  { products: { reversal: { isOn: true, from: '25:00' } } },
  { products: { reversal: { isOn: true, dailyCount: -1 } } },
  { sessionMinutes: 0 },
  { trustedSources: ['a b'] },
  { state: 'accepted' },
])('%j is refused', (input) => expect(applicationInput.safeParse(input).success).toBe(false))
