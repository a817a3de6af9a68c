import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { understand } from '@/lib/systems'
import type { WireMessage } from '@/lib/wire/types'
import { type TestDeps, testDeps } from '@/tests/deps'
import { getCallback } from '../callbacks/get-callback'
import { listCallbacks } from '../callbacks/list-callbacks'
import { recordCallback } from '../callbacks/record-callback'
import { ownInboxes } from '../world/own-inbox'
import { addRule, changeRule, listRules, removeRule } from './change-rules'
import { type MessageConditions, messageConditions } from './conditions'
import { forgetRules } from './kept-rules'
import { rulePresets } from './presets'
import { isLike, meets } from './read-message'
import { ruleChange, ruleInput } from './rules'
import { tryRule } from './try-rule'

const notice = (rest: object = {}) => ({
  TransactionType: 'Pay Bill',
  TransID: 'UKK4T9W2QX',
  TransTime: '20261120091547',
  TransAmount: '150.00',
  BusinessShortCode: '600000',
  BillRefNumber: 'INV-2041',
  InvoiceNumber: '',
  OrgAccountBalance: '',
  ThirdPartyTransID: '',
  MSISDN: '254700000000',
  FirstName: 'ASHA',
  ...rest,
})

const message = (
  body: object | string = notice(),
  path = '/hook/local/validation',
  headers: [string, string][] = [],
): WireMessage => ({
  method: 'POST',
  path,
  query: '',
  headers: [['Content-Type', 'application/json'], ...headers],
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  remoteAddress: '196.201.214.200',
})

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})
afterEach(() => {
  vi.useRealTimers()
})

const add = (rule: object) =>
  addRule(deps, deps.actor(), 'local', ruleInput.parse({ name: 'A rule', ...rule }))
const named = ({ id }: { id: string }) => ({ name: 'local', id })
const ask = (sent = message()) => recordCallback(deps, 'local', sent)
const statuses = async (count: number) => {
  const found: number[] = []
  for (let round = 0; round < count; round++) found.push((await ask()).status)
  return found
}
const newest = () => {
  const [first] = listCallbacks(deps, deps.actor()).callbacks
  if (!first) throw new Error('nothing was captured')
  return getCallback(deps, deps.actor(), first.id)
}

test.each([
  ['INV-7', 'INV-7', true],
  ['inv-7', 'INV-*', true],
  ['INV-7', '*-7', true],
  ['INV-7', 'I*7', true],
  ['INV-7', 'INV-7*7', false],
  ['a-b-c-d', 'a*b*d', true],
  ['a-c-b', 'a*b*c', false],
  ['anything', '*', true],
  [undefined, '*', false],
])('%s is like %s: %s', (text, pattern, expected) => {
  expect(isLike(text, pattern)).toBe(expected)
})

describe('conditions', () => {
  const held = (conditions: MessageConditions, sent = message()) =>
    meets({ message: sent, meaning: understand(sent) }, messageConditions.parse(conditions))

  test.each<[MessageConditions, boolean]>([
    [{}, true],
    [{ kind: 'c2b-validation' }, true],
    [{ kind: 'daraja.c2b-validation' }, true],
    [{ kind: 'g2.*' }, false],
    [{ shortcode: '600000' }, true],
    [{ amountFrom: 150, amountTo: 150 }, true],
    [{ amountFrom: 150.01 }, false],
    [{ amountTo: 149.99 }, false],
    [{ reference: 'INV-*', phone: '2547*' }, true],
    [{ reference: 'TEST-*', phone: '2547*' }, false],
    [{ path: '*/validation' }, true],
    [{ body: { path: 'FirstName', value: 'asha' } }, true],
    [{ body: { path: 'LastName', value: '*' } }, false],
    [{ header: { name: 'content-type', value: '*json' } }, true],
    [{ header: { name: 'X-Missing', value: '*' } }, false],
  ])('%j: %s', (conditions, expected) => {
    expect(held(conditions)).toBe(expected)
  })

  test('a list is read by the names of its entries and by number, XML by element, a form by field', () => {
    const item = { Body: { stkCallback: { CallbackMetadata: { Item: [{ Name: 'Amount', Value: 7 }] } } } }
    const list = 'Body.stkCallback.CallbackMetadata.Item'
    expect(held({ body: { path: `${list}.Amount`, value: '7' } }, message(item))).toBe(true)
    expect(held({ body: { path: `${list}.0.Value`, value: '7' } }, message(item))).toBe(true)
    const xml = message('<a:Envelope xmlns:a="urn:a"><a:Body><a:Code>12</a:Code></a:Body></a:Envelope>')
    expect(held({ body: { path: 'Body.Code', value: '12' } }, xml)).toBe(true)
    expect(held({ body: { path: 'code', value: '9' } }, message('code=9&x=1'))).toBe(true)
    expect(held({ body: { path: 'code', value: '9' } }, message('{"code":'))).toBe(false)
  })
})

