import type { EvidenceRecord } from './go-live'
import { is, type Where } from './go-live-words'

/** Both of Vodacom's systems say by an INS code how a call ended. */
export const code = 'response.body.output_ResponseCode'

export const accepted = is(code, 'INS-0')

/** How the sheets of one of them prove that a call succeeds or fails. */
export const proofsOf = (sent: (operation: string, ...where: Where) => EvidenceRecord, success: string) => ({
  succeeds: (operation: string) => ({
    expected: success,
    proof: 'An exchange with INS-0.',
    records: [sent(operation, accepted)],
  }),
  fails: (operation: string, ...where: Where) => ({
    kind: 'negative' as const,
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [sent(operation, ...where)],
  }),
})
