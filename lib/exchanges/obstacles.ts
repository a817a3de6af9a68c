import type { Operation } from '@/lib/catalogue/types'
import { systemOf } from '@/lib/systems'
import { fieldIn, fieldObstacles } from './fields'
import { callsAt, type NearPath } from './paths'
import type { Reading } from './reading'
import { readSent } from './sent'
import type { Obstacle, Told } from './types'

type Case = { told: Told; operation: Operation | undefined; reading: Reading; near: NearPath | undefined }

/** What stood in the way of a refused request: what decided first, then what would have been next. */
export const obstaclesOf = ({ told, operation, reading, near }: Case): Obstacle[] => {
  const [note] = told.notes
  if (told.ended === undefined) return []
  if (told.ended === 'find') {
    if (operation) return [wrongMethod(operation, note)]
    const [here] = note?.startsWith('No such path') ? [] : callsAt(told.system, told.path)
    if (!here) return [wrongPath(told, near)]
    return [here.method === told.method ? unreadBody(told, here, note) : wrongMethod(here, note)]
  }
  if (!operation) return []
  if (told.ended !== 'authenticate') return checked(told, operation, reading)
  const [turnedAway, isAddress] = notTrusted(told, operation)
  return isAddress ? [turnedAway] : [turnedAway, ...ofFields(operation, reading, undefined)]
}

const wrongPath = ({ method, path, system }: Told, near: NearPath | undefined): Obstacle => ({
  about: 'path',
  problem: `${systemOf(system).title} has no call ${method} ${path.slice(0, 120)}.`,
  accepted: near
    ? `${near.difference} Send ${near.operation.method} ${near.path} for ${near.operation.title}.`
    : 'No call of this provider is near it; the reference lists them all.',
  sent: `${method} ${path.slice(0, 160)}`,
  ...(near && { example: `${near.operation.method} ${near.path}` }),
})

const wrongMethod = (operation: Operation, note: string | undefined): Obstacle => ({
  about: 'method',
  problem: note ?? `${operation.path} takes ${operation.method}.`,
  accepted: `Send it as ${operation.method}.`,
  example: `${operation.method} ${operation.path}`,
})

/** The path is right, and what was posted there names no call. */
const unreadBody = (told: Told, here: Operation, note: string | undefined): Obstacle => {
  const sent = readSent(told, here)
  if (sent.kind === 'unreadable') return { about: 'body', problem: sent.problem, accepted: sent.accepted }
  const names = callsAt(told.system, told.path).map(({ title }) => title)
  return {
    about: 'body',
    problem: note ?? 'The body names no call.',
    accepted: `This address takes the messages of ${names.slice(0, 6).join(', ')}.`,
  }
}

const notTrusted = (told: Told, operation: Operation): [Obstacle, isAddress: boolean] => {
  const [note = 'The caller is not known.'] = told.notes
  // Some gateways look at method and port in the same step as at the caller.
  if (/ takes [A-Z]+\.$| is on port \d+/.test(note)) return [wrongMethod(operation, note), true]
  const accepted = systemOf(told.system).entrance?.(operation) ?? operation.auth.note ?? ''
  return [{ about: 'authentication', problem: note, accepted }, false]
}

const ofFields = (
  operation: Operation,
  { sent, items, unread }: Reading,
  note: string | undefined,
): Obstacle[] =>
  sent.kind === 'unreadable'
    ? [{ about: 'body', problem: sent.problem, accepted: sent.accepted }]
    : fieldObstacles(operation, items, note, unread)

const checked = (told: Told, operation: Operation, reading: Reading): Obstacle[] => {
  const [note] = told.notes
  const found = ofFields(operation, reading, note)
  if (reading.sent.kind === 'unreadable' || fieldIn(operation, note)) return found
  if (note === undefined && found.length > 0 && told.ended === 'check') return found
  const rule = ruleOf(told, operation)
  return rule ? [rule, ...found] : found
}

/** A refusal by a rule of the payment, in the words of the emulator and of the table of codes. */
const ruleOf = ({ notes, system, status, answer }: Told, operation: Operation): Obstacle | undefined => {
  const outcome = systemOf(system).read(operation, status, answer)
  const code = 'code' in outcome ? outcome.code : undefined
  const message = outcome.description
  const row =
    code === undefined ? undefined : systemOf(system).explain(code, { operation: operation.id, message })
  const problem = notes[0] ?? row?.cause ?? message
  if (!problem) return undefined
  const isType = /^Content-Type is not/.test(problem)
  return {
    about: isType ? 'content-type' : 'rule',
    problem,
    accepted: isType ? `Send Content-Type: ${contentTypeOf(operation)}.` : (row?.cure ?? ''),
  }
}

const contentTypeOf = ({ body }: Operation) => (body === 'xml' ? 'text/xml' : 'application/json')
