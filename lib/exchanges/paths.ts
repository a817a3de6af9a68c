import type { Operation, SystemId } from '@/lib/catalogue/types'
import { systemOf, systems } from '@/lib/systems'
import { distance } from '@/lib/systems/shared/nearest'
import { tidyPath } from '@/lib/wire/http'

/** An operation that was probably meant, the path that would have been right, and in what the one that was sent differs. */
export type NearPath = { operation: Operation; path: string; difference: string }

type Known = { operation: Operation; path: string }

/** Where a system's calls begin below its emulator: a part of the path that stands for the provider's environment. */
const prefixOf = (system: SystemId): string =>
  systemOf(system)
    .presets.find(({ kind }) => kind === 'local')
    ?.baseUrl.replace(`/emulator/${system}`, '') ?? ''

/** Every path of a system, with names in braces as they stand in what was sent. */
const pathsOf = (system: SystemId, sent: string): Known[] =>
  systemOf(system)
    .operations.filter(({ direction }) => direction === 'outbound')
    .flatMap((operation) =>
      [operation.path, ...(operation.otherPaths ?? [])].map((path) => ({
        operation,
        path: tidyPath(`${prefixOf(system)}${filled(path, sent)}`),
      })),
    )

/** A market in the path is kept as it was sent, or is one that there is. */
const filled = (template: string, sent: string): string => {
  if (!template.includes('{')) return template
  const [before = ''] = template.split('{')
  const at = sent.toLowerCase().indexOf(before.toLowerCase())
  const given = at < 0 ? '' : (sent.slice(at + before.length).split('/')[0] ?? '')
  return template.replace(/\{[^}]*\}/, /^vodacom[a-z]{3}$/i.test(given) ? given : 'vodacomTZN')
}

/** The calls that live at a path as it is. */
export const callsAt = (system: SystemId, path: string): Operation[] =>
  pathsOf(system, path)
    .filter((known) => same(known.path, tidyPath(path)))
    .map(({ operation }) => operation)

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
const versionless = (path: string) => path.toLowerCase().replace(/\/v\d+x?(?=\/|$)/g, '/v')

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** In what a path may differ from a known one, the surest first. */
const differences: [difference: string, isSo: (sent: string, known: string) => boolean][] = [
  ['Only capitals differ.', same],
  ['The version is another one.', (sent, known) => versionless(sent) === versionless(known)],
  [
    'Something stands before it; check the base URL.',
    (sent, known) => sent.toLowerCase().endsWith(known.toLowerCase()),
  ],
  [
    'Its beginning is missing; check the base URL.',
    (sent, known) => segments(sent) > 1 && known.toLowerCase().endsWith(sent.toLowerCase()),
  ],
  [
    'Something follows it that does not belong there.',
    (sent, known) => segments(known) > 1 && sent.toLowerCase().startsWith(known.toLowerCase()),
  ],
  [
    'Its end is missing.',
    (sent, known) => segments(sent) > 2 && known.toLowerCase().startsWith(`${sent.toLowerCase()}/`),
  ],
]

const segments = (path: string) => path.split('/').filter((part) => part !== '').length

