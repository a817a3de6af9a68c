import { beforeEach, describe, expect, test } from 'vitest'
import { insertKeys } from '@/db/queries/callback-links'
import { insertRun, runOf, updateRun } from '@/db/queries/runs'
import { environments } from '@/db/schema'
import type { Json, Operation } from '@/lib/catalogue/types'
import { findOperation, systems } from '@/lib/systems'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { changeInbox } from '../inboxes/change-inbox'
import { getRun } from '../runs/get-run'
import { search } from '../search'
import { listCallbacks } from './list-callbacks'
import { recordCallback } from './record-callback'
import { understandMessage } from './understand-message'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const safaricom = '196.201.214.200'
const somebody = '203.0.113.9'

const came = async (body: Json, path = '', remoteAddress = '') => {
  await recordCallback(deps, 'local', messageOf(body, path, remoteAddress))
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
  const [newest] = listCallbacks(deps, deps.actor()).callbacks
  if (!newest) throw new Error('nothing was captured')
  return newest
}

const messageOf = (body: Json, path = '', remoteAddress = '') => ({
  method: 'POST',
  path: `/hook/local${path}`,
  query: '',
  headers: [['Content-Type', typeof body === 'string' ? 'text/xml' : 'application/json']] as [
    string,
    string,
  ][],
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  remoteAddress,
})

/** A run that waits for its outcome, with these ids and values. */
const waiting = (
  operation: Operation,
  {
    keys,
    values,
    kind = 'local',
  }: { keys: CallbackMeaning['keys']; values: Record<string, Json>; kind?: EnvironmentKind },
): string => {
  const id = deps.ids.next()
  insertRun(deps.db, {
    id,
    workspaceId: deps.workspaceId,
    environmentId: deps.environmentId,
    environmentName: 'Test',
    environmentKind: kind,
    system: operation.system,
    operation: operation.id,
    sentBy: 'Wanjiru',
    createdAt: deps.clock(),
    values,
    requestMethod: 'POST',
    requestUrl: 'https://provider.example/',
    requestHeaders: [],
    requestBody: JSON.stringify(values),
    answerStatus: 200,
    answeredAt: deps.clock(),
    verdict: 'pending',
  })
  insertKeys(deps.db, deps.workspaceId, [{ kind: 'run', value: id }, ...keys], id)
  return id
}
const run = (id: string) => {
  const found = runOf(deps.db, deps.workspaceId, id)
  if (!found) throw new Error('the run is gone')
  return found
}

/** An operation whose outcome this kind brings, with values that its example repeats. */
const operationOf = (system: (typeof systems)[number], kind: string): Operation | undefined =>
  system.operations.find(
    ({ callbacks, direction, registers }) =>
      direction === 'outbound' && !registers && callbacks.some((one) => one.kind === kind),
  )

const fieldsOf = (operation: Operation, meaning: CallbackMeaning) => {
  const { amountCents, msisdn, shortcode } = meaning.facts
  const values: Record<string, Json> = {}
  for (const { name, kind } of operation.fields) {
    if (kind === 'amount' && amountCents !== undefined) values[name] = (amountCents / 100).toFixed(2)
    if (kind === 'msisdn' && msisdn !== undefined) values[name] = msisdn
    if (kind === 'shortcode' && shortcode !== undefined) values[name] = shortcode
  }
  return values
}

/** Every kind that decides a run, with its own example as the true message. */
const kinds = systems.flatMap((system) =>
  Object.entries(system.callbacks).flatMap(([kind, entry]) => {
    const meaning = understandMessage(messageOf(entry.example.body, entry.example.path))
    const operation = operationOf(system, kind)
    const decides = meaning && ['success', 'failure', 'timeout'].includes(meaning.outcome)
    return entry.joins === 'run' && operation && decides
      ? [{ name: `${system.id}.${kind}`, entry, meaning, operation }]
      : []
  }),
)

test('all four systems are held against their runs', () => {
  expect(new Set(kinds.map(({ operation }) => operation.system)).size).toBe(systems.length)
})

