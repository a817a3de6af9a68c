import { describe, expect, test } from 'vitest'
import type { FaultKind } from '@/lib/world/types'
import { emulator, operatorBody } from '@/tests/emulator'

const push = '/mpesa/stkpush/v1/processrequest'

describe('the token call', () => {
  const basic = (key: string, secret: string): [string, string] => [
    'Authorization',
    `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
  ]
  const ask = (headers: [string, string][], query = 'grant_type=client_credentials') =>
    emulator().call({ method: 'GET', path: '/oauth/v1/generate', query, headers })

  test('answers 28 letters and digits and 3599 seconds as text', () => {
    expect(ask([basic('key', 'secret')]).json).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9]{28}$/),
      expires_in: '3599',
    })
  })

  test('leaves an earlier token valid', () => {
    const sandbox = emulator()
    const tokens = [1, 2].map(() => {
      const { json } = sandbox.call({
        method: 'GET',
        path: '/oauth/v1/generate',
        query: 'grant_type=client_credentials',
        headers: [basic('key', 'secret')],
      })
      return (json as { access_token: string }).access_token
    })
    for (const one of tokens) {
      const { answer } = sandbox.call({
        path: push,
        headers: [['Authorization', `Bearer ${one}`]],
        body: Buffer.from(JSON.stringify(sandbox.stkBody())),
      })
      sandbox.run()
      expect(answer.status).toBe(200)
    }
  })

  const refused: [why: string, headers: [string, string][], query: string, code: string][] = [
    ['no header', [], 'grant_type=client_credentials', '400.008.01'],
    ['a wrong secret', [basic('key', 'other')], 'grant_type=client_credentials', '400.008.01'],
    ['white space', [basic('key', 'secret ')], 'grant_type=client_credentials', '400.008.01'],
    ['a bearer', [['Authorization', 'Bearer x']], 'grant_type=client_credentials', '400.008.01'],
    ['no grant type', [basic('key', 'secret')], '', '400.008.02'],
    ['another grant type', [basic('key', 'secret')], 'grant_type=password', '400.008.02'],
  ]
  test.each(refused)('refuses %s', (_why, headers, query, code) => {
    const { answer, json } = ask(headers, query)
    expect(answer.status).toBe(400)
    expect(json).toMatchObject({ errorCode: code })
  })
})

describe('a bad token', () => {
  const wordings: [path: string, status: number, code: string][] = [
    [push, 404, '404.001.03'],
    ['/mpesa/c2b/v2/registerurl', 400, '400.003.01'],
    ['/mpesa/b2c/v3/paymentrequest', 401, '401.002.01'],
    ['/mpesa/b2b/v1/remittax', 404, '404.001.04'],
    ['/pulltransactions/v1/query', 401, '401.001'],
    ['/v1/billmanager-invoice/optin', 401, '401'],
  ]
  test.each(wordings)('at %s is worded with %i %s', (path, status, errorCode) => {
    const { answer, json } = emulator().call({ path, headers: [['Authorization', 'Bearer Nobodys']] })
    expect(answer.status).toBe(status)
    expect(json).toMatchObject({ errorCode })
  })

  test('that was good an hour ago is refused', () => {
    const sandbox = emulator()
    sandbox.pass(11 * 3_600_000)
    const { answer, notes } = sandbox.send(push, sandbox.stkBody())
    expect(answer.status).toBe(404)
    expect(notes).toContain('The token has expired.')
  })
})

describe('a path', () => {
  test('that does not exist is refused with the one that was meant', () => {
    const { answer, json, notes } = emulator().send('/mpesa/stkpush/v1/processrequests', {})
    expect(answer.status).toBe(404)
    expect(json).toMatchObject({ errorCode: '404.001.01' })
    expect(notes.join()).toContain(`Did you mean ${push}?`)
  })

  test('takes only its own verb', () => {
    expect(emulator().call({ method: 'GET', path: push }).answer.status).toBe(405)
  })

  test.each([`${push}/`, push.replace('/v1', '//v1')])('is found as %s', (path) => {
    const sandbox = emulator()
    expect(sandbox.send(path, sandbox.stkBody()).answer.status).toBe(200)
  })
})

describe('a fault', () => {
  const spoilt: [
    kind: FaultKind,
    check: (result: ReturnType<ReturnType<typeof emulator>['send']>) => void,
  ][] = [
    [
      'http-500',
      ({ answer, json }) => {
        expect(answer.status).toBe(500)
        expect(json).toMatchObject({ errorCode: '500.003.1001' })
      },
    ],
    [
      'html-200',
      ({ answer }) => {
        expect(answer.status).toBe(200)
        expect(answer.body).toContain('Incapsula')
      },
    ],
    ['spike-arrest', ({ json }) => expect(json).toMatchObject({ errorCode: '500.003.02' })],
    [
      'expired-token',
      ({ answer, json }) => {
        expect(answer.status).toBe(404)
        expect(json).toMatchObject({ errorCode: '404.001.03' })
      },
    ],
    ['truncated', ({ json }) => expect(typeof json).toBe('string')],
    ['dropped', ({ delivery }) => expect(delivery).toEqual({ isDropped: true })],
    ['slow', ({ delivery }) => expect(delivery).toEqual({ delayMs: 3000 })],
    ['callback-first', ({ delivery }) => expect(delivery?.delayMs).toBeGreaterThan(1000)],
  ]
  test.each(spoilt)('%s spoils one call and no more', (kind, check) => {
    const sandbox = emulator({ faults: [{ kind, times: 1, ...(kind === 'slow' ? { ms: 3000 } : {}) }] })
    check(sandbox.send(push, sandbox.stkBody()))
    sandbox.run()
    expect(sandbox.world.settings.faults).toEqual([])
    const next = sandbox.send(push, sandbox.stkBody({ PhoneNumber: '254711000100' }))
    expect(next.answer.status).toBe(200)
    expect(next.delivery).toBeUndefined()
  })

  test('no-callback swallows the callback and duplicate sends it twice', () => {
    for (const [kind, count] of [
      ['no-callback', 0],
      ['duplicate', 2],
    ] as const) {
      const sandbox = emulator({ faults: [{ kind }] })
      sandbox.send(push, sandbox.stkBody())
      expect(sandbox.run()).toHaveLength(count)
    }
  })

  test('out-of-order lets the next callback overtake, in pairs', () => {
    const sandbox = emulator({ faults: [{ kind: 'out-of-order' }] })
    const phones = ['254711000101', '254711000102', '254711000103']
    for (const PhoneNumber of phones) {
      sandbox.send(
        push,
        sandbox.stkBody({ PhoneNumber, CallBackURL: `https://hooks.example.test/${PhoneNumber}` }),
      )
    }
    const order = sandbox.run().map(({ url }) => phones.indexOf(url.split('/').at(-1) ?? ''))
    expect(order).toEqual([1, 0, 2])
  })

  test('out-of-order holds a callback that nothing overtakes for a while only', () => {
    const sandbox = emulator({ faults: [{ kind: 'out-of-order', times: 1 }] })
    sandbox.send(push, sandbox.stkBody())
    expect(sandbox.run(10_000)).toHaveLength(0)
    expect(sandbox.run(10_000)).toHaveLength(1)
    sandbox.send(push, sandbox.stkBody({ PhoneNumber: '254711000100' }))
    expect(sandbox.run()).toHaveLength(1)
  })

  test('out-of-order cannot delay a question that M-Pesa asks', () => {
    const sandbox = emulator({ faults: [{ kind: 'out-of-order', times: 1 }] })
    const register = { ShortCode: '600000', ResponseType: 'Completed' }
    const urls = {
      ConfirmationURL: 'https://hooks.example.test/c',
      ValidationURL: 'https://hooks.example.test/v',
    }
    sandbox.send('/mpesa/c2b/v2/registerurl', { ...register, ...urls })
    const organisation = sandbox.world.store.organisation('kenya', '600000')
    if (organisation) sandbox.world.store.putOrganisation({ ...organisation, validation: true })
    sandbox.send('/mpesa/c2b/v2/simulate', {
      ShortCode: '600000',
      CommandID: 'CustomerPayBillOnline',
      Amount: '10',
      Msisdn: '254708374149',
      BillRefNumber: 'INV-9',
    })
    expect(sandbox.run(5000).map(({ url }) => url)).toEqual([urls.ValidationURL])
    expect(sandbox.run(20_000).map(({ url }) => url)).toEqual([urls.ConfirmationURL])
  })

  test('result-and-timeout sends the queue time-out and then the result, with the same ids', () => {
    const sandbox = emulator({ faults: [{ kind: 'result-and-timeout', times: 1 }] })
    sandbox.send(push, sandbox.stkBody())
    expect(sandbox.run()).toHaveLength(1)
    const body = operatorBody({ CommandID: 'AccountBalance', PartyA: '600000', IdentifierType: '4' })
    sandbox.send('/mpesa/accountbalance/v1/query', body)
    const [timeout, result] = sandbox.run()
    expect(timeout?.url).toBe(body.QueueTimeOutURL)
    expect(result?.url).toBe(body.ResultURL)
    const { ConversationID } = (result?.body.Result ?? {}) as Record<string, string>
    expect(timeout?.body.Result).toMatchObject({ ConversationID })
    expect(timeout?.body.Result).not.toHaveProperty('ResultParameters')
    expect(sandbox.world.settings.faults).toEqual([])
  })

  test('timeout-instead sends the queue time-out and nothing else', () => {
    const sandbox = emulator({ faults: [{ kind: 'timeout-instead', times: 1 }] })
    const body = operatorBody({ CommandID: 'AccountBalance', PartyA: '600000', IdentifierType: '4' })
    sandbox.send('/mpesa/accountbalance/v1/query', body)
    expect(sandbox.run().map(({ url }) => url)).toEqual([body.QueueTimeOutURL])
  })

  test('for another operation does nothing here', () => {
    const sandbox = emulator({ faults: [{ kind: 'http-500', operation: 'daraja.reversal' }] })
    expect(sandbox.send(push, sandbox.stkBody()).answer.status).toBe(200)
  })

  test('can be asked for by one call in a header', () => {
    const sandbox = emulator()
    const { delivery } = sandbox.send(push, sandbox.stkBody(), [['X-Jaribu-Fault', 'slow; ms=1234']])
    expect(delivery).toEqual({ delayMs: 1234 })
    expect(sandbox.world.settings.faults).toEqual([])
  })
})
