import type { ConfigFile, Setting, Unread } from '@/lib/config-files'
import type { CredentialSpec } from '@/lib/systems/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { keyMaterialIn, type NameMeaning, nameReader, type Scope, wordsOf } from './credential-names'
import { declaredScopes, type KnownHost, scopeOfText } from './declared-scope'
import { type RequestReader, settingsOfRequests } from './request-credentials'

/** What somebody's file says, matched with the credentials that a system knows. */
export type ReadCredentials = {
  format: string
  recognised: { name: string; key: string; line: number | null; value: string; note: string | null }[]
  /** Of the other kind of environment: never taken into this one. */
  elsewhere: { name: string; key: string; line: number | null; kind: Scope; reason: string }[]
  /** What is no credential or no value, and what was not taken. */
  unknown: Unread[]
}

export type CredentialReader = {
  specs: readonly CredentialSpec[]
  /** The environment that the values are for. */
  kind: EnvironmentKind
  hosts: readonly KnownHost[]
  request?: RequestReader
}

type Candidate = { setting: Setting; meaning: NameMeaning; scope: Scope | undefined; rank: number }

export const readCredentials = (file: ConfigFile, reader: CredentialReader): ReadCredentials => {
  const wanted: Scope = reader.kind === 'production' ? 'production' : 'sandbox'
  const result: ReadCredentials = {
    format: file.format,
    recognised: [],
    elsewhere: [],
    unknown: [...file.unread],
  }
  const candidates: Candidate[] = []
  for (const candidate of candidatesOf(file, reader, result)) {
    if (candidate.scope === undefined || candidate.scope === wanted) candidates.push(candidate)
    else result.elsewhere.push(elsewhere(candidate, candidate.scope))
  }
  for (const spec of reader.specs) {
    take(
      candidates.filter(({ meaning }) => meaning.spec.name === spec.name),
      result,
    )
  }
  const order = (line: number | null) => line ?? 0
  for (const list of [result.recognised, result.elsewhere, result.unknown])
    list.sort((one, other) => order(one.line) - order(other.line))
  return result
}

const leaveOut = ({ where, line }: Setting, reason: string, { unknown }: ReadCredentials): void => {
  unknown.push({ key: where, line, reason })
}

const candidatesOf = (file: ConfigFile, reader: CredentialReader, result: ReadCredentials): Candidate[] => {
  const nameOf = nameReader(reader.specs)
  const declared = declaredScopes(file.settings, reader.hosts)
  const ofFile = file.settings.flatMap((setting): Candidate[] => {
    const meaning = nameOf(setting.path)
    if (!meaning) leaveOut(setting, strangeness(setting), result)
    else if (isValue(setting, meaning.spec, result)) {
      const scope =
        meaning.scope ??
        (setting.context ?? [])
          .toReversed()
          .map((text) => scopeOfText(text, reader.hosts))
          .find((one) => one !== undefined) ??
        declared(setting.path)?.scope
      return [{ setting, meaning, scope, rank: meaning.isShared ? 2 : meaning.product ? 1 : 0 }]
    }
    return []
  })
  const ofRequests = settingsOfRequests(file.requests, reader).flatMap(({ setting, spec }): Candidate[] => {
    // A reference is the variable's, which is listed by itself.
    if (setting.value === undefined || !isValue(setting, spec, result)) return []
    const scope = (setting.context ?? [])
      .map((text) => scopeOfText(text, reader.hosts))
      .findLast((one) => one !== undefined)
    return [{ setting, meaning: { spec, scope, product: undefined, isShared: false }, scope, rank: 3 }]
  })
  return [...ofFile, ...ofRequests]
}

const strangeness = ({ path }: Setting): string => {
  const material = keyMaterialIn(wordsOf(path.at(-1) ?? ''))
  if (material === 'private') return 'It is a private key: no environment asks for one here.'
  if (material === 'public')
    return 'It is a public key or certificate, no credential: the environment has a place of its own for it.'
  return 'No credential of this system has this name.'
}

/** Says why not, where what stands there is no value of this credential. */
const isValue = (setting: Setting, spec: CredentialSpec, result: ReadCredentials): boolean => {
  const { value } = setting
  const mistaken = spec.mistaken?.find(
    ({ pattern }) => value !== undefined && new RegExp(pattern).test(value),
  )
  const reason =
    value === undefined
      ? (setting.not ?? 'It is no value.')
      : value === ''
        ? 'It is empty, so it changes nothing.'
        : mistaken?.reason
  if (reason !== undefined) leaveOut(setting, reason, result)
  return reason === undefined
}

const elsewhere = ({ setting, meaning }: Candidate, kind: Scope): ReadCredentials['elsewhere'][number] => ({
  name: meaning.spec.name,
  key: setting.where,
  line: setting.line,
  kind,
  reason:
    kind === 'production'
      ? 'It is of a production environment, and this is none.'
      : 'It is of a sandbox, and this is production.',
})

/** One value for one credential: the plainest name, and what is said for this environment before what is said for any. */
const take = (candidates: readonly Candidate[], result: ReadCredentials): void => {
  const best = Math.min(...candidates.map(rankOf))
  const first = candidates.filter((candidate) => rankOf(candidate) === best)
  const chosen = first.at(-1)
  if (!chosen) return
  const others = first.filter(({ setting }) => setting.value !== chosen.setting.value)
  if (others.some((other) => !isOneList(other, chosen))) {
    const keys = first
      .map(({ setting }) => setting.where)
      .filter((key, index, all) => all.indexOf(key) === index)
    for (const { setting } of first) leaveOut(setting, conflict(keys), result)
    return
  }
  const { setting, meaning } = chosen
  result.recognised.push({
    name: meaning.spec.name,
    key: setting.where,
    line: setting.line,
    value: setting.value ?? '',
    note: setting.note ?? null,
  })
  for (const other of candidates) {
    if (other !== chosen) leaveOut(other.setting, lost(other, chosen), result)
  }
}

const rankOf = ({ rank, scope }: Candidate): number => rank * 2 + (scope === undefined ? 1 : 0)

/** Where one name is said twice in one list, the later one counts, as in every such file. */
const isOneList = (one: Candidate, other: Candidate): boolean =>
  one.meaning.product === other.meaning.product && listOf(one.setting) === listOf(other.setting)

const listOf = ({ where, path }: Setting): string => where.slice(0, where.length - (path.at(-1)?.length ?? 0))

const conflict = (keys: readonly string[]): string =>
  keys.length > 1
    ? `${keys.slice(0, 3).join(' and ')} say different things, and an environment has one: paste the one that is meant.`
    : 'It is said with different values: paste the one that is meant.'

const lost = (other: Candidate, chosen: Candidate): string => {
  const { where } = chosen.setting
  if (other.setting.value === chosen.setting.value) return `${where} says the same.`
  if (other.meaning.product) return `It is for ${other.meaning.product} only; ${where} is for all.`
  if (other.meaning.isShared) return `${where} says it by its own name.`
  return rankOf(other) === rankOf(chosen)
    ? `${where} below it says something else, and the later one counts.`
    : `${where} says it for this environment.`
}
