import { gzipSync } from 'node:zlib'
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
type Name = keyof typeof bodies | 'packed' | 'packedQuietly' | 'wide'

/** Long enough that its beginning alone cannot be unpacked. */
const long = JSON.stringify({
  note: 'mchungwa uliofungwa',
  rest: Array.from({ length: 30_000 }, (_, index) => (index * 7919).toString(36)).join(''),
})
const carried: [name: Name, headers: [string, string][], body: Buffer][] = [
  ['packed', [['Content-Encoding', 'gzip']], gzipSync(long)],
  ['packedQuietly', [], gzipSync('{"note":"embe lililofungwa"}')],
  [
    'wide',
    [['Content-Type', 'application/json; charset=utf-16le']],
    Buffer.from('{"note":"nanasi pana"}', 'utf16le'),
  ],
]

beforeEach(async () => {
  deps = testDeps()
  const plain = Object.entries(bodies).map(([name, body]): (typeof carried)[number] => [
    name as Name,
    [['Content-Type', 'application/json']],
    Buffer.from(body),
  ])
  for (const [name, headers, body] of [...plain, ...carried]) {
    await recordCallback(deps, 'local', {
      method: 'POST',
      path: `/hook/local/${name}`,
      query: '',
      headers,
      body,
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
  ['mchungwa', ['packed']],
  ['"note":"mchungwa', ['packed']],
  ['embe', ['packedQuietly']],
  ['nanasi', ['wide']],
  ['"note":"nanasi', ['wide']],
  [`one ${'x'.repeat(5000)}`, []],
  [`one ${' '.repeat(5000)}`, ['cents']],
])('%s finds %j', (query, names) => expect(found(query).sort()).toEqual(names.toSorted()))
