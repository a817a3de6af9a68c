import { describe, expect, test } from 'vitest'
import type { Condition, GoLiveCase } from '@/lib/catalogue/go-live'
import { systemOf } from '@/lib/systems'
import { bodyOf } from './body'
import { holds } from './conditions'
import { judgeAttempt, judgeCase, judgementOf, rulesOf } from './judge'
import type { Attempt, RecordedCallback, RecordedRun } from './recording'

const b2c = 'daraja.b2c-v3'
const start = 1_000_000

const run = (
  change: Partial<RecordedRun> & { sent?: object; answer?: object; status?: number } = {},
): Attempt => {
  const { sent = {}, answer = { ResponseCode: '0' }, status = 200, ...rest } = change
  const id = rest.id ?? 'A'
  return {
    subject: `run:${id}`,
    at: rest.at ?? start,
    callbacks: [],
    environment: { initiatorName: 'testapi' },
    run: {
      id,
      operation: b2c,
      at: start,
      isSimulated: true,
      isBySoftware: false,
      sentAnyway: false,
      isPayment: false,
      verdict: 'success',
      code: null,
      description: null,
      unreachable: null,
      request: {
        method: 'POST',
        url: 'https://api.test/b2c',
        headers: [['Authorization', '[redacted]']],
        body: bodyOf(JSON.stringify(sent)),
      },
      response: { status, headers: [], body: bodyOf(JSON.stringify(answer)), at: (rest.at ?? start) + 10 },
      ...rest,
    },
  }
}

const callback = (change: Partial<RecordedCallback> & { told?: object } = {}): RecordedCallback => {
  const { told = { Result: { ResultCode: 0 } }, ...rest } = change
  return {
    id: 1,
    kind: 'result',
    at: start + 1000,
    runId: 'A',
    receipt: null,
    code: null,
    description: null,
    isSimulated: true,
    isOwn: false,
    body: bodyOf(JSON.stringify(told)),
    answer: { status: 200, body: bodyOf('{"ResultCode":0}'), ms: 3 },
    ...rest,
  }
}

const withCallbacks = (attempt: Attempt, ...callbacks: RecordedCallback[]): Attempt => ({
  ...attempt,
  callbacks,
})

const aCase = (change: Partial<GoLiveCase> & Pick<GoLiveCase, 'evidence'>): GoLiveCase => ({
  id: 'case',
  system: 'daraja',
  api: 'b2c',
  source: 'derived',
  subject: 'Functionality tests',
  title: 'A case',
  steps: [],
  expected: 'Something.',
  kind: 'success',
  ...change,
})

const exchange = (...where: Condition[]) => ({ record: 'exchange' as const, operations: [b2c], where })
const result = (...where: Condition[]) => ({
  record: 'callback' as const,
  kinds: ['result' as const],
  where,
})
const resultIs = (value: number): Condition => ({ field: 'body.Result.ResultCode', op: 'equals', value })
const accepted: Condition = { field: 'response.body.ResponseCode', op: 'equals', value: '0' }

const pays = aCase({
  id: 'pays',
  evidence: {
    text: 'An accepted exchange and result 0.',
    records: [exchange(accepted), result(resultIs(0))],
  },
})
const tooLong = aCase({
  id: 'too-long',
  kind: 'negative',
  evidence: {
    text: 'A refusal that names Remarks.',
    records: [
      exchange(
        { field: 'request.body.Remarks', op: 'lengthGt', value: 5 },
        { field: 'response.status', op: 'gte', value: 400 },
        { field: 'response.body.errorMessage', op: 'matches', value: 'remark', ignoreCase: true },
      ),
    ],
  },
})
const poor = aCase({
  id: 'poor',
  kind: 'negative',
  evidence: { text: 'Result 1.', records: [exchange(), result(resultIs(1))] },
})

const says = (each: GoLiveCase, attempts: Attempt[], now = start + 10_000, meant = false) =>
  judgeCase(each, attempts, { now, ...(meant && { meantFor: new Set([each.id]) }) })

