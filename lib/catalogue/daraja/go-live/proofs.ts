import type { Condition } from '@/lib/catalogue/go-live'
import { is, isAtLeast, isNoneOf, isOneOf, matches, type Where } from '@/lib/catalogue/go-live-words'
import { called, sent } from './words'

/** The gateway took the request. */
export const accepted = is('response.body.ResponseCode', '0')

/** Refused at once, with a message about this. */
export const refused = (about: RegExp): Condition[] => [
  isAtLeast('response.status', 400),
  matches('response.body.errorMessage', about),
]

/** Two sheets on M-Pesa Express: the gateway refuses a value, with a message about its field. */
export const refusesOf =
  (operation: string) =>
  (field: string, about: RegExp, ...where: Where) => ({
    kind: 'negative' as const,
    expected: `Refused with an error about ${field}.`,
    proof: `An exchange that answered with an error about ${field}.`,
    records: [sent(operation, ...where, refused(about))],
  })

export const urlWithPort = /^https?:\/\/[^/:]+:\d+/
export const urlWithHost = /^https?:\/\/[^/]+/

const resultCode = 'body.Result.ResultCode'

export const result = (code: number | string, ...where: Where) =>
  called('result', is(resultCode, code), ...where)

export const resultOneOf = (...codes: (number | string)[]) => called('result', isOneOf(resultCode, ...codes))

/** The other party is unknown, or cannot be paid. */
export const resultOfParty = resultOneOf(7, 12, 14, 2028, 2040, 'SFC_IC0003')

/**
 * A failure that is the request's own: not 0, a fault of the core (17), a wrong password (18), a busy core (26) or a
 * locked credential (8006), which may meet any request, nor one of these.
 */
export const failedResult = (...norOneOf: (number | string)[]) =>
  called('result', isNoneOf(resultCode, 0, 17, 18, 26, 8006, ...norOneOf))

/** What became of a prompt on a phone. */
export const promptResult = (code: number | string) => called('stk-result', is(promptCode, code))
export const promptResultOneOf = (...codes: (number | string)[]) =>
  called('stk-result', isOneOf(promptCode, ...codes))
const promptCode = 'body.Body.stkCallback.ResultCode'

/** What a payment has to bring to be a success. */
export const succeeds = (operations: string | readonly string[], ...where: Where) => ({
  expected: 'Accepted; result 0.',
  proof: 'Accepted exchange and result 0.',
  records: [sent(operations, ...where, accepted), result(0)],
})
