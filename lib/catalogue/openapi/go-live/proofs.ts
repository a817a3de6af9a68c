import { has, is, isAtLeast, isNoneOf, isNot, type Where } from '@/lib/catalogue/go-live-words'
import { sent } from './words'

export const code = 'response.body.output_ResponseCode'

export const accepted = is(code, 'INS-0')

export const succeeds = (operation: string) => ({
  expected: 'Success code.',
  proof: 'An exchange with INS-0.',
  records: [sent(operation, accepted)],
})

export const fails = (operation: string, ...where: Where) => ({
  kind: 'negative' as const,
  expected: 'A non-success code.',
  proof: 'An exchange without INS-0.',
  records: [sent(operation, ...where)],
})

export const refused = [has(code), isNot(code, 'INS-0')]

/** Refused for what it names, and not for its session, an id sent twice, its amount or too little money. */
export const refusedForItself = [
  isAtLeast('response.status', 400),
  has(code),
  isNoneOf(code, 'INS-0', 'INS-2', 'INS-10', 'INS-15', 'INS-2006'),
]