describe('a condition', () => {
  const xml = `<e:Envelope xmlns:e="x"><e:Body><Msg><![CDATA[<?xml version="1.0"?><Result><Head><ResultCode>0</ResultCode></Head></Result>]]></Msg></e:Body></e:Envelope>`
  const attempt = withCallbacks(
    run({
      sent: { Amount: '1000.00', Empty: '', Phone: '254700000000', Secret: '[redacted]', Zero: '00' },
      answer: {
        Result: {
          ResultParameters: { ResultParameter: [{ Key: 'AccountBalance', Value: 'Working|1&Utility|2' }] },
        },
      },
    }),
    callback({ body: bodyOf(xml) }),
  )
  const here = { attempt, callback: attempt.callbacks[0] }
  const yes: Condition[] = [
    { field: 'request.body.Amount', op: 'equals', value: 1000 },
    { field: 'request.body.Amount', op: 'in', value: ['1000'] },
    { field: 'request.body.Amount', op: 'between', value: [1, 1000] },
    { field: 'request.body.Zero', op: 'equals', value: 0 },
    { field: 'request.body.Secret', op: 'exists', value: true },
    { field: 'request.body.Empty', op: 'exists', value: false },
    { field: 'request.body.Nothing', op: 'exists', value: false },
    { field: 'request.body.Empty', op: 'lengthLt', value: 1 },
    { field: 'request.headers.authorization', op: 'exists', value: true },
    { field: 'request.body.Phone', op: 'differs', value: 'environment.initiatorName' },
    { field: 'response.body.Result.ResultParameters', op: 'hasKey', value: 'AccountBalance' },
    { field: 'response.body.Result.ResultParameters.AccountBalance', op: 'matches', value: '&' },
    { field: 'body.Result.ResultCode', op: 'equals', value: '0' },
    { field: 'answer.body.ResultCode', op: 'in', value: [0] },
    {
      op: 'anyOf',
      any: [
        [{ field: 'response.status', op: 'gte', value: 400 }],
        [{ field: 'response.status', op: 'equals', value: 200 }],
      ],
    },
  ]
  const no: Condition[] = [
    { field: 'request.body.Nothing', op: 'notEquals', value: 1 },
    { field: 'request.body.Nothing', op: 'notMatches', value: '^x' },
    { field: 'request.body.Phone', op: 'equals', value: '0254700000000' },
    { field: 'request.body.Phone', op: 'differs', value: 'environment.unknown' },
    { field: 'request.body.Amount', op: 'outside', value: [1, 70000] },
    { field: 'body.Result.ResultCode', op: 'notEquals', value: 0 },
  ]
  test.each(yes)('holds: $field $op $value', (condition) => expect(holds(condition, { here })).toBe(true))
  test.each(no)('does not hold: $field $op $value', (condition) =>
    expect(holds(condition, { here })).toBe(false),
  )
})

