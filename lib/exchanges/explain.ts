import type { Operation } from '@/lib/catalogue/types'
import { findOperation, systemOf } from '@/lib/systems'
import type { Phase } from '@/lib/wire/types'
import { obstaclesOf } from './obstacles'
import { nearPath } from './paths'
import { operationByForm, readAs } from './reading'
import type { Explanation, PhaseReport, Told } from './types'

/** Whether the provider turned the request away, by the answer that it gave. */
export const isRefused = (told: Told): boolean => {
  const { system, status, answer, operation, ended } = told
  const entry = operation === undefined ? operationByForm(told) : findOperation(operation)
  if (entry && ended !== 'find') {
    const { kind } = systemOf(system).read(entry, status, answer)
    if (kind !== 'unreadable') return kind === 'refused' || kind === 'failed'
  }
  return status >= 400
}

/** Why an emulated provider refused a request and what it would have taken, from what was kept of it. */
export const explainExchange = (told: Told): Explanation => {
  const named = told.operation === undefined ? undefined : findOperation(told.operation)
  const operation = named ?? operationByForm(told)
  const reading = readAs(told, operation)
  const refused = told.isRefused ?? isRefused(told)
  const near = operation
    ? undefined
    : nearPath(told.system, told, reading.sent.kind === 'values' ? reading.sent.values : {})
  const obstacles = refused ? obstaclesOf({ told, operation, reading, near }) : []
  const [first] = obstacles
  const meant = near ?? (named || !operation ? undefined : { operation, path: operation.path })
  return {
    ...(refused && { reason: first ? `${first.problem} ${first.accepted}`.trim() : fallback(told) }),
    obstacles,
    unread: reading.unread,
    phases: phasesOf(told, named, refused),
    // What ended it is told by the first obstacle.
    remarks: told.notes
      .slice(first ? 1 : 0)
      .filter((note) => obstacles.every(({ problem }) => problem !== note)),
    ...(meant && {
      meant: {
        operation: meant.operation.id,
        title: meant.operation.title,
        method: meant.operation.method,
        path: meant.path,
      },
    }),
  }
}

const fallback = ({ notes, status }: Told): string =>
  notes[0] ?? `The provider answered ${status} without saying more.`

const steps: [Phase, title: string][] = [
  ['find', 'Recognise the call'],
  ['authenticate', 'Trust the caller'],
  ['check', 'Check the fields'],
  ['handle', 'Carry it out'],
]

const phasesOf = ({ ended }: Told, operation: Operation | undefined, refused: boolean): PhaseReport[] => {
  if (ended === undefined) return []
  const at = steps.findIndex(([phase]) => phase === ended)
  return steps.map(([phase, title], index) => ({
    phase,
    state: index > at ? 'not-reached' : index === at && refused ? 'refused' : 'passed',
    sentence: phase === 'find' && operation ? `${title}: ${operation.title}` : title,
  }))
}
