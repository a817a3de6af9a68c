import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Json } from '@/lib/catalogue/types'
import type { FaultKind } from '@/lib/world/types'

type Earlier = { operation: string; change?: Record<string, Json>; isOpen?: boolean }

/** How the request differs from the golden one, so that the emulator gives this message. */
export type Provocation = {
  change?: Record<string, Json>
  /** Calls before it. `{receipt}` and `{CheckoutRequestID}` in later values stand for what they brought. */
  before?: Earlier[]
  /** Calls after it, for what it sets up. */
  after?: Earlier[]
  /** The bearer goes missing, or is one that was never given out. */
  authorization?: 'none' | 'unknown'
  fault?: FaultKind
  isStrict?: boolean
  /** What the provider's own pages keep of the account. */
  account?: Record<string, Json>
}

type GoldenMessage = {
  name: string
  /** What our side reads in it. */
  meaning: string
  provoke?: Provocation
  /** Members, or whole groups, that differ from call to call in a way that no form tells. */
  varies?: string[]
  /** Why the emulator gives something else, or never this. */
  note?: string
}

type GoldenAnswer = GoldenMessage & { httpStatus: number; body: Json }
type GoldenCallback = GoldenMessage & {
  body: Json
  /** Where it arrives, when only the address tells what it is. */
  path?: string
  /** What the receiver answers. */
  owed?: { httpStatus: number; body: Json }
}

/** The messages of one operation as they go over the wire. */
export type GoldenExample = {
  operation: string
  /** Where another than the first local environment is meant. */
  market?: string
  request?: Json
  /** Members that the system adds although the request here has none, or fills for itself. */
  filled?: string[]
  answers: GoldenAnswer[]
  callbacks: GoldenCallback[]
}

export const goldenExamples = (system: string): GoldenExample[] => {
  const folder = path.join(import.meta.dirname, 'golden', system)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as GoldenExample)
}

/** What two texts have in common when they are ids, stamps or amounts: the form that both have. */
const forms: RegExp[] = [
  /^AG_\d{8}_[0-9a-f]{20}$/,
  /^ws_CO_\d{14,17}\d{9}$/,
  /^[A-Z]{3}[0-9A-Z]{7}$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^[0-9a-f]{4}(-[0-9a-f]{4}){2}-[0-9a-f]{15,30}$/,
  /^[0-9a-f]{32}$/,
  /^[0-9a-f]{64}$/,
  /^(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z]{12}$/,
  /^(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z]{28}$/,
  /^20\d{6}$/,
  /^20\d{12}$/,
  /^20\d\d-\d\d-\d\d( |T)\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/,
  /^\d\d-\d\d-20\d\d \d\d:\d\d$/,
  /^\d\d\.\d\d\.20\d\d \d\d:\d\d:\d\d$/,
]

/** Members that hold one name and value each, so that their order says nothing. */
const named = (list: Json[]): Record<string, Json> | undefined => {
  const entries = list.map((item): [string, Json] | undefined => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
    const name = item.Key ?? item.Name
    return typeof name === 'string' ? [name, item] : undefined
  })
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined
}

const typeOf = (value: Json) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** Where `given` is not what `wanted` shows: a member too many or missing, another type, form or text. */
export const differences = (wanted: Json, given: Json, varies: readonly string[] = [], at = ''): string[] => {
  const isFree = varies.includes(at.split('.').at(-1) ?? '') || varies.includes(at)
  if (isFree && typeof wanted === 'object' && typeof given === 'object') return []
  if (typeOf(wanted) !== typeOf(given)) {
    return [`${at}: ${JSON.stringify(given)} is no ${typeOf(wanted)} like ${JSON.stringify(wanted)}`]
  }
  if (Array.isArray(wanted) && Array.isArray(given)) {
    const [names, others] = [named(wanted), named(given)]
    if (names && others) return differences(names, others, varies, at)
    if (wanted.length !== given.length) return [`${at}: ${given.length} instead of ${wanted.length}`]
    return wanted.flatMap((one, index) => differences(one, given[index] ?? null, varies, `${at}.${index}`))
  }
  if (typeof wanted === 'object' && wanted !== null && typeof given === 'object' && given !== null) {
    const [one, other] = [wanted as Record<string, Json>, given as Record<string, Json>]
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) => {
      const place = at === '' ? name : `${at}.${name}`
      const [here, there] = [one[name], other[name]]
      if (here === undefined) return varies.includes(place) ? [] : [`${place}: is too many`]
      if (there === undefined) return varies.includes(place) ? [] : [`${place}: is missing`]
      return differences(here, there, varies, place)
    })
  }
  const [text, other] = [String(wanted), String(given)]
  const isAlike = isFree || text === other || forms.some((form) => form.test(text) && form.test(other))
  return isAlike ? [] : [`${at}: ${JSON.stringify(given)} instead of ${JSON.stringify(wanted)}`]
}
