import { beforeEach, describe, expect, test } from 'vitest'
import { systems } from '@/lib/systems'
import { customerPayments, longestWaitOf } from '@/lib/systems/callbacks'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { recordCallback } from '../callbacks/record-callback'
import { endSilence } from './end-silence'
import { getRun } from './get-run'
import { listRuns } from './list-runs'
import { sendRun } from './send-run'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
  deps.http.answer((request) =>
    answered(
      200,
      request.url.includes('query')
        ? request.url.includes('stkpushquery')
          ? {
              ...ids,
              ResponseCode: '0',
              ResponseDescription: 'ok',
              ResultCode: '1032',
              ResultDesc: 'Cancelled.',
            }
          : {
              ConversationID: 'AG_q',
              OriginatorConversationID: 'oc-q',
              ResponseCode: '0',
              ResponseDescription: 'ok',
            }
        : request.url.includes('stkpush')
          ? { ...ids, ResponseCode: '0', ResponseDescription: 'ok' }
          : {
              ConversationID: 'AG_1',
              OriginatorConversationID: 'oc-1',
              ResponseCode: '0',
              ResponseDescription: 'ok',
            },
    ),
  )
})
const ids = { CheckoutRequestID: 'ws_CO_1', MerchantRequestID: 'm-1' }

const send = async (operation: string, values: Record<string, string>) =>
  (await sendRun(deps, deps.actor(), { operation, environment: 'local', sendAnyway: true, values })).id
const push = () =>
  send('daraja.stk-push', { Amount: '10', PhoneNumber: '254708374149', AccountReference: 'A' })
const run = (id: string) => getRun(deps, deps.actor(), id)

const came = async (body: object, path = '') => {
  await recordCallback(deps, 'local', {
    method: 'POST',
    path: `/hook/local${path}`,
    query: '',
    headers: [],
    body: Buffer.from(JSON.stringify(body)),
    remoteAddress: '',
  })
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
}

test('every operation whose outcome may come later says how long it may take, and where that was read', () => {
  const waiting = systems.flatMap(({ operations }) =>
    operations.filter(
      ({ asynchronous, callbacks, tellsResult, direction, registers }) =>
        direction === 'outbound' && !registers && (asynchronous || callbacks.length > 0 || tellsResult),
    ),
  )
  expect(waiting.length).toBeGreaterThan(20)
  for (const { id } of [...waiting, ...customerPayments]) {
    expect({ id, ...longestWaitOf(id) }).toMatchObject({ id, seconds: expect.any(Number), source: /./ })
  }
})

describe('nothing stays pending for ever', () => {
  test('past its longest wait it is told that no word came, and how to ask', async () => {
    const id = await push()
    deps.pass(179_000)
    expect(run(id).verdict).toBe('pending')
    deps.pass(2_000)
    const after = run(id)
    expect(after).toMatchObject({ verdict: 'no-word', decidedBy: 'clock' })
    expect(after.timeline.at(-1)).toMatchObject({ title: 'No word came', tone: 'warn' })
    expect(after.followUps.map(({ operation }) => operation)).toContain('daraja.stk-query')
    expect(listRuns(deps, deps.actor(), { verdict: 'no-word' }).runs).toHaveLength(1)
  })

  test('a list, and the clock of the process, tell it as well, and open screens hear of it', async () => {
    const id = await push()
    deps.pass(200_000)
    expect(endSilence(deps, deps.workspaceId)).toBe(1)
    expect(endSilence(deps, deps.workspaceId)).toBe(0)
    expect(deps.announced().at(-1)).toMatchObject({ type: 'run', data: { id, verdict: 'no-word' } })
  })

  test('reading looks at the clock once a second at most', async () => {
    const id = await push()
    deps.pass(179_900)
    expect(run(id).verdict).toBe('pending')
    deps.pass(200)
    expect(run(id).verdict).toBe('pending')
    deps.pass(1000)
    expect(run(id).verdict).toBe('no-word')
  })

  test('a word that comes after all counts', async () => {
    const id = await push()
    deps.pass(200_000)
    expect(run(id).verdict).toBe('no-word')
    await came({ Body: { stkCallback: { ...ids, ResultCode: 0, ResultDesc: 'ok' } } })
    expect(run(id)).toMatchObject({ verdict: 'paid', decidedBy: 'unproved-message' })
    expect(run(id).callbacks[0]?.timing).toBe('late')
  })
})

describe('the answer to a query is the word on the run that was asked about', () => {
  test('at once, for a prompt', async () => {
    const id = await push()
    const asked = await send('daraja.stk-query', { CheckoutRequestID: ids.CheckoutRequestID })
    expect(run(id)).toMatchObject({ verdict: 'failed', code: '1032', decidedBy: 'query' })
    expect(run(asked).decidedBy).toBe('answer')
  })

  const payout = () =>
    send('daraja.b2c-v1', { Amount: '10', PartyA: '600000', PartyB: '254708374149', Remarks: 'ok' })
  const statusOf = (words: string) => ({
    Result: {
      ResultCode: 0,
      ResultDesc: 'ok',
      ConversationID: 'AG_q',
      OriginatorConversationID: 'oc-q',
      TransactionID: 'TK60000000',
      ResultParameters: {
        ResultParameter: [
          { Key: 'TransactionStatus', Value: words },
          { Key: 'ReceiptNo', Value: 'UKK4T9W2QX' },
          { Key: 'Amount', Value: 10 },
        ],
      },
    },
  })

  test.each([
    ['Completed', { verdict: 'paid', receipt: 'UKK4T9W2QX', decidedBy: 'unproved-query' }],
    [
      'Cancelled',
      { verdict: 'failed', decidedBy: 'unproved-query', description: 'The transaction is cancelled.' },
    ],
    ['Pending Authorized', { verdict: 'no-word', decidedBy: 'clock' }],
  ])('later, for a payout: %s', async (words, expected) => {
    const id = await payout()
    deps.pass(3_600_000)
    expect(run(id).verdict).toBe('no-word')
    await send('daraja.transaction-status', {
      OriginalConversationID: 'oc-1',
      PartyA: '600000',
      IdentifierType: '4',
      Remarks: 'ok',
    })
    await came(statusOf(words), '/result')
    expect(run(id)).toMatchObject(expected)
  })

  test('that failed says nothing of the other', async () => {
    const id = await payout()
    await send('daraja.transaction-status', {
      OriginalConversationID: 'oc-1',
      PartyA: '600000',
      Remarks: 'ok',
    })
    await came({
      Result: {
        ...statusOf('x').Result,
        ResultCode: 2032,
        ResultDesc: 'No such receipt.',
        ResultParameters: {},
      },
    })
    expect(run(id).verdict).toBe('pending')
  })
})
