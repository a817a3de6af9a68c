import { has, isAtLeast, isNoneOf, isNot } from '@/lib/catalogue/go-live-words'
import { code, proofsOf } from '@/lib/catalogue/vodacom-proofs'
import { sent } from './words'

export { accepted, code } from '@/lib/catalogue/vodacom-proofs'

export const { succeeds, fails } = proofsOf(sent, 'Success code.')

export const refused = [has(code), isNot(code, 'INS-0')]

/** Refused for what it names, and not for its session, an id sent twice, its amount or too little money. */
export const refusedForItself = [
  isAtLeast('response.status', 400),
  has(code),
  isNoneOf(code, 'INS-0', 'INS-2', 'INS-10', 'INS-15', 'INS-2006'),
]
