import { beforeEach, describe, expect, test } from 'vitest'
import type { HttpRequest } from '@/lib/http/types'
import { understand } from '@/lib/systems'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { listCallbacks } from '../callbacks/list-callbacks'
import { recordCallback } from '../callbacks/record-callback'
import { listAttempts } from '../forward/attempts'
import { drainAttempts } from '../forward/run-attempts'
import { replayManyInput } from './fields'
import { cancelReplay, listReplays, readReplay, replayMany } from './replay-many'
import { freshId, rewrite } from './rewrite'

const url = 'http://localhost:8080/mpesa'
const asWire = (body: string, path = '/hook/local/confirmation') => ({
  method: 'POST',
  path,
  query: '',
  headers: [['Content-Type', 'application/json']] as [string, string][],
  body: Buffer.from(body),
  remoteAddress: '196.201.214.200',
})

const notice = (id: string, balance = '10.00') =>
  JSON.stringify({
    TransactionType: 'Pay Bill',
    TransID: id,
    TransTime: '20261120091547',
    TransAmount: '150.00',
    BusinessShortCode: '600000',
    BillRefNumber: 'INV-2041',
    InvoiceNumber: '',
    OrgAccountBalance: balance,
    ThirdPartyTransID: '',
    MSISDN: '254700000000',
    FirstName: 'ASHA',
  })

describe('rewriting', () => {
  test.each(['ws_CO_20112026091530123', 'AG_20191219_00005797af5d7d75f652', 'UKK4T9W2QX', '16813-1590513-1'])(
    'another id is of the shape of %s',
    (id) => {
      const fresh = freshId(id, 'seed')
      expect(fresh).not.toBe(id)
      expect(fresh).toHaveLength(id.length)
      expect(fresh.replace(/[0-9]/g, '9').replace(/[a-f]/g, 'a')).toMatch(
        new RegExp(`^${/^(?:[A-Za-z]+_)*/.exec(id)?.[0] ?? ''}`),
      )
      expect(freshId(id, 'seed')).toBe(fresh)
      expect(freshId(id, 'other')).not.toBe(fresh)
    },
  )

  const result = JSON.stringify({
    Body: {
      stkCallback: {
        MerchantRequestID: '29115-34620561-1',
        CheckoutRequestID: 'ws_CO_191220191020363925',
        ResultCode: 0,
        ResultDesc: 'ok',
        CallbackMetadata: {
          Item: [
            { Name: 'Amount', Value: 1 },
            { Name: 'MpesaReceiptNumber', Value: 'NLJ7RT61SV' },
            { Name: 'TransactionDate', Value: 20191219102115 },
            { Name: 'PhoneNumber', Value: 254708374149 },
          ],
        },
      },
    },
  })

  test('the amount of a list is put by its name; times that are numbers stay numbers; the phone stays', () => {
    const meaning = understand(asWire(result))
    const { body } = rewrite(result, meaning, { seed: 's', ids: true, shiftMs: 86_400_000, amount: 25 })
    const { stkCallback } = JSON.parse(body).Body
    expect(stkCallback.CallbackMetadata.Item).toEqual([
      { Name: 'Amount', Value: 25 },
      { Name: 'MpesaReceiptNumber', Value: freshId('NLJ7RT61SV', 's') },
      { Name: 'TransactionDate', Value: 20191220102115 },
      { Name: 'PhoneNumber', Value: 254708374149 },
    ])
    expect(stkCallback.CheckoutRequestID).toBe(freshId('ws_CO_191220191020363925', 's'))
  })

  test('XML and dates of other forms are rewritten as well; what says nothing stays as it is', () => {
    const xml =
      '<a:X><TransAmount>10.00</TransAmount><T>2026-11-20T09:15:47Z</T><T>19.12.2019 11:45:50</T></a:X>'
    const meaning = understand(asWire(notice('UKK4T9W2QX')))
    expect(rewrite(xml, meaning, { seed: 's', ids: true, shiftMs: 3_600_000, amount: 7.5 }).body).toBe(
      '<a:X><TransAmount>7.50</TransAmount><T>2026-11-20T10:15:47Z</T><T>19.12.2019 12:45:50</T></a:X>',
    )
    expect(rewrite('hello', undefined, { seed: 's', ids: true, shiftMs: 1, amount: 1 })).toEqual({
      body: 'hello',
      changes: [],
    })
  })
})

describe('replaying many', () => {
  let deps: TestDeps
  let sent: HttpRequest[]
  beforeEach(async () => {
    deps = testDeps()
    sent = []
    deps.http.answer((request) => {
      sent.push(request)
      return answered(200, '')
    })
    for (const id of ['UKK4T9W2Q1', 'UKK4T9W2Q2']) {
      await recordCallback(deps, 'local', asWire(notice(id, ''), '/hook/local/validation'))
      deps.pass(1_000)
      await recordCallback(deps, 'local', asWire(notice(id)))
      deps.pass(1_000)
    }
    await recordCallback(deps, 'local', asWire('other'))
  })
  const many = (input: object = {}) =>
    replayMany(deps, deps.actor(), replayManyInput.parse({ url, filter: {}, ...input }))
  const bodies = () => sent.map(({ bytes }) => JSON.parse(Buffer.from(bytes ?? []).toString()))

  test('those that fit leave, with progress, and are no new callbacks', async () => {
    const before = listCallbacks(deps, deps.actor()).callbacks.length
    const { id, total, left } = many({ filter: { kind: 'c2b-confirmation' } })
    expect([total, left]).toEqual([2, 2])
    await drainAttempts(deps)
    expect(readReplay(deps, deps.actor(), id)).toMatchObject({ total: 2, taken: 2, left: 0, failed: 0 })
    expect(bodies().map(({ TransID }) => TransID)).toEqual(['UKK4T9W2Q1', 'UKK4T9W2Q2'])
    expect(listCallbacks(deps, deps.actor()).callbacks).toHaveLength(before)
    expect(listReplays(deps, deps.actor()).replays).toMatchObject([
      { id, filter: { kind: 'c2b-confirmation' } },
    ])
  })

  test('messages of one payment keep their order, and get the same new id', async () => {
    many({ rewrite: { ids: true }, filter: { inbox: 'local', q: 'UKK4T9W2Q1' } })
    await drainAttempts(deps)
    const [asked, confirmed] = bodies()
    expect(asked.OrgAccountBalance).toBe('')
    expect(confirmed.OrgAccountBalance).toBe('10.00')
    expect(asked.TransID).toBe(confirmed.TransID)
    expect(asked.TransID).not.toBe('UKK4T9W2Q1')
  })

  test('cancelling keeps back what has not left', async () => {
    const { id } = many()
    expect(cancelReplay(deps, deps.actor(), id)).toMatchObject({ total: 5, cancelled: 5, left: 0 })
    await drainAttempts(deps)
    expect(sent).toEqual([])
  })

  test('what nothing fits is refused, and so is a filter of another workspace’s inbox', () => {
    expect(() => many({ filter: { receipt: 'NOTHERE' } })).toThrow('No callback fits')
    expect(() => many({ filter: { inbox: 'other' } })).toThrow('No callback fits')
    expect(listAttempts(deps, deps.actor(), 1).attempts).toEqual([])
  })
})