describe.each(kinds)('$name', ({ entry, meaning, operation }) => {
  const keys = meaning.keys.filter(({ kind }) => kind !== 'receipt')
  const values = fieldsOf(operation, meaning)
  const { body, path = '' } = entry.example

  test('decides its run where it is true, and a repetition changes nothing', async () => {
    const id = waiting(operation, { keys, values })
    expect(await came(body, path)).toMatchObject({ runId: id, mismatch: null })
    const after = run(id)
    expect(after.verdict).not.toBe('pending')
    expect(after.decidedBy).toBe('unproved-message')
    await came(body, path)
    expect(run(id)).toEqual(after)
  })

  test.each(keys.map(({ kind }) => kind))('decides nothing where its %s is another', async (kind) => {
    const others = keys.filter((key) => key.kind === kind).map((key) => ({ ...key, value: 'not-this-one' }))
    const id = waiting(operation, { keys: [...keys.filter((key) => key.kind !== kind), ...others], values })
    const before = run(id)
    const callback = await came(body, `/r/${id}${path}`)
    expect(callback).toMatchObject({ runId: id, mismatch: { field: kind, expected: 'not-this-one' } })
    expect(run(id)).toEqual(before)
  })

  const facts = [
    { name: 'amount', fact: 'amountCents', other: '77.00' },
    { name: 'phone', fact: 'msisdn', other: '254799999999' },
    { name: 'party', fact: 'shortcode', other: '888888' },
  ] as const
  const kindsOfField = { amount: 'amount', phone: 'msisdn', party: 'shortcode' } as const
  const told = facts.filter(
    ({ name, fact }) =>
      entry.repeats?.[name] &&
      meaning.facts[fact] !== undefined &&
      operation.fields.some(({ kind }) => kind === kindsOfField[name]),
  )
  for (const { name, other } of told) {
    test(`decides nothing where its ${name} is another`, async () => {
      const asked = operation.fields.filter(({ kind }) => kind === kindsOfField[name])
      const others = Object.fromEntries(asked.map((field) => [field.name, other]))
      const id = waiting(operation, { keys, values: { ...values, ...others } })
      const before = run(id)
      const { mismatch, runId } = await came(body, path)
      expect({ runId, field: mismatch?.field }).toEqual({ runId: id, field: entry.repeats?.[name] })
      expect(run(id)).toEqual(before)
    })
  }

  test('belongs to nobody where it brings no id of a run', async () => {
    const id = waiting(operation, { keys: [{ kind: 'conversation-id', value: 'another' }], values })
    const before = run(id)
    expect(await came(body, path)).toMatchObject({ runId: null })
    expect(run(id)).toEqual(before)
  })
})

describe('an address alone names no run whose ids are known', () => {
  test.each([
    ['without any id', { Result: { ResultCode: 0, ResultDesc: 'ok', TransactionID: 'UKK4T9W2QX' } }],
    ['of another kind', { Result: { ResultCode: 0, ResultDesc: 'ok', ConversationID: 'AG_x' } }],
  ])('%s', async (_, body) => {
    const id = pushed()
    const before = run(id)
    expect(await came(body, `/r/${id}`)).toMatchObject({
      runId: id,
      mismatch: { field: 'checkout-id', expected: 'ws_CO_1' },
    })
    expect(run(id)).toEqual(before)
  })

  test('before the answer tells its ids it does, and what turns out to be of another is taken back', async () => {
    const id = await pushMetEarlyBy(stk({ CheckoutRequestID: 'forged', MerchantRequestID: 'forged' }, 0))
    expect(run(id)).toMatchObject({ verdict: 'pending', decidedBy: null, receipt: null })
    const [forged] = listCallbacks(deps, deps.actor()).callbacks
    expect(forged).toMatchObject({ runId: id, mismatch: { field: 'checkout-id', got: 'forged' } })
    await came(stk({}, 1032))
    expect(run(id)).toMatchObject({ verdict: 'failed', code: '1032' })
  })
})

const push = findOperation('daraja.stk-push')
/** The id of a push on whose path a message comes before the answer that tells its ids. */
const pushMetEarlyBy = async (message: Json): Promise<string> => {
  const { sendRun } = await import('../runs/send-run')
  deps.http.answer(async (request) => {
    const path = new URL(JSON.parse(request.body ?? '{}').CallBackURL).pathname.replace('/hook/local', '')
    await came(message, path)
    deps.pass(50)
    return answered(200, {
      CheckoutRequestID: 'ws_CO_1',
      MerchantRequestID: 'm-1',
      ResponseCode: '0',
      ResponseDescription: 'ok',
    })
  })
  const { id } = await sendRun(deps, deps.actor(), {
    operation: 'daraja.stk-push',
    environment: 'local',
    sendAnyway: true,
    values: {
      Amount: '9',
      PhoneNumber: '254708374149',
      AccountReference: 'A',
      CallBackURL: 'http://localhost:3000/hook/local',
    },
  })
  return id
}

