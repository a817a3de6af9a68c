import { is, type Where } from '@/lib/catalogue/go-live-words'
import { sent } from './words'

export const code = 'response.body.output_ResponseCode'

export const accepted = is(code, 'INS-0')

export const succeeds = (operation: string) => ({
  expected: 'INS-0.',
  proof: 'An exchange with INS-0.',
  records: [sent(operation, accepted)],
})

export const fails = (operation: string, ...where: Where) => ({
  kind: 'negative' as const,
  expected: 'A non-success code.',
  proof: 'An exchange without INS-0.',
  records: [sent(operation, ...where)],
})
