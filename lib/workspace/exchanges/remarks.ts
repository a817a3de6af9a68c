import { explainExchange } from '@/lib/exchanges/explain'
import type { Emulated, WireMessage } from '@/lib/wire/types'

/** What goes before everything else in the header; a long one would crowd out the rest. */
const longest = 400

/** A refusal is looked into; whatever passed, and most of what a fault did, has no reason to tell. */
const isWorthALook = ({ answer, ended, notes, fault }: Emulated): boolean =>
  fault === undefined &&
  ended !== undefined &&
  (answer.status >= 400 || (ended !== 'handle' && notes.length > 0))

/** What travels beside an answer: of a refusal first why, and what would have been accepted. */
export const remarksOf = (system: string, message: WireMessage, emulated: Emulated): readonly string[] => {
  if (!isWorthALook(emulated)) return emulated.notes
  const { answer, notes, operation, ended } = emulated
  const { reason } = explainExchange({
    system,
    method: message.method,
    path: message.path,
    query: message.query,
    headers: message.headers,
    body: Buffer.from(message.body).toString('utf8'),
    status: answer.status,
    answer: Buffer.from(answer.body).toString('utf8'),
    notes,
    ...(operation !== undefined && { operation }),
    ...(ended !== undefined && { ended }),
  })
  if (reason === undefined) return notes
  // The first remark says less of the same; a path that was probably meant it may name otherwise.
  const [first, ...others] = notes
  const isOther = first !== undefined && ended === 'find' && !reason.includes(first)
  return [reason.slice(0, longest), ...(isOther ? [first] : []), ...others]
}
