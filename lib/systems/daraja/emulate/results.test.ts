import { describe, expect, test } from 'vitest'
import { darajaOperations } from '@/lib/catalogue/daraja'
import type { CallbackSpec, Json, Operation } from '@/lib/catalogue/types'
import { daraja } from '@/lib/systems/daraja'
import { objectOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { systemBench } from '@/tests/system-bench'

/** Names in their order and types, of everything but what differs from run to run. */
const shapeOf = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.entries(value).map(([name, inner]): Json => {
    if (name === 'Key') return `Key ${inner}`
    return [name, shapeOf(inner)]
  })
}

const resultOf = (body: Json) => objectOf(objectOf(body)?.Result)

const codeOf = ({ example }: CallbackSpec) => String(resultOf(example)?.ResultCode)

/** What the captured request said, where it is not what the example says. */
const asCaptured: Record<string, Values> = {
  'b2c-account-topup failure': { AccountReference: '20410001' },
  // Only tills have a merchant account.
  'b2b-historic-merchant success': { PartyA: '303030', PartyB: '303040' },
}

const played = (operation: Operation, spec: CallbackSpec): Json => {
  const bench = systemBench(daraja)
  const code = codeOf(spec)
  const request = bench.plan(operation, {
    Occassion: undefined,
    Occasion: undefined,
    ...asCaptured[`${operation.name} ${spec.variant}`],
  })
  if (code !== '0') request.headers.push(['X-Jaribu-Fault', `code; id=${code}`])
  bench.send(request)
  return bench.run()[0]?.body ?? null
}

const captured = darajaOperations.flatMap((operation) =>
  operation.callbacks
    .filter(({ kind, confirmed }) => kind === 'result' && confirmed)
    .map((spec): [string, Operation, CallbackSpec] => [
      `${operation.name} ${spec.variant ?? ''}`,
      operation,
      spec,
    ]),
)

describe('a result has the members, in their order and types, that were captured', () => {
  // The world has to know a payment first; its own tests compare these.
  const needsPayment = new Set(['reversal success', 'transaction-status success'])
  test.each(captured.filter(([name]) => !needsPayment.has(name)))('%s', (_, operation, spec) => {
    const result = played(operation, spec)
    expect(shapeOf(result)).toEqual(shapeOf(spec.example))
    expect(resultOf(result)).toMatchObject({
      ResultCode: resultOf(spec.example)?.ResultCode,
      ResultDesc: resultOf(spec.example)?.ResultDesc,
    })
  })
})

describe('what a failed result says', () => {
  const failed = (name: string) => {
    const found = captured.find(([title]) => title === `${name} failure`)
    if (!found) throw new Error(name)
    return resultOf(played(found[1], found[2]))
  }

  test('an account balance of a locked operator says so, with the blank at its end', () =>
    expect(JSON.stringify(failed('account-balance'))).toContain(
      '{"Key":"ErrorMsg","Value":"API Password is locked. "}',
    ))

  test('a failed B2Pochi names who would have been paid, and has no receipt', () => {
    const result = failed('b2pochi')
    expect(JSON.stringify(result?.ResultParameters)).toMatch(/"CreditPartyName","Value":"254\d{9} - /)
    expect(result?.TransactionID).toMatch(/0{6,}$/)
  })
})