const stk = (ids: object, code: number, items: { Name: string; Value: Json }[] = []): Json => ({
  Body: {
    stkCallback: {
      MerchantRequestID: 'm-1',
      CheckoutRequestID: 'ws_CO_1',
      ...ids,
      ResultCode: code,
      ResultDesc: code === 0 ? 'ok' : 'Request Cancelled by user.',
      ...(items.length > 0 && { CallbackMetadata: { Item: items } }),
    },
  },
})
const paid = (receipt: string, amount: Json = 9, phone: Json = 254708374149) =>
  stk({}, 0, [
    { Name: 'Amount', Value: amount },
    { Name: 'MpesaReceiptNumber', Value: receipt },
    { Name: 'PhoneNumber', Value: phone },
  ])

const pushed = (kind: EnvironmentKind = 'local') => {
  if (!push) throw new Error('no push')
  return waiting(push, {
    kind,
    keys: [
      { kind: 'checkout-id', value: 'ws_CO_1' },
      { kind: 'merchant-request-id', value: 'm-1' },
    ],
    values: { Amount: '9', PhoneNumber: '254708374149', PartyA: '254708374149', PartyB: '174379' },
  })
}

describe('a message is believed as far as it can be checked', () => {
  test.each([
    [9, '254708374149'],
    ['9.00', ' 254708374149 '],
    ['9.0 ', '2547 ***** 149'],
    [9, '0708374149'],
    [9, 'a3f1c0d47be29865d0c4b7a918e3f26057cb49dd0e8a71f36b52c8e94d07af1b'],
  ])('forms of one amount and one phone do not differ: %j %j', async (amount, phone) => {
    const id = pushed()
    expect((await came(paid('UKK4T9W2QX', amount, phone))).mismatch).toBeNull()
    expect(run(id)).toMatchObject({ verdict: 'paid', receipt: 'UKK4T9W2QX' })
  })

  test('the true result after a forged one decides, and is no repetition of it', async () => {
    const id = pushed()
    await came(paid('WRONGAMT01', 1), `/r/${id}`)
    expect(run(id).verdict).toBe('pending')
    expect(listCallbacks(deps, deps.actor(), { match: 'no' }).callbacks).toHaveLength(1)
    expect(listCallbacks(deps, deps.actor(), { match: 'yes' }).callbacks).toHaveLength(0)
    expect(await came(stk({}, 1032))).toMatchObject({ mismatch: null, timing: 'usual', duplicateOf: null })
    expect(run(id)).toMatchObject({ verdict: 'failed', code: '1032', receipt: null })
  })

  test('the provider’s own word corrects one that nothing proved', async () => {
    const id = pushed('sandbox')
    const forged = await came(paid('FAKE654321'), '', somebody)
    expect(forged).toMatchObject({ sender: 'outside' })
    expect(run(id)).toMatchObject({ verdict: 'paid', decidedBy: 'unproved-message' })
    expect(await came(stk({}, 1032), '', safaricom)).toMatchObject({ sender: 'published' })
    expect(run(id)).toMatchObject({ verdict: 'failed', code: '1032', receipt: null, decidedBy: 'message' })
    const [second, first] = listCallbacks(deps, deps.actor()).callbacks
    expect(second).toMatchObject({ timing: 'usual' })
    expect(first).toMatchObject({ id: forged.id, mismatch: { field: 'code', expected: '1032', got: '0' } })
  })

  test('and gives the true receipt in place of the forged one', async () => {
    const id = pushed('sandbox')
    await came(paid('FAKE654321'), '', somebody)
    expect(await came(paid('UKK4T9W2QX'), '', safaricom)).toMatchObject({ duplicateOf: null })
    expect(run(id)).toMatchObject({ verdict: 'paid', receipt: 'UKK4T9W2QX', decidedBy: 'message' })
  })

  test('nothing that anybody may send turns the provider’s own word round', async () => {
    const id = pushed('sandbox')
    await came(stk({}, 1032), '', safaricom)
    const before = run(id)
    expect((await came(paid('FAKE654321'), '', somebody)).mismatch).toMatchObject({ field: 'code' })
    expect(run(id)).toEqual(before)
  })

  test('a result of another request goes to that one, whatever its address and its receipt say', async () => {
    const operation = findOperation('daraja.b2c-v3')
    if (!operation) throw new Error('no payout')
    const of = (one: string) =>
      waiting(operation, {
        keys: [{ kind: 'conversation-id', value: `AG_${one}` }],
        values: { Amount: '10' },
      })
    const [a, b] = [of('a'), of('b')]
    const result = (one: string) => ({
      Result: { ResultCode: 0, ResultDesc: 'ok', ConversationID: `AG_${one}`, TransactionID: 'UKK4T9W2QX' },
    })
    await came(result('a'))
    expect(await came(result('b'), `/r/${a}`)).toMatchObject({ runId: b, duplicateOf: null })
    expect([run(a).verdict, run(b).verdict]).toEqual(['paid', 'paid'])
    expect(await came(result('c'))).toMatchObject({ runId: null, duplicateOf: null })
  })

  test('a customer’s payment to somebody else’s shortcode is none of this environment', async () => {
    deps.db.update(environments).set({ kind: 'sandbox' }).run()
    const notice = (shortcode: string) => ({
      TransID: 'UKK4T9W2QX',
      TransAmount: '150.00',
      BusinessShortCode: shortcode,
      BillRefNumber: 'INV-7',
      OrgAccountBalance: '900.00',
      MSISDN: '2547 ***** 149',
    })
    expect(await came(notice('999999'), '/confirmation', somebody)).toMatchObject({
      runId: null,
      mismatch: { field: 'BusinessShortCode', got: '999999' },
    })
    const { runId } = await came(notice('174379'), '/confirmation', safaricom)
    expect(run(runId ?? '')).toMatchObject({ verdict: 'paid', receipt: 'UKK4T9W2QX', decidedBy: 'message' })
  })

  test('a payment that our validation turned down is refused, whatever anybody says afterwards', async () => {
    deps.db.update(environments).set({ kind: 'sandbox' }).run()
    changeInbox(deps, deps.actor(), 'local', { validation: 'C2B00012' })
    const notice = (balance: string) => ({
      TransID: 'UKK4T9W2QX',
      TransAmount: '150.00',
      BusinessShortCode: '174379',
      BillRefNumber: 'INV-7',
      OrgAccountBalance: balance,
      MSISDN: '2547 ***** 149',
    })
    const { runId } = await came(notice(''), '/validation', safaricom)
    const before = run(runId ?? '')
    expect(before).toMatchObject({ verdict: 'refused', code: 'C2B00012', decidedBy: 'validation' })
    expect((await came(notice('900.00'), '/confirmation', somebody)).mismatch).toMatchObject({
      field: 'code',
    })
    expect(run(before.id)).toEqual(before)
    deps.pass(3_600_000)
    expect(run(before.id).verdict).toBe('refused')
  })
})

