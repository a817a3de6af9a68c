import { expect, test } from 'vitest'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { findOperation, systems } from '@/lib/systems'
import { readTracked, trackedFiles } from './repository'

/** Who may name a system, and why. */
const mayName: [pattern: RegExp, reason: string][] = [
  [/^lib\/(systems|catalogue)\/(daraja|openapi|mozambique|g2)\//, 'the system itself'],
  [/^lib\/systems\/list\.ts$/, 'the only list of systems'],
  [/^lib\/systems\/kenya\//, 'what two systems share because they share a country'],
  [/^lib\/catalogue\/first-operation\.ts$/, 'where newcomers are sent'],
  [/^lib\/guides\//, 'guides, which are about what one system or another does'],
  [/^lib\/msisdn\/markets\.ts$/, 'a country of the same name'],
  [/^(app\/\(workspace\)|lib\/workspace)\/tools\//, 'tools that make one system’s values'],
  [
    /^app\/\(workspace\)\/sandbox\/(openapi|mozambique)\/|^(components|lib\/workspace)\/portal\/|^lib\/api\/portal\.ts$/,
    'what only that provider’s portal has',
  ],
  [/^components\/sandbox\/mozambique-|^lib\/door\/ports/, 'its account'],
  [/^app\/\(auth\)\/join\/|^components\/auth\/join-/, 'an invitation to an organisation of that portal'],
]

const ids = systems.map(({ id }) => id).join('|')
/** As a text of its own, at the start of an operation's id, or as a step of a path. */
const naming = new RegExp(`['"\`](${ids})['"\`.]|/(${ids})/|(?:systems|catalogue)/(${ids})['"]`)

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')

test('no shared file names a system: a new one is its folder, its entries, its presets and a line in the list', () => {
  const shared = trackedFiles().filter(
    (file) =>
      /^(app|components|lib|db)\/.*\.tsx?$|^instrumentation\.ts$/.test(file) &&
      !/\.test\.tsx?$/.test(file) &&
      !mayName.some(([pattern]) => pattern.test(file)),
  )
  const offences = shared.flatMap((file) =>
    withoutComments(readTracked(file))
      .split('\n')
      .filter((line) => naming.test(line))
      .map((line) => `${file}: ${line.trim().slice(0, 100)}`),
  )
  expect(offences).toEqual([])
})

test('every exception is used', () => {
  const files = trackedFiles()
  const idle = mayName.filter(([pattern]) => !files.some((file) => pattern.test(file)))
  expect(idle.map(([, reason]) => reason)).toEqual([])
})

test('the operation for newcomers is there, and its system is the first', () => {
  const operation = findOperation(firstOperation.id)
  expect(operation?.direction).toBe('outbound')
  expect(firstOperation.path).toBe(`/try/${operation?.system}/${operation?.name}`)
  expect(firstOperation.emulator).toBe(`/emulator/${systems[0]?.id}`)
})
