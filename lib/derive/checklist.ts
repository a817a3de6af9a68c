import { maskMsisdn, parseMsisdn } from '@/lib/msisdn'
import type { Market } from '@/lib/msisdn/markets'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'

/** What is known of a sheet and its environment when a checklist is read. Nothing here is secret. */
export type ChecklistFacts = {
  kind: EnvironmentKind
  market: Market
  baseUrl: string
  /** Plain settings of the environment, by credential name. */
  settings: Readonly<Record<string, string>>
  /** Values that everybody has read somewhere, by credential name: those of the presets. */
  published: Readonly<Record<string, readonly string[]>>
  /** URLs that runs of this environment handed out, and the one of its inbox. */
  callbackUrls: readonly string[]
  /** What production would say against a URL. */
  urlProblems: (url: string) => readonly { message: string }[]
  /** What the environment encrypts with; null where its system encrypts nothing. */
  certificate: { isOwn: boolean; validTo: number | null } | null
  hasClientCertificate: boolean
  hasOwnAuthority: boolean
  /** The chosen groups, with how many of their cases ended well. */
  apis: readonly { id: string; title: string; successes: number; refusals: number }[]
  /** What a person wrote beside the item. */
  note: string
  now: number
}

export type Found = { isFine: boolean; text: string }
/** `null`: there is nothing to tell yet. */
export type Check = (facts: ChecklistFacts, argument: string) => Found | null

/** Runs a check by its name: of the system first, then of all. */
export const runCheck = (
  name: string,
  facts: ChecklistFacts,
  ofSystem: Readonly<Record<string, Check>> = {},
): Found | null => {
  const [key = '', argument = ''] = name.split(':')
  return (ofSystem[key] ?? commonChecks[key])?.(facts, argument) ?? null
}

const fine = (text: string): Found => ({ isFine: true, text })
const open = (text: string): Found => ({ isFine: false, text })

export const commonChecks: Readonly<Record<string, Check>> = {
  'callback-urls': ({ callbackUrls, urlProblems }) => {
    const bad = callbackUrls.flatMap((url) => {
      const [problem] = urlProblems(url)
      return problem ? [{ url, message: problem.message }] : []
    })
    const [first] = bad
    if (callbackUrls.length === 0) return null
    if (!first)
      return fine(`${all(callbackUrls.length, 'callback URL')} in use here would pass in production.`)
    const more = bad.length > 1 ? ` So do ${bad.length - 1} more.` : ''
    return open(`${first.url} would not pass in production: ${first.message}${more}`)
  },

  'name-without-symbols': ({ note }) => {
    const name = note.trim().split('\n')[0] ?? ''
    if (name === '') return null
    const symbols = [...new Set(name.match(/[^\p{L}\p{N} ]/gu) ?? [])]
    if (symbols.length > 0)
      return open(`“${name}” has ${symbols.join(' ')}: drop ${symbols.length === 1 ? 'it' : 'them'}.`)
    const words = name.split(/\s+/).length
    return words > 3
      ? open(`“${name}” has no symbols, but ${words} words: shorten it.`)
      : fine(`“${name}” is short and has no symbols.`)
  },

  'copied-name': ({ note }) => {
    const name = note.trim()
    if (name === '') return null
    return /\s/.test(name)
      ? open(`“${name}” has a space in it: write the user name alone.`)
      : fine(`“${name}” has ${name.length} characters${caseOf(name)}.`)
  },

  'phone-number': ({ note, market }) => {
    if (note.trim() === '') return null
    const msisdn = parseMsisdn(note.trim(), market)
    return msisdn
      ? fine(
          `${maskMsisdn(msisdn)} is a number of ${market.name}. Whose network it is in only the operator knows.`,
        )
      : open(`This is no mobile number of ${market.name}.`)
  },

  /** `own:shortcode`: the setting is there, and none that everybody has read somewhere. */
  own: ({ settings, published }, name) => {
    const value = settings[name]
    if (!value) return open('This environment has none yet.')
    return published[name]?.includes(value)
      ? open(`This environment uses ${value}, a published test value.`)
      : fine(`This environment uses ${value}.`)
  },

  'certificate-in-force': ({ certificate, now }) => {
    if (!certificate) return null
    const whose = certificate.isOwn
      ? 'Its own key'
      : 'The key that Jaribu carries for this kind of environment'
    if (certificate.validTo === null) return fine(`${whose} is a bare public key, which has no end.`)
    const day = new Date(certificate.validTo).toISOString().slice(0, 10)
    return certificate.validTo < now
      ? open(`${whose} ended on ${day}.`)
      : fine(`${whose} is good until ${day}.`)
  },

  'client-certificate': ({ hasClientCertificate }) =>
    hasClientCertificate
      ? fine('This environment shows a certificate of its own.')
      : open('This environment shows no certificate.'),

  'own-authority': ({ hasOwnAuthority }) =>
    hasOwnAuthority
      ? fine('This environment trusts an authority of its own.')
      : open('This environment trusts the public authorities only.'),

  'https-base': ({ baseUrl }) =>
    baseUrl.startsWith('https:')
      ? fine('The base URL of this environment is https.')
      : open(`The base URL of this environment is ${baseUrl.split(':')[0] ?? 'http'}.`),

  'has-success': ({ apis }) => {
    const count = apis.reduce((sum, { successes }) => sum + successes, 0)
    return count > 0
      ? fine(`${all(count, 'case')} that should succeed did.`)
      : open('No success is recorded yet.')
  },

  'every-api-succeeds': ({ apis }) => {
    const without = apis.filter(({ successes }) => successes === 0)
    return without.length === 0
      ? fine(`${all(apis.length, 'API')} of this sheet has a recorded success.`)
      : open(`No success yet of ${listOf(without.map(({ title }) => title))}.`)
  },

  'refusals-tried': ({ apis }) => {
    const without = apis.filter(({ refusals }) => refusals === 0)
    return without.length === 0
      ? fine(`${all(apis.length, 'API')} of this sheet has a failure that was tried.`)
      : open(`No failure tried yet of ${listOf(without.map(({ title }) => title))}.`)
  },
}

const caseOf = (name: string): string =>
  /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name) ? ', capital and small letters: copy it, do not type it' : ''

const all = (count: number, noun: string): string =>
  count === 1 ? `The one ${noun}` : `Each of ${count} ${noun}s`

const listOf = (names: readonly string[]): string =>
  names.length > 4
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
    : names.join(', ').replace(/, ([^,]*)$/, ' and $1')