/** The part of what clients join by mistake that is a path: `/https://host/mpesa/…`, `/emulator/x/mpesa/…`, `/a/b?c=d`. */
const bare = (sent: string): string =>
  tidyPath(
    decoded(sent)
      .trim()
      .replace(/^\/?https?:\/+[^/]+/i, '')
      .replace(/^\/emulator\/[^/]+(?=\/)/, '')
      .replace(/[?&#].*$/s, '')
      .replace(/\/{2,}/g, '/') || '/',
  )

/** How much of what an operation needs is there, from 0 to 1; the command tells apart those of one form. */
const likenessTo = (operation: Operation, values: Readonly<Record<string, unknown>>): number => {
  const required = operation.fields.filter(({ required, in: place }) => required && place !== 'header')
  if (required.length === 0) return 0
  const sent = new Set(Object.keys(values).map((name) => name.toLowerCase()))
  const found = required.filter((field) => sent.has(field.name.toLowerCase()))
  const fixed = found.filter(
    (field) =>
      field.const === values[field.name] || field.choices?.some(({ value }) => value === values[field.name]),
  )
  const strange = sent.size - operation.fields.filter(({ name }) => sent.has(name.toLowerCase())).length
  return (found.length + fixed.length - strange / 2) / (required.length + required.filter(isFixed).length)
}

const isFixed = ({ const: only, choices }: Operation['fields'][number]) =>
  only !== undefined || choices !== undefined

/** The one of several candidates whose fields the request has. */
const likeliest = (
  found: readonly Known[],
  method: string,
  values: Readonly<Record<string, unknown>>,
): Known | undefined => {
  const rated = found.map((known) => ({
    known,
    points: likenessTo(known.operation, values) + (known.operation.method === method ? 0.5 : 0),
  }))
  return rated.sort((a, b) => b.points - a.points)[0]?.known
}

/** What a request to an unknown path was probably meant for. */
export const nearPath = (
  system: SystemId,
  { method, path: raw }: { method: string; path: string },
  values: Readonly<Record<string, unknown>>,
): NearPath | undefined => {
  const sent = bare(raw)
  const own = pathsOf(system, sent)
  const choose = (found: readonly Known[], difference: string): NearPath | undefined => {
    const known = likeliest(found, method, values)
    return known && { ...known, difference }
  }
  if (sent !== tidyPath(raw)) {
    const exact = choose(
      own.filter(({ path }) => same(path, sent)),
      /https?:|emulator/i.test(decoded(raw))
        ? 'The base URL stands in it twice.'
        : 'Something is glued to its end.',
    )
    if (exact) return exact
  }
  for (const [difference, isSo] of differences) {
    const near = choose(
      own.filter(({ path }) => isSo(sent, path)),
      difference,
    )
    if (near) return near
  }
  return elsewhere(system, sent, choose) ?? spelled(own, sent, choose) ?? byFields(own, values)
}

type Choose = (found: readonly Known[], difference: string) => NearPath | undefined

/** The path of another provider: the base URL is that of the wrong system. */
const elsewhere = (system: SystemId, sent: string, choose: Choose): NearPath | undefined => {
  for (const other of systems) {
    if (other.id === system) continue
    const found = pathsOf(other.id, sent).filter(
      ({ path }) => segments(path) > 1 && (same(path, sent) || same(path, `${prefixOf(other.id)}${sent}`)),
    )
    const near = choose(found, `It is a path of ${other.title}, whose emulator is at /emulator/${other.id}.`)
    if (near) return { ...near, path: `/emulator/${other.id}${near.path}` }
  }
  return undefined
}

/** Misspelt, or with words in another order. */
const spelled = (own: readonly Known[], sent: string, choose: Choose): NearPath | undefined => {
  const words = wordsOf(sent)
  const rated = own.map((known) => ({
    known,
    change: distance(sent.slice(0, 120).toLowerCase(), known.path.toLowerCase()) / known.path.length,
    shared: wordsOf(known.path).filter((word) => words.includes(word)).length / Math.max(1, words.length),
  }))
  const best = Math.min(...rated.map(({ change, shared }) => change - shared / 2))
  const near = rated.filter(({ change, shared }) => change - shared / 2 === best && change < 0.5)
  return choose(
    near.map(({ known }) => known),
    'The spelling is another one.',
  )
}

const wordsOf = (path: string) =>
  path
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)

/** Nothing in the path tells, but the fields do. */
const byFields = (own: readonly Known[], values: Readonly<Record<string, unknown>>): NearPath | undefined => {
  const [best] = own
    .map((known) => ({ known, points: likenessTo(known.operation, values) }))
    .sort((a, b) => b.points - a.points)
  return best && best.points >= 0.7
    ? { ...best.known, difference: `Its fields are those of ${best.known.operation.title}.` }
    : undefined
}