describe('a case', () => {
  test('is empty while nothing was recorded, and says what is needed', () => {
    expect(says(pays, [])).toMatchObject({
      judged: 'empty',
      confidence: null,
      missing: ['Nothing fits yet. Needed: an accepted exchange and result 0.'],
    })
  })

  test('waits for the result of an accepted call', () => {
    expect(says(pays, [run({ verdict: 'open' })])).toMatchObject({
      judged: 'empty',
      missing: ['The result has not come yet.'],
    })
  })

  test('is a success once all its records are there, with what proves it', () => {
    const judged = says(pays, [withCallbacks(run(), callback({ id: 7 }))])
    expect(judged).toMatchObject({
      judged: 'success',
      confidence: 'certain',
      missing: [],
      isConflicting: false,
    })
    expect(judged.findings[0]).toMatchObject({
      says: 'proves',
      runIds: ['A'],
      callbackIds: [7],
      at: start + 1000,
      sentence: 'B2C payment v3 succeeded, as expected.',
    })
  })

  test('fails by a call of its kind that ended otherwise', () => {
    const failed = withCallbacks(
      run({ verdict: 'failure', code: '17', description: 'System internal error.' }),
      callback({ told: { Result: { ResultCode: 17 } }, code: '17' }),
    )
    expect(says(pays, [failed])).toMatchObject({ judged: 'fail' })
    expect(says(pays, [failed]).findings[0]?.sentence).toBe(
      'B2C payment v3 failed with 17 (System internal error), against expectation.',
    )
  })

  test('shows both when runs speak for and against it', () => {
    const good = withCallbacks(run(), callback())
    const bad = run({ id: 'B', at: start + 5, verdict: 'failure', status: 500, answer: {} })
    expect(says(pays, [good, bad])).toMatchObject({ judged: 'success', isConflicting: true })
  })

  test('that expects a refusal succeeds by it and fails by a success', () => {
    const sent = { Remarks: 'far too long' }
    const refused = run({
      sent,
      status: 400,
      answer: { errorMessage: 'Invalid Remarks' },
      verdict: 'failure',
    })
    expect(says(tooLong, [refused])).toMatchObject({ judged: 'success' })
    expect(says(tooLong, [run({ sent })])).toMatchObject({ judged: 'fail' })
    expect(says(tooLong, [run({ sent: { Remarks: 'ok' } })])).toMatchObject({ judged: 'empty' })
  })

  test('whose situation no message shows fails only by runs that were meant for it', () => {
    const paid = withCallbacks(run(), callback())
    expect(says(poor, [paid])).toMatchObject({ judged: 'empty' })
    expect(says(poor, [paid], undefined, true)).toMatchObject({ judged: 'fail' })
  })

  test('is not held against by what another case expects to be refused', () => {
    const short = withCallbacks(
      run({ verdict: 'failure', code: '1' }),
      callback({ told: { Result: { ResultCode: 1 } } }),
    )
    const rules = rulesOf([pays, poor])
    const now = start + 10_000
    expect(judgeAttempt(rules, short, { now }).map(({ caseId, says: said }) => [caseId, said])).toEqual([
      ['poor', 'proves'],
    ])
    expect(
      judgeAttempt(rules, short, { now, meantFor: new Set(['pays']) }).map(({ caseId, says: said }) => [
        caseId,
        said,
      ]),
    ).toEqual([
      ['pays', 'contradicts'],
      ['poor', 'proves'],
    ])
  })

  test('takes another way where there is one', () => {
    const either = aCase({
      kind: 'negative',
      evidence: {
        text: 'Result 2001 or a refusal.',
        records: [exchange(), result(resultIs(2001))],
        or: [[exchange({ field: 'response.status', op: 'gte', value: 400 })]],
      },
    })
    expect(says(either, [run({ status: 400, answer: {}, verdict: 'failure' })]).judged).toBe('success')
    const told = callback({ told: { Result: { ResultCode: '2001' } } })
    expect(says(either, [withCallbacks(run({ verdict: 'failure' }), told)]).judged).toBe('success')
  })

  test('that only a person can tell says why', () => {
    const manual = aCase({
      evidence: { text: 'Seen.', records: [{ record: 'manual', why: 'A step on the portal.' }] },
    })
    expect(says(manual, [run()])).toMatchObject({ judged: 'empty', missing: ['A step on the portal.'] })
  })
})

describe('silence', () => {
  const rejected = aCase({
    kind: 'negative',
    evidence: {
      text: 'No confirmation.',
      records: [
        {
          record: 'callback',
          kinds: ['c2b-validation'],
          where: [{ field: 'answer.body.ResultCode', op: 'notIn', value: [0] }],
        },
        { record: 'absence', kinds: ['c2b-confirmation'], withinSeconds: 60, where: [] },
      ],
    },
  })
  const question = callback({
    kind: 'c2b-validation',
    answer: { status: 200, body: bodyOf('{"ResultCode":"C2B00011"}'), ms: 1 },
    at: start,
  })
  const notices = (...callbacks: RecordedCallback[]): Attempt => ({
    subject: 'receipt:UKK',
    at: start,
    run: null,
    callbacks,
    environment: {},
  })
  test('has to last its time', () => {
    const early = says(rejected, [notices(question)], start + 59_999)
    expect(early).toMatchObject({ judged: 'empty', missing: ['60 seconds have to pass without one.'] })
    expect(early.findings[0]?.waitUntil).toBe(start + 60_000)
    expect(says(rejected, [notices(question)], start + 60_000).judged).toBe('success')
  })
  test('is broken by what comes after all', () => {
    const came = callback({ kind: 'c2b-confirmation', id: 2, at: start + 3000 })
    expect(says(rejected, [notices(question, came)]).judged).toBe('fail')
  })
})

