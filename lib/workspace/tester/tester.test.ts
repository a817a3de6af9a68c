import { beforeEach, describe, expect, test } from 'vitest'
import { understand } from '@/lib/systems'
import { kindExamples } from '@/lib/systems/callbacks'
import { answered, type TestDeps, testDeps, unreachable } from '@/tests/deps'
import { wayFindings } from './judge-answer'
import { probeReceiver } from './probe-receiver'
import { testCallback } from './test-callback'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})
const url = 'https://shop.example/mpesa'
const run = (kind: string, body?: string) =>
  testCallback(deps, deps.actor(), { url, kind, ...(body !== undefined && { body }) })
const textOf = ({ findings }: Awaited<ReturnType<typeof run>>, about: string) =>
  findings.find((finding) => finding.about === about)

test.each([...kindExamples])('the example of %s is understood as that', (id, { body, contentType }) => {
  const meaning = understand({
    method: 'POST',
    path: id.endsWith('queue-timeout')
      ? '/hook/local/timeout'
      : id.endsWith('validation')
        ? '/hook/local/validation'
        : '/hook/local',
    query: '',
    headers: [['Content-Type', contentType]],
    body: Buffer.from(body),
    remoteAddress: '',
  })
  expect(meaning?.system).toBe(id.split('.')[0])
})

describe('a validation', () => {
  const validation = 'daraja.c2b-validation'
  test.each([
    ['a number', { ResultCode: 0, ResultDesc: 'Accepted' }, 'accepted', 'good'],
    ['text', { ResultCode: '0', ResultDesc: 'Accepted' }, 'accepted', 'risky'],
    ['a code', { ResultCode: 'C2B00012', ResultDesc: 'Rejected' }, 'rejected', 'good'],
    ['no code', { ok: true }, 'undecided', 'bad'],
    ['a page', '<html>', 'undecided', 'bad'],
  ])('answered with %s', async (_, body, verdict, result) => {
    deps.http.answer(() => answered(200, body))
    const tested = await run(validation)
    expect(tested.verdict).toBe(verdict)
    expect(textOf(tested, 'body')?.result).toBe(result)
  })

  test.each([
    [500, 20, 'undecided'],
    [302, 20, 'undecided'],
    [200, 8_500, 'undecided'],
    [200, 3_000, 'accepted'],
  ])('HTTP %i after %i ms is %s', async (status, ms, verdict) => {
    deps.http.answer(() => answered(status, { ResultCode: 0 }, ms))
    expect((await run(validation)).verdict).toBe(verdict)
  })
})

test('a result is taken with any 2xx, and lost otherwise', async () => {
  deps.http.answer(() => answered(204, ''))
  expect(await run('daraja.stk-result')).toMatchObject({ verdict: 'accepted' })
  deps.http.answer(() => answered(404, ''))
  expect(await run('daraja.stk-result')).toMatchObject({ verdict: 'lost' })
  deps.http.answer(() => unreachable('refused'))
  expect(await run('daraja.stk-result')).toMatchObject({ verdict: 'lost', answer: null })
})

test('what is sent is the example, or what was made of it', async () => {
  await run('g2.c2b-validation')
  expect(deps.http.sent.at(-1)).toMatchObject({
    url,
    headers: [
      ['Content-Type', 'text/xml; charset=utf-8'],
      ['X-Jaribu-Test', 'g2.c2b-validation'],
    ],
  })
  await run('daraja.stk-result', '{"mine":1}')
  expect(deps.http.sent.at(-1)).toMatchObject({ body: '{"mine":1}' })
  await expect(run('daraja.other')).rejects.toThrow('no such kind')
  await expect(testCallback(deps, deps.actor('viewer'), { url, kind: 'daraja.stk-result' })).rejects.toThrow()
})

test('the way is told: name, certificate, and what is wrong with them', () => {
  const at = new URL(url)
  const tls = {
    protocol: 'TLSv1.3',
    ms: 5,
    chain: [{ subject: 'shop.example', issuer: 'R11', validTo: 1 }],
    problem: null,
  }
  const way = { addresses: ['203.0.113.7'], dnsMs: 2, problem: null, tls }
  expect(wayFindings(at, way).map(({ result }) => result)).toEqual(['good', 'good'])
  expect(wayFindings(at, { ...way, tls: { ...tls, problem: 'It has expired.' } }).at(-1)).toMatchObject({
    result: 'bad',
    text: 'It has expired.',
  })
  expect(wayFindings(at, { ...way, problem: 'No such name.', tls: null })).toEqual([
    { about: 'name', result: 'bad', text: 'No such name.' },
  ])
  expect(wayFindings(new URL('http://shop.example'), { ...way, tls: null }).at(-1)?.result).toBe('risky')
})

describe('probing a receiver', () => {
  const probe = (kind: string) => probeReceiver(deps, deps.actor(), { url, kind })
  const results = async (kind: string) =>
    Object.fromEntries((await probe(kind)).cases.map(({ id, result }) => [id, result]))

  test('one payment comes in seven ways, the same one twice and late, a stranger in between', async () => {
    const { cases } = await probe('daraja.stk-result')
    expect(cases.map(({ id }) => id)).toEqual([
      'usual',
      'repeat',
      'wording',
      'texts',
      'bare',
      'unknown',
      'late',
    ])
    expect(cases.every(({ result }) => result === 'good')).toBe(true)
    const read = (id: string) =>
      JSON.parse(cases.find((each) => each.id === id)?.body ?? '').Body?.stkCallback
    expect(read('repeat')).toEqual(read('usual'))
    expect(read('unknown').CheckoutRequestID).not.toBe(read('usual').CheckoutRequestID)
    expect(read('late').CheckoutRequestID).toBe(read('usual').CheckoutRequestID)
    expect(read('texts').ResultCode).toBe('0')
    expect(read('bare').CallbackMetadata).toBeUndefined()
    expect(read('wording').CallbackMetadata.Item[0].Name).toBe('PhoneNumber')
  })

  test('what is not taken is bad, what is taken late or only again is risky', async () => {
    let count = 0
    deps.http.answer(({ body = '' }) => {
      if (!body.includes('CallbackMetadata')) return answered(400, '')
      if (body.includes('SomethingNew')) return answered(200, '', 5_000)
      if (body.includes('"0"')) return answered(count++ === 0 ? 500 : 200, '')
      return answered(200, '')
    })
    expect(await results('daraja.stk-result')).toMatchObject({
      usual: 'good',
      repeat: 'good',
      wording: 'risky',
      texts: 'risky',
      bare: 'bad',
    })
  })

  test('where nobody is there it ends after the first; XML comes in the ways that it has', async () => {
    deps.http.answer(() => unreachable('refused'))
    expect(await results('daraja.stk-result')).toEqual({ usual: 'bad' })
    deps.http.answer(() => answered(200, ''))
    expect(Object.keys(await results('g2.c2b-confirmation'))).toEqual(['usual', 'repeat', 'unknown', 'late'])
  })
})