describe('a message of another call decides nothing', () => {
  const payout = (ids: CallbackMeaning['keys'] = []) => {
    const operation = findOperation('daraja.b2c-v3')
    if (!operation) throw new Error('no payout')
    return waiting(operation, { kind: 'sandbox', keys: ids, values: { Amount: '10' } })
  }
  const unacknowledged = () => {
    if (!push) throw new Error('no push')
    return waiting(push, { kind: 'sandbox', keys: [], values: { Amount: '9', PhoneNumber: '254708374149' } })
  }
  const result = (told: Record<string, Json>, parameters: [string, Json][] = []): Json => ({
    Result: {
      ResultCode: 0,
      ResultDesc: 'ok',
      ConversationID: 'AG_1',
      TransactionID: 'UKK4T9W2QX',
      ...told,
      ResultParameters: { ResultParameter: parameters.map(([Key, Value]) => ({ Key, Value })) },
    },
  })
  const ofMozambique = {
    input_OriginalConversationID: 'x',
    input_ThirdPartyReference: 'y',
    input_ResultCode: 'INS-0',
    input_ResultDesc: 'ok',
    input_TransactionID: 'z123456789',
  }
  const ofOpenapi = {
    input_OriginalConversationID: 'x',
    input_ThirdPartyConversationID: 'y',
    input_ResultCode: 'INS-0',
    input_ResultDesc: 'ok',
    input_TransactionID: 'z123456789',
  }
  const ofB2bExpress = { resultCode: '0', resultDesc: 'ok', requestId: 'x', transactionId: 'UKK4T9W2QX' }
  const notice = {
    TransID: 'UKK4T9W2QX',
    TransAmount: '9.00',
    BusinessShortCode: '174379',
    BillRefNumber: 'A',
    OrgAccountBalance: '900.00',
    MSISDN: '2547 ***** 149',
  }

  test.each([
    ['Mozambique', unacknowledged, ofMozambique],
    ['OpenAPI', unacknowledged, ofOpenapi],
    ['B2B Express', unacknowledged, ofB2bExpress],
    ['a result on a push', unacknowledged, result({})],
    ['a push on a payout', payout, stk({ CheckoutRequestID: 'x' }, 0)],
    ['the notice of a payment', unacknowledged, notice],
    ['a balance', payout, result({}, [['AccountBalance', 'Working Account|KES|1.00|1.00|0.00|0.00']])],
    ['a status', payout, result({}, [['TransactionStatus', 'Cancelled']])],
  ])('%s', async (_, start, body) => {
    const id = start()
    const before = run(id)
    expect(await came(body, `/r/${id}`, somebody)).toMatchObject({ runId: id, mismatch: { field: 'kind' } })
    expect(run(id)).toEqual(before)
  })

  test('the notice of a payment whose receipt the run has is its own', async () => {
    const id = pushed('sandbox')
    await came(paid('UKK4T9W2QX'))
    expect(await came(notice, '/confirmation', somebody)).toMatchObject({ runId: id, mismatch: null })
  })

  test('a second success with another receipt, and one with the receipt of another run, are marked', async () => {
    const id = pushed('sandbox')
    await came(paid('UKK4T9W2QX'))
    const before = run(id)
    expect(await came(paid('UKK4T9W2QY'))).toMatchObject({
      runId: id,
      mismatch: { field: 'receipt', expected: 'UKK4T9W2QX', got: 'UKK4T9W2QY' },
    })
    expect(run(id)).toEqual(before)
    const other = payout([{ kind: 'conversation-id', value: 'AG_1' }])
    expect(await came(result({}))).toMatchObject({
      runId: other,
      mismatch: { field: 'receipt-of-another-run', expected: id, got: 'UKK4T9W2QX' },
    })
    expect(run(other).verdict).toBe('pending')
  })
})