describe('several calls', () => {
  const twice = aCase({
    kind: 'negative',
    evidence: {
      text: 'The second is refused.',
      records: [
        exchange(accepted),
        exchange(
          { field: 'request.body.Id', op: 'sameAs', value: 'first.request.body.Id' },
          { field: 'response.body.errorMessage', op: 'matches', value: 'duplicate', ignoreCase: true },
        ),
      ],
    },
  })
  const first = run({ id: 'A', sent: { Id: 'one' } })
  const second = (Id: string, at = start + 100) =>
    run({
      id: 'B',
      at,
      sent: { Id },
      status: 500,
      answer: { errorMessage: 'Duplicate.' },
      verdict: 'failure',
    })
  test('belong together by what they share', () => {
    expect(says(twice, [first, second('one')])).toMatchObject({ judged: 'success', confidence: 'certain' })
    expect(
      says(twice, [first, second('one')]).findings.find(({ says: said }) => said === 'proves'),
    ).toMatchObject({
      runIds: ['A', 'B'],
    })
    expect(says(twice, [first, second('two')]).judged).toBe('empty')
  })
  test('are likely only where an amount is all that they share', () => {
    const [accept, shared] = twice.evidence.records
    if (!accept || shared?.record !== 'exchange') throw new Error('other records')
    const amount = { field: 'request.body.Amount', op: 'sameAs' as const, value: 'first.request.body.Amount' }
    const byAmount = aCase({
      ...twice,
      evidence: { text: '', records: [accept, { ...shared, where: [amount, ...shared.where.slice(1)] }] },
    })
    const [one, other] = [run({ id: 'A', sent: { Amount: 5 } }), second('one')]
    if (other.run) other.run.request.body = bodyOf('{"Amount":5}')
    expect(says(byAmount, [one, other])).toMatchObject({ judged: 'success', confidence: 'likely' })
  })
  test('are simulated as soon as one of them is', () => {
    const live = second('one')
    if (live.run) live.run.isSimulated = false
    const proof = says(twice, [first, live]).findings.find(({ says: said }) => said === 'proves')
    expect(proof).toMatchObject({ isSimulated: true, runIds: ['A', 'B'] })
  })
  test('come in their order', () => {
    expect(says(twice, [first, second('one', start - 100)]).judged).toBe('empty')
  })
  test('say which of them is missing', () => {
    expect(says(twice, [first]).missing).toEqual(['This is step 1 of 2: the next has not been recorded.'])
  })
  test('fail when the last is accepted too', () => {
    const again = run({ id: 'B', at: start + 100, sent: { Id: 'one' } })
    expect(says(twice, [first, again]).judged).toBe('fail')
  })
})

test('proofs count before contradictions', () => {
  const found = (said: 'proves' | 'contradicts') => ({
    says: said,
    confidence: 'likely' as const,
    missing: null,
    isBySoftware: false,
    isOwnAnswer: false,
  })
  expect(judgementOf(pays, [found('contradicts'), found('proves')])).toMatchObject({
    judged: 'success',
    confidence: 'likely',
    isConflicting: true,
  })
})

describe('a payment that failed', () => {
  const push = (change: Partial<RecordedRun>) =>
    run({
      operation: 'daraja.stk-push',
      isPayment: true,
      answer: { ResponseCode: '0', CheckoutRequestID: 'ws_1', MerchantRequestID: 'm_1' },
      sent: { Amount: 1, TransactionType: 'CustomerPayBillOnline', PartyA: '254708374149' },
      ...change,
    })
  const rules = rulesOf(systemOf('daraja').goLive.cases)
  const successes = new Set(
    systemOf('daraja').goLive.cases.flatMap(({ id, kind }) => (kind === 'success' ? [id] : [])),
  )
  const proved = (attempt: Attempt) =>
    judgeAttempt(rules, attempt, { now: start + 60_000 }).filter(
      ({ says, caseId }) => says === 'proves' && successes.has(caseId),
    )

  test('proves no success case, however far it came, and one that succeeded does', () => {
    expect(proved(push({ verdict: 'success' })).length).toBeGreaterThan(0)
    expect(proved(push({ verdict: 'failure', code: '1032' }))).toEqual([])
    const parts = judgeAttempt(rules, push({ verdict: 'failure', code: '1032' }), { now: start + 60_000 })
    expect(parts.find(({ says }) => says === 'part')?.missing).toContain('failed with 1032')
  })
})
