import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemOf } from '@/lib/systems'
import { type TestDeps, testDeps } from '@/tests/deps'
import { changeWorld } from '../world/world'
import { getCallback, getCallbackBody } from './get-callback'
import { readCallbacks } from './list-callbacks'
import { recordCallback } from './record-callback'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const capture = async (body: string | Uint8Array, headers: Record<string, string> = {}, query = '') => {
  await recordCallback(deps, 'local', {
    method: 'POST',
    path: '/hook/local',
    query,
    headers: Object.entries({ 'Content-Type': 'application/json', ...headers }),
    body: Buffer.from(body),
    remoteAddress: '',
  })
  return getCallback(deps, deps.actor(), 1)
}

const cancelled =
  '{"Body": {"stkCallback": {"MerchantRequestID": "71-1-1", "CheckoutRequestID": "ws_CO_gz_0001", "ResultCode": 1032, "ResultDesc": "Request cancelled by user"}}}'
const payment = JSON.stringify({
  TransID: 'UKK4T9W2QX',
  TransAmount: '1.00',
  TransTime: '20261120091547',
  BusinessShortCode: '600000',
  BillRefNumber: 'INV-1',
  MSISDN: '254708374149',
  FirstName: 'JOSÉ',
  OrgAccountBalance: '5.00',
})

describe('a packed body is kept as it came, understood and shown', () => {
  test.each([
    ['gzip', gzipSync(cancelled)],
    ['deflate', deflateSync(cancelled)],
    ['br', brotliCompressSync(cancelled)],
  ])('%s', async (encoding, bytes) => {
    const shown = await capture(bytes, { 'Content-Encoding': encoding })
    expect(shown).toMatchObject({
      kind: 'stk-result',
      sentence: expect.stringContaining('Request cancelled by user (1032)'),
      bodyEncoding: 'base64',
      content: { text: cancelled, problem: null, broken: null },
    })
    expect(shown.content.notes).toEqual([
      `Unpacked from ${encoding}: ${bytes.length} bytes became ${cancelled.length}.`,
    ])
    expect(Buffer.from(getCallbackBody(deps, deps.actor(), 1)).equals(bytes)).toBe(true)
  })

  test('a bomb is kept, refused and said to be too long', async () => {
    const shown = await capture(gzipSync(Buffer.alloc(50_000_000)), { 'Content-Encoding': 'gzip' })
    expect(shown.kind).toBe('unknown')
    expect(shown.content).toMatchObject({
      text: null,
      problem: expect.stringContaining('longer than a megabyte'),
    })
  })

  test('and a viewer is shown no number that is packed', async () => {
    await capture(gzipSync(payment), { 'Content-Encoding': 'gzip' })
    const viewer = deps.actor('viewer')
    const shown = await getCallback(deps, viewer, 1)
    const listed = await readCallbacks(deps, viewer, { after: 0 })
    const bytes = Buffer.from(getCallbackBody(deps, viewer, 1))
    expect(JSON.parse(shown.body)).toMatchObject({ MSISDN: '2547••••4149' })
    expect(JSON.stringify([shown, listed]) + bytes).not.toContain('254708374149')
    expect(bytes[0]).toBe(0x7b)
  })
})

describe('another script is read', () => {
  test.each<[string, Uint8Array, Record<string, string>]>([
    [
      'Latin-1 by name',
      Buffer.from(payment, 'latin1'),
      { 'Content-Type': 'application/json; charset=iso-8859-1' },
    ],
    ['Latin-1 that nobody names', Buffer.from(payment, 'latin1'), {}],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${payment}`, 'utf16le'), {}],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${payment}`), {}],
  ])('%s', async (_, bytes, headers) => {
    const shown = await capture(bytes, headers)
    expect(shown.sentence).toBe(
      'Paid KES 1.00 by 254708374149 (JOSÉ) to 600000 for INV-1. Receipt UKK4T9W2QX.',
    )
    expect(Buffer.from(getCallbackBody(deps, deps.actor(), 1)).equals(bytes)).toBe(true)
  })
})

