import { expect, test } from 'vitest'
import type { RunDetail } from '@/lib/workspace/views'
import { addressOf, inputOf, outputOf, packageOf } from './wire'

test.each([
  [
    'https://api.sandbox.vm.co.mz:18352/ipg/v1x/c2bPayment/singleStage/',
    {
      origin: 'https://api.sandbox.vm.co.mz',
      port: '18352',
      path: '/ipg/v1x/c2bPayment/singleStage/',
      query: [],
    },
  ],
  ['https://a.example/b?c=d', { origin: 'https://a.example', port: '443', path: '/b', query: [['c', 'd']] }],
  ['http://a.example', { origin: 'http://a.example', port: '80', path: '/', query: [] }],
  ['nowhere', undefined],
])('%s is taken apart', (url, address) => expect(addressOf(url)).toEqual(address))

const run = (part: Partial<RunDetail>) =>
  ({
    request: { method: 'POST', url: 'https://a.example/b', headers: [], body: '{"amount":"10"}' },
    acknowledgement: { status: 201, headers: [], body: '{"code":"INS-0"}', ms: 40, at: 0 },
    timeline: [{ kind: 'acknowledgement', code: 'INS-0', detail: 'HTTP 201 in 40 ms: Request: processed' }],
    ...part,
  }) as RunDetail

test('request and answer make one package', () => {
  expect(JSON.parse(packageOf(run({})))).toEqual({
    input: { amount: '10' },
    output: { status: 201, code: 'INS-0', description: 'Request: processed', body: { code: 'INS-0' } },
  })
})

test('a query stands in for a body; what is no JSON stays text', () => {
  const asked = run({
    request: { method: 'GET', url: 'https://a.example/b?c=d', headers: [], body: '' },
    acknowledgement: null,
    timeline: [],
  })
  expect(JSON.parse(inputOf(asked))).toEqual({ c: 'd' })
  expect(outputOf(asked)).toEqual({ status: null, code: null, description: null })
  const soap = run({ request: { method: 'POST', url: 'https://a.example', headers: [], body: '<a/>' } })
  expect(JSON.parse(packageOf(soap)).input).toBe('<a/>')
})
