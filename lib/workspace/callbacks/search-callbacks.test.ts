import { beforeEach, expect, test } from 'vitest'
import { type TestDeps, testDeps } from '@/tests/deps'
import { listCallbacks } from './list-callbacks'
import { recordCallback } from './record-callback'

let deps: TestDeps

const bodies = {
  cents: '{"a":1.00,"note":"one"}',
  whole: '{"a":1,"b":"00"}',
  spaced: '{ "a" : 2.50 }',
  swahili: '{"note":"Malipo ya ng’ombe yamepokelewa"}',
  portuguese: '{"nota":"Confirmação do João às 9h"}',
  reference: '{"ref":"INV-7/2041"}',
  other: '{"ref":"INV 7 2041"}',
}
type Name = keyof typeof bodies

beforeEach(async () => {
  deps = testDeps()
  for (const [name, body] of Object.entries(bodies)) {
    await recordCallback(deps, 'local', {
      method: 'POST',
      path: `/hook/local/${name}`,
      query: '',
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from(body),
      remoteAddress: '',
    })
  }
  // Messages are made searchable in a later turn of the event loop.
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
})

const found = (q: string) =>
  listCallbacks(deps, deps.actor(), { q }).callbacks.map(({ path }) => path.split('/').at(-1))

test.each<[query: string, found: Name[]]>([
  ['"a":1.00', ['cents']],
  ['{"a":1.00,', ['cents']],
  ['"a":1.0', ['cents']],
  ['"a":2.50', ['spaced']],
  ['"a" : 2.50', ['spaced']],
  ['a 1 00', ['whole', 'cents']],
  ['INV-7/2041', ['reference']],
  ['INV 7 2041', ['other', 'reference']],
  ["ng'ombe", ['swahili']],
  ['yamepokelewa', ['swahili']],
  ['confirmação', ['portuguese']],
  ['CONFIRMACAO joao', ['portuguese']],
  ['"Confirmação do', ['portuguese']],
  ['"a":9.99', []],
  ['b', ['whole']],
  ['x', []],
  ['{', []],
  ['"', []],
  [`${bodies.cents}`, ['cents']],
  [`one ${'x'.repeat(5000)}`, []],
  [`one ${' '.repeat(5000)}`, ['cents']],
])('%s finds %j', (query, names) => expect(found(query).sort()).toEqual(names.toSorted()))