describe('a payer who came as a hash', () => {
  beforeEach(() => {
    changeWorld(deps, deps.actor().workspaceId, (world) => systemOf('daraja').seed(world))
  })

  const hash = createHash('sha256').update('254708374149').digest('hex')
  const hashed = (MSISDN: string) => JSON.stringify({ ...JSON.parse(payment), FirstName: 'ASHA', MSISDN })

  test.each([
    ['whole', hash],
    ['with its middle masked', `${hash.slice(0, 34)} ***** ${hash.slice(-25)}`],
  ])('%s, is the phone of this workspace that it was made of', async (_, MSISDN) => {
    const shown = await capture(hashed(MSISDN))
    expect(shown).toMatchObject({
      msisdn: '254708374149',
      sentence: 'Paid KES 1.00 by 254708374149 (ASHA) to 600000 for INV-1. Receipt UKK4T9W2QX.',
    })
    expect(shown.facts).toContainEqual({ name: 'SHA-256 of the phone', value: MSISDN })
    expect(shown.body).toContain(MSISDN)
  })

  test.each([
    createHash('sha256').update('254799999999').digest('hex'),
    '0f1e2d3c4b5a69788796a5b4c3d2e1f00f ***** 5a69788796a5b4c3d2e1f00f1',
  ])('%s that nobody knows stays unknown', async (MSISDN) => {
    const shown = await capture(hashed(MSISDN))
    expect(shown).toMatchObject({
      msisdn: null,
      sentence: 'Paid KES 1.00 by ASHA to 600000 for INV-1. Receipt UKK4T9W2QX.',
    })
  })
})

describe('what is broken says where', () => {
  test.each<[string, string, number, number, RegExp]>([
    ['{"Body":{"stkCallback":{"ResultCode":', 'JSON', 1, 38, /ends here/],
    ['{\n "a": 1\n "b": 2}', 'JSON', 3, 2, /comma is missing/],
    ["{\n 'a': 1}", 'JSON', 2, 2, /without quotes|name in double quotes/],
    ['{"a": 1} trailing', 'JSON', 1, 10, /follows the end|without quotes/],
    ['{"a": True}', 'JSON', 1, 7, /without quotes/],
    ['<a>\n <b></a>', 'XML', 2, 5, /./],
    ['<a>\n <b', 'XML', 2, 2, /not closed/],
  ])('%j', async (body, language, line, column, words) => {
    const { broken } = (await capture(body)).content
    expect(broken).toMatchObject({ language, line, column })
    expect(broken?.message).toMatch(words)
  })

  test.each(['{"a":1}', '<a/>', '', '<!doctype html><p>x', '[1, 2]'])(
    '%j is whole, or none of both',
    async (body) => {
      const shown = await capture(body, { 'Content-Type': 'text/plain' })
      expect(shown.content.broken).toBeNull()
    },
  )
})

describe('a form is shown by its parts, repetitions too', () => {
  test('of a form', async () => {
    const { parts } = (
      await capture('a=1&b=x+y%21&a=2', { 'Content-Type': 'application/x-www-form-urlencoded' })
    ).content
    expect(parts?.map(({ name, value }) => [name, value])).toEqual([
      ['a', '1'],
      ['b', 'x y!'],
      ['a', '2'],
    ])
  })

  test('of multipart', async () => {
    const lines = [
      '--x',
      'Content-Disposition: form-data; name="a"',
      '',
      '1',
      '--x',
      'Content-Disposition: form-data; name="file"; filename="a.json"',
      'Content-Type: application/json',
      '',
      '{"b":2}',
      '--x',
      'Content-Disposition: form-data; name="a"',
      '',
      '2',
      '--x--',
      '',
    ]
    const { parts } = (
      await capture(lines.join('\r\n'), { 'Content-Type': 'multipart/form-data; boundary=x' })
    ).content
    expect(parts).toEqual([
      { name: 'a', value: '1', fileName: null, contentType: null, bytes: 1 },
      { name: 'file', value: '{"b":2}', fileName: 'a.json', contentType: 'application/json', bytes: 7 },
      { name: 'a', value: '2', fileName: null, contentType: null, bytes: 1 },
    ])
  })

  test('which is none where it breaks off', async () => {
    const { parts } = (
      await capture('--x\r\nContent-Disp', { 'Content-Type': 'multipart/form-data; boundary=x' })
    ).content
    expect(parts).toBeNull()
  })

  test('and so is the query', async () => {
    const shown = await capture('{}', {}, 'a=1&b=%26&a=2')
    expect(shown.query).toBe('a=1&b=%26&a=2')
    expect(shown.content.query).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '&' },
      { name: 'a', value: '2' },
    ])
  })
})