describe('what does not say how it ended ends nothing', () => {
  test.each([undefined, null, false, ''])('%j in place of a code', async (code) => {
    const told = { ResultDesc: 'ok', ...(code !== undefined && { ResultCode: code }) }
    const bodies: Json[] = [
      { Body: { stkCallback: { MerchantRequestID: 'm-1', CheckoutRequestID: 'ws_CO_1', ...told } } },
      { Result: { ConversationID: 'AG_1', ...told } },
      {
        input_OriginalConversationID: 'x',
        input_ThirdPartyReference: 'y',
        input_ResultDesc: 'ok',
        ...(code !== undefined && { input_ResultCode: code }),
      },
      {
        input_OriginalConversationID: 'x',
        input_ThirdPartyConversationID: 'y',
        input_ResultDesc: 'ok',
        ...(code !== undefined && { input_ResultCode: code }),
      },
    ]
    for (const body of bodies) {
      const meaning = understandMessage(messageOf(body))
      expect(meaning).toMatchObject({ outcome: 'notice' })
      expect(meaning?.sentence).toContain('no result code')
    }
    const id = pushed('sandbox')
    await came(bodies[0] ?? null)
    expect(run(id).verdict).toBe('pending')
  })

  test.each(kinds.filter(({ meaning }) => meaning.outcome === 'success'))(
    '$name without its code',
    ({ entry }) => {
      const whole =
        typeof entry.example.body === 'string' ? entry.example.body : JSON.stringify(entry.example.body)
      const emptied = whole
        .replace(/(<(?:\w+:)?(?:ResultCode|RETURN_CODE)>)[^<]*/g, '$1')
        .replace(/("(?:input_)?(?:Result|Response)Code"):(?:"[^"]*"|\d+)/gi, '$1:null')
        .replace(/("name":"responseCode","value"):"[^"]*"/, '$1:null')
      expect(emptied).not.toBe(whole)
      const body = typeof entry.example.body === 'string' ? emptied : (JSON.parse(emptied) as Json)
      const outcome = understandMessage(messageOf(body, entry.example.path))?.outcome ?? 'notice'
      expect(outcome).toBe('notice')
    },
  )

  test('nor does a prompt that is still open', async () => {
    const id = pushed('sandbox')
    expect(await came(stk({}, 4999))).toMatchObject({ runId: id, outcome: 'notice' })
    expect(run(id).verdict).toBe('pending')
  })
})

test('two failures of one sender’s id are two where the provider’s ids differ', async () => {
  await came(stk({ CheckoutRequestID: 'ws_CO_1' }, 1032))
  expect(await came(stk({ CheckoutRequestID: 'ws_CO_2' }, 1032))).toMatchObject({ duplicateOf: null })
  expect(await came(stk({ CheckoutRequestID: 'ws_CO_2' }, 1032))).not.toMatchObject({ duplicateOf: null })
})

describe('an id that only a message brought', () => {
  const payout = findOperation('daraja.b2c-v3')
  const result = (ids: object, code: number): Json => ({
    Result: { ResultCode: code, ResultDesc: 'ok', TransactionID: 'UKK4T9W2QX', ...ids },
  })
  const started = (keys: CallbackMeaning['keys'] = []) => {
    if (!payout) throw new Error('no payout')
    return waiting(payout, { kind: 'sandbox', keys, values: { Amount: '10' } })
  }

  const own = { kind: 'originator-conversation-id', value: 'o-x' } as const

  test('is no id of the run where the address alone led there', async () => {
    const [a, b] = [started(), started()]
    await came(result({ ConversationID: 'AG_b' }, 2001), `/r/${a}`, somebody)
    expect(await came(result({ ConversationID: 'AG_b' }, 2001))).toMatchObject({ runId: null })
    expect(await came(result({ ConversationID: 'AG_a' }, 0), `/r/${a}`)).toMatchObject({ mismatch: null })
    expect([run(a).verdict, run(b).verdict]).toEqual(['paid', 'pending'])
  })

  test('takes no true result from the run that was acknowledged with it', async () => {
    const [a, b] = [started([own]), started()]
    await came(result({ ConversationID: 'AG_b', OriginatorConversationID: 'o-x' }, 2001), `/r/${a}`, somebody)
    expect(run(a).verdict).toBe('failed')
    const keys = [{ kind: 'conversation-id' as const, value: 'AG_b' }]
    insertKeys(deps.db, deps.workspaceId, keys, b)
    updateRun(deps.db, b, { answerBody: JSON.stringify({ ConversationID: 'AG_b', ResponseCode: '0' }) })
    expect(await came(result({ ConversationID: 'AG_b' }, 0))).toMatchObject({ runId: b, mismatch: null })
    expect(run(b).verdict).toBe('paid')
  })

  test('comes after the address of another run', async () => {
    const [a, b] = [started([own]), started()]
    await came(result({ ConversationID: 'AG_b', OriginatorConversationID: 'o-x' }, 2001), `/r/${a}`, somebody)
    expect(await came(result({ ConversationID: 'AG_b' }, 0), `/r/${b}`)).toMatchObject({ runId: b })
    expect(run(b).verdict).toBe('paid')
  })

  test('is one of its own kind only', async () => {
    if (!push) throw new Error('no push')
    const id = waiting(push, {
      kind: 'sandbox',
      keys: [{ kind: 'checkout-id', value: 'q' }],
      values: { Amount: '9', PhoneNumber: '254708374149' },
    })
    const before = run(id)
    const told = stk({ CheckoutRequestID: undefined, MerchantRequestID: 'q' } as object, 0)
    expect(await came(told)).toMatchObject({ runId: null })
    expect((await came(told, `/r/${id}`)).mismatch).toMatchObject({ field: 'checkout-id' })
    expect(run(id)).toEqual(before)
  })
})

test('a result without ids, before the answer, gives way to the answer’s ids', async () => {
  const id = await pushMetEarlyBy({ Body: { stkCallback: { ResultCode: 0, ResultDesc: 'ok' } } })
  expect(run(id)).toMatchObject({ verdict: 'pending', decidedBy: null })
  expect(await came(stk({}, 1032))).toMatchObject({ runId: id, timing: 'usual', mismatch: null })
  expect(run(id)).toMatchObject({ verdict: 'failed', code: '1032' })
})

test('a result without ids decides nothing, though no answer told the run’s', async () => {
  if (!push) throw new Error('no push')
  const id = waiting(push, {
    kind: 'sandbox',
    keys: [],
    values: { Amount: '9', PhoneNumber: '254708374149' },
  })
  const before = run(id)
  const bare = { Body: { stkCallback: { ResultCode: 0, ResultDesc: 'ok' } } }
  expect(await came(bare, `/r/${id}`)).toMatchObject({
    runId: id,
    mismatch: { field: 'checkout-id', got: '' },
  })
  expect(run(id)).toEqual(before)
  expect(await came(stk({}, 1032), `/r/${id}`)).toMatchObject({ timing: 'usual', mismatch: null })
  expect(run(id)).toMatchObject({ verdict: 'failed', code: '1032' })
})

test('what the second step of a checkout brings is of its first too, by its ids and not by its address', async () => {
  const operation = findOperation('g2.checkout-process')
  const { example } = systems.find(({ id }) => id === 'g2')?.callbacks['checkout-result'] ?? {}
  const meaning = example && understandMessage(messageOf(example.body, example.path))
  if (!operation || !example || !meaning) throw new Error('no checkout')
  const keys = meaning.keys.filter(({ kind }) => kind !== 'receipt')
  const stranger = waiting(operation, { kind: 'sandbox', keys: [], values: {} })
  expect((await came(example.body, `/r/${stranger}`)).mismatch).toMatchObject({ field: 'kind' })
  const id = waiting(operation, { kind: 'sandbox', keys, values: fieldsOf(operation, meaning) })
  expect(await came(example.body)).toMatchObject({ runId: id, mismatch: null })
})

describe('a result speaks of the payment that was asked about', () => {
  const ofResult = (parameters: Record<string, Json>) => ({
    Result: {
      ResultType: 0,
      ResultCode: 0,
      ResultDesc: 'The service request is processed successfully.',
      OriginatorConversationID: 'oc-about',
      ConversationID: 'AG_about',
      TransactionID: 'UKR7H3D9QA',
      ResultParameters: {
        ResultParameter: Object.entries(parameters).map(([Key, Value]) => ({ Key, Value })),
      },
    },
  })
  const asks = (id: string, values: Record<string, Json>, mentions: string[] = []) => {
    const operation = findOperation(id)
    if (!operation) throw new Error(`no ${id}`)
    const made = waiting(operation, {
      keys: [{ kind: 'conversation-id', value: 'AG_about' }],
      values,
      kind: 'sandbox',
    })
    insertKeys(
      deps.db,
      deps.workspaceId,
      mentions.map((value) => ({ kind: 'mention', value })),
      made,
    )
    return made
  }

  test.each([
    [
      'daraja.reversal',
      { TransactionID: 'UKR2C8M4TW', Amount: '40' },
      { OriginalTransactionID: 'UKR2C8M4TX', Amount: 40 },
      'OriginalTransactionID',
    ],
    [
      'daraja.transaction-status',
      { TransactionID: 'UKR2C8M4TW' },
      { TransactionStatus: 'Completed', ReceiptNo: 'UKR9999ZZZ', Amount: 40 },
      'ReceiptNo',
    ],
  ])('%s: of another one it decides nothing', async (operation, values, parameters, field) => {
    const id = asks(operation, values)
    const before = run(id)
    expect(await came(ofResult(parameters), '', somebody)).toMatchObject({
      runId: id,
      mismatch: { field, expected: 'UKR2C8M4TW' },
    })
    expect(run(id)).toEqual(before)
    await came(ofResult({ ...parameters, [field]: 'UKR2C8M4TW' }), '', somebody)
    expect(['paid', 'done']).toContain(run(id).verdict)
  })

  const payout = () => {
    const operation = findOperation('daraja.b2c-v1')
    if (!operation) throw new Error('no payouts')
    return waiting(operation, {
      keys: [{ kind: 'conversation-id', value: 'AG_payout' }],
      values: { Amount: '350', PartyA: '600000', PartyB: '254722000222' },
      kind: 'sandbox',
    })
  }
  const status = (amount: Json) =>
    ofResult({ TransactionStatus: 'Completed', ReceiptNo: 'UKR5B1N7XC', Amount: amount })

  test('a status that tells of another amount than the run asked about settles neither', async () => {
    const paid = payout()
    const asked = asks('daraja.transaction-status', {}, ['AG_payout'])
    const before = [run(paid), run(asked)]
    expect(await came(status(35), '', somebody)).toMatchObject({ mismatch: { field: 'TransactionAmount' } })
    expect([run(paid), run(asked)]).toEqual(before)
  })

  test('a status that anybody may have sent is no proof, and the provider’s own word corrects it', async () => {
    const paid = payout()
    asks('daraja.transaction-status', {}, ['AG_payout'])
    await came(status(350), '', somebody)
    expect(run(paid)).toMatchObject({ verdict: 'paid', decidedBy: 'unproved-query' })
    const failed = { ResultCode: 2040, ResultDesc: 'x', ConversationID: 'AG_payout' }
    await came({ Result: failed }, '', safaricom)
    expect(run(paid)).toMatchObject({ verdict: 'failed', code: '2040', decidedBy: 'message' })
  })

  test('nor does it turn round what the provider has said itself', async () => {
    const paid = payout()
    await came({ Result: { ResultCode: 2040, ResultDesc: 'x', ConversationID: 'AG_payout' } }, '', safaricom)
    asks('daraja.transaction-status', {}, ['AG_payout'])
    expect(await came(status(350), '', somebody)).toMatchObject({ mismatch: { field: 'code' } })
    expect(run(paid)).toMatchObject({ verdict: 'failed', decidedBy: 'message' })
  })

  test('from the provider’s own address it is its word', async () => {
    const paid = payout()
    asks('daraja.transaction-status', {}, ['AG_payout'])
    await came(status(350), '', safaricom)
    expect(run(paid)).toMatchObject({ verdict: 'paid', decidedBy: 'query', receipt: 'UKR5B1N7XC' })
  })
})

describe('a request that the provider refused at once', () => {
  const refused = (answerStatus: number) => {
    const id = pushed('sandbox')
    updateRun(deps.db, id, { verdict: 'refused', decidedBy: 'answer', code: '400.002.02', answerStatus })
    return id
  }
  const success = stk(
    { CallbackMetadata: { Item: [{ Name: 'MpesaReceiptNumber', Value: 'UKR6Y4J2LB' }] } },
    0,
  )

  test('is paid by no message that anybody may have sent', async () => {
    const id = refused(400)
    expect(await came(success, `/r/${id}`, somebody)).toMatchObject({
      runId: id,
      mismatch: { field: 'code', expected: '400.002.02', got: '0' },
    })
    expect(run(id)).toMatchObject({ verdict: 'refused', receipt: null })
  })

  test.each([
    ['the provider says it itself', 400, safaricom],
    ['the server had failed, which may have gone through', 500, somebody],
  ])('but is paid where %s', async (_, status, address) => {
    const id = refused(status)
    await came(success, `/r/${id}`, address)
    expect(run(id)).toMatchObject({ verdict: 'paid', receipt: 'UKR6Y4J2LB' })
  })
})

test('what a doubted message says is shown as its words, wherever it is shown', async () => {
  const id = pushed()
  await came(stk({ CallbackMetadata: { Item: [{ Name: 'Amount', Value: 900 }] } }, 0))
  const timeline = getRun(deps, deps.actor(), id).timeline.find(({ kind }) => kind === 'callback')
  expect(timeline?.detail).toContain('It says “Paid KES 900.00”.')
  const [hit] = search(deps, deps.actor(), '900').hits.filter(({ kind }) => kind === 'callback')
  expect(hit?.detail).toBe('It says “Paid KES 900.00”.')
})

describe('what nobody can pay is no payment', () => {
  const notice = (TransAmount: Json) => ({
    TransactionType: 'Pay Bill',
    TransID: 'UKR3F6K8PD',
    TransTime: '20261127101500',
    TransAmount,
    BusinessShortCode: '600000',
    BillRefNumber: 'A-17',
    OrgAccountBalance: '90.00',
    MSISDN: '254722000222',
  })

  test.each(['-5.00', 0, '0.00', 'abc', 1e30, { cents: 5 }])('a customer’s notice of %j', async (amount) => {
    const callback = await came(notice(amount), '/confirmation', safaricom)
    expect(callback).toMatchObject({ runId: null, outcome: 'notice' })
    expect(callback.sentence).toContain('which nobody can pay')
  })

  test('and a push that such a message speaks of waits on', async () => {
    const id = pushed()
    for (const amount of [-5, 'abc', 1e30, { cents: 5 }]) {
      const items = [
        { Name: 'Amount', Value: amount },
        { Name: 'MpesaReceiptNumber', Value: 'UKR8S2L5VE' },
      ]
      expect(await came(stk({ CallbackMetadata: { Item: items } }, 0))).toMatchObject({
        runId: id,
        mismatch: { field: 'Amount' },
      })
    }
    expect(run(id).verdict).toBe('pending')
  })
})