describe('answers', () => {
  test('the first rule that fits answers, in an order that can be changed; the others get what they expect', async () => {
    const refuse = add({ conditions: { reference: 'INV-*' }, action: { do: 'reject', code: 'C2B00012' } })
    const answer = add({ action: { do: 'answer', status: 202, body: '{"is":"{reference}"}' } })
    expect(JSON.parse(String((await ask()).body))).toEqual({ ResultCode: 'C2B00012', ResultDesc: 'Rejected' })
    changeRule(deps, deps.actor(), named(answer), ruleChange.parse({ position: 0 }))
    expect(await ask()).toMatchObject({ status: 202, body: '{"is":"INV-2041"}' })
    expect(listRules(deps, deps.actor(), 'local').rules.map(({ id }) => id)).toEqual([answer.id, refuse.id])
    changeRule(deps, deps.actor(), named(answer), { isOn: false })
    removeRule(deps, deps.actor(), named(refuse))
    expect(JSON.parse(String((await ask()).body))).toEqual({ ResultCode: 0, ResultDesc: 'Accepted' })
  })

  test('only a question is rejected', async () => {
    add({ action: { do: 'reject', code: 'C2B00016' } })
    const confirmation = message(notice({ OrgAccountBalance: '10.00' }), '/hook/local/confirmation')
    expect(JSON.parse(String((await ask(confirmation)).body))).toEqual({
      ResultCode: 0,
      ResultDesc: 'Success',
    })
  })

  test('the first n, every nth, and failing before recovering are counted, over a restart too', async () => {
    const rule = add({ conditions: { first: 2 }, action: { do: 'answer', status: 500, body: '' } })
    expect(await statuses(1)).toEqual([500])
    forgetRules(deps)
    expect(await statuses(2)).toEqual([500, 200])
    expect(listRules(deps, deps.actor(), 'local').rules).toMatchObject([{ seen: 3, used: 2 }])
    changeRule(
      deps,
      deps.actor(),
      named(rule),
      ruleChange.parse({ conditions: { oneIn: 2 }, startOver: true }),
    )
    expect(await statuses(4)).toEqual([200, 500, 200, 500])
    changeRule(
      deps,
      deps.actor(),
      named(rule),
      ruleChange.parse({ conditions: {}, action: { do: 'fail', times: 2, status: 503 }, startOver: true }),
    )
    expect(await statuses(3)).toEqual([503, 503, 200])
  })

  test('messages of one moment are counted one after the other', async () => {
    add({ conditions: { oneIn: 2 }, action: { do: 'answer', status: 500, body: '' } })
    const answers = await Promise.all([ask(), ask(), ask(), ask()])
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 200, 500])
  })

  test('what a template puts in is written as its content type wants it', async () => {
    add({
      action: {
        do: 'answer',
        status: 200,
        headers: [['Content-Type', 'application/json']],
        body: '{"id":"{receipt}","who":"{body:FirstName}","of":{amount}}',
      },
    })
    const answer = await ask(message(notice({ FirstName: 'A "quoted" name' })))
    expect(JSON.parse(String(answer.body))).toEqual({ id: 'UKK4T9W2QX', who: 'A "quoted" name', of: 150 })
  })

  test('an answer that cannot be, a code that nobody knows and a name that nothing stands for are refused', () => {
    const parse = (action: object) => ruleInput.safeParse({ name: 'A rule', action }).success
    const page = { do: 'answer', status: 200, body: '' }
    expect(parse({ ...page, body: '{"a":{"b":1}}{receipt}{body:Body.x}' })).toBe(true)
    expect(parse({ ...page, body: '{nothing-such}' })).toBe(false)
    expect(parse({ ...page, headers: [['X-A', 'a\r\nb']] })).toBe(false)
    expect(parse({ ...page, headers: [['Content-Length', '1']] })).toBe(false)
    expect(parse({ ...page, status: 101 })).toBe(false)
    expect(parse({ ...page, delayMs: 60_001 })).toBe(false)
    expect(() => add({ action: { do: 'reject', code: 'C2B00099' } })).toThrow('no code to reject with')
    expect(
      ruleInput.safeParse({ name: 'A', conditions: { amountFrom: 2, amountTo: 1 }, action: { do: 'drop' } })
        .success,
    ).toBe(false)
  })

  test('which rule answered stands on the callback', async () => {
    const rule = add({ name: 'Outage', action: { do: 'answer', status: 503, body: '' } })
    await ask()
    expect((await newest()).answer).toMatchObject({
      status: 503,
      rule: { ruleId: rule.id, ruleName: 'Outage', end: 'answered', action: { do: 'answer' } },
    })
    removeRule(deps, deps.actor(), named(rule))
    await ask()
    expect((await newest()).answer.rule).toBeNull()
  })
})

