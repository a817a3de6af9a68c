import { expect, test } from 'vitest'
import { timings } from '@/lib/world/settings'
import { emulator } from '@/tests/emulator'

const push = '/mpesa/stkpush/v1/processrequest'
const query = '/mpesa/stkpushquery/v1/query'

const measured = () => emulator({ timing: 'as-measured', ...timings['as-measured'] })

const pushTo = (sandbox: ReturnType<typeof emulator>, msisdn: string) => {
  const { json } = sandbox.send(push, sandbox.stkBody({ PhoneNumber: msisdn }))
  const { BusinessShortCode = '', Password = '', Timestamp = '' } = sandbox.stkBody()
  const { CheckoutRequestID } = json as { CheckoutRequestID: string }
  return () => sandbox.send(query, { BusinessShortCode, Password, Timestamp, CheckoutRequestID })
}

/** What a query says when it is not one of those that decide nothing. */
const told = (ask: ReturnType<typeof pushTo>) => {
  for (;;) {
    const { answer, json } = ask()
    if (answer.status === 200) return (json as { ResultCode: string }).ResultCode
    expect(json).toMatchObject({
      errorCode: '500.001.1001',
      errorMessage: 'The transaction is being processed',
    })
  }
}

const codeOf = (sent: ReturnType<ReturnType<typeof emulator>['run']>) =>
  sent.map(({ body }) => (body.Body as { stkCallback: { ResultCode: number } }).stkCallback.ResultCode)

test.each([
  ['254708374149', '1037'],
  ['254700001037', '1037'],
  ['254700001019', '1019'],
])(
  'a silent phone %s is known to a query from 14 seconds on, and called back after 26, once',
  (msisdn, code) => {
    const sandbox = measured()
    const ask = pushTo(sandbox, msisdn)
    expect(told(ask)).toBe('4999')
    expect(sandbox.run(13_900)).toEqual([])
    expect(told(ask)).toBe('4999')
    expect(sandbox.run(200)).toEqual([])
    expect(told(ask)).toBe(code)
    expect(sandbox.run(11_800)).toEqual([])
    expect(codeOf(sandbox.run(200))).toEqual([Number(code)])
    expect(sandbox.run(3_600_000)).toEqual([])
    expect(told(ask)).toBe(code)
  },
)

test('about one query in five of an open prompt decides nothing, none of a closed one', () => {
  const sandbox = measured()
  const ask = pushTo(sandbox, '254711000100')
  const undecided = () =>
    Array.from({ length: 200 }, () => ask().answer.status).filter((status) => status === 500)
  expect(undecided().length).toBeGreaterThan(20)
  expect(undecided().length).toBeLessThan(70)
  expect(codeOf(sandbox.run(15_100))).toEqual([0])
  expect(undecided()).toEqual([])
})

test('a quick sandbox answers at once and tells every query the same', () => {
  const sandbox = emulator()
  const ask = pushTo(sandbox, '254708374149')
  expect(new Set(Array.from({ length: 50 }, () => told(ask)))).toEqual(new Set(['4999']))
  expect(codeOf(sandbox.run(1100))).toEqual([0])
})

test.each([
  ['254700001032', 'Request Cancelled by user.', 'Request cancelled by user'],
  ['254700001037', 'No response from user.', 'DS timeout user cannot be reached.'],
])('the end of %s is worded by its channel', (msisdn, callback, answer) => {
  const sandbox = emulator()
  const ask = pushTo(sandbox, msisdn)
  expect(JSON.stringify(sandbox.run()[0]?.body)).toContain(`"ResultDesc":"${callback}"`)
  expect(ask().json).toMatchObject({ ResultDesc: answer })
})