describe('late answers', () => {
  const late = { do: 'accept', delayMs: 9000 }
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
  }

  test('the message is stored at once, and the answer leaves when its time has come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    add({ action: late })
    let status = 0
    const answer = ask().then((each) => {
      status = each.status
    })
    await settle()
    expect((await newest()).answer.rule).toMatchObject({ end: null, tookMs: null })
    expect(status).toBe(0)
    await vi.advanceTimersByTimeAsync(9000)
    await answer
    expect(status).toBe(200)
    expect((await newest()).answer.rule).toMatchObject({ end: 'answered', delayMs: 9000 })
  })

  test('a caller that hangs up before ends the wait', async () => {
    add({ action: late })
    const gone = new AbortController()
    const answer = recordCallback(deps, 'local', message(), { leaving: () => gone.signal })
    await settle()
    gone.abort()
    await answer
    expect((await newest()).answer.rule).toMatchObject({ end: 'hung-up' })
  })

  test('a dropped message is kept, and its sender told nothing', async () => {
    add({ action: { do: 'drop' } })
    expect(await ask()).toMatchObject({ status: 0, isDropped: true })
    expect((await newest()).answer).toMatchObject({ status: 0, rule: { end: 'dropped' } })
  })

  test('the sandbox’s own deliveries meet the rules as well', async () => {
    const own = ownInboxes(deps)
    const delivery = (id: string) => ({
      id,
      request: {
        method: 'POST',
        url: 'http://localhost:3000/hook/local/validation',
        headers: [] as [string, string][],
        body: JSON.stringify(notice()),
        timeoutMs: 8000,
      },
    })
    add({ conditions: { first: 1 }, action: { do: 'answer', status: 500, body: '' } })
    const taken = deps.db.$client.transaction(() => own.takeWithin(delivery('1')))()
    expect(taken?.sent).toMatchObject({ kind: 'answered', status: 500 })
    taken?.follow()
    add({ action: { do: 'drop' } })
    expect(own.takeWithin(delivery('2'))).toBeUndefined()
    expect(await own.take(delivery('2'))).toMatchObject({ kind: 'unreachable', cause: 'reset' })
    expect((await newest()).answer.rule).toMatchObject({ end: 'dropped' })
    expect(listRules(deps, deps.actor(), 'local').rules).toMatchObject([{ seen: 2, used: 1 }, { used: 1 }])
  })
})

test('a rule is tried on stored callbacks without changing anything', async () => {
  for (const reference of ['INV-1', 'TEST-1', 'TEST-2'])
    await ask(message(notice({ BillRefNumber: reference })))
  const rule = ruleInput.parse({
    name: 'Every other test',
    conditions: { reference: 'TEST-*', oneIn: 2 },
    action: { do: 'reject', code: 'C2B00012' },
  })
  const tried = tryRule(deps, deps.actor(), 'local', rule)
  expect(tried.tried).toBe(3)
  expect(tried.met.map(({ isAnswered, answer }) => [isAnswered, answer?.body ?? null])).toEqual([
    [false, null],
    [true, '{"ResultCode":"C2B00012","ResultDesc":"Rejected"}'],
  ])
  expect(listRules(deps, deps.actor(), 'local').rules).toEqual([])
})

test('without a rule no message asks the database for one, until one is added', async () => {
  await ask()
  const prepare = vi.spyOn(deps.db.$client, 'prepare')
  await ask()
  expect(prepare.mock.calls.filter(([sql]) => sql.includes('answer_rules'))).toEqual([])
  prepare.mockRestore()
  add({ action: { do: 'answer', status: 418, body: '' } })
  expect((await ask()).status).toBe(418)
})

test.each(rulePresets)('the preset $id can be saved', ({ rule }) => {
  expect(ruleInput.parse(rule)).toEqual(rule)
  expect(add(rule)).toMatchObject({ name: rule.name })
})

test('viewers read the rules and change none', () => {
  const rule = add({ action: { do: 'drop' } })
  const viewer = deps.actor('viewer')
  expect(listRules(deps, viewer, 'local').rules).toHaveLength(1)
  expect(() => removeRule(deps, viewer, named(rule))).toThrow()
  expect(() => changeRule(deps, viewer, named(rule), { isOn: false })).toThrow()
})
