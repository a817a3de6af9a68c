import 'server-only'
import { runsWithCodes } from '@/db/queries/environments'
import type { HttpResult } from '@/lib/http/types'
import type { System } from '@/lib/systems/types'
import type { Actor, Deps } from '../deps'
import { type EnvironmentContext, environmentContext } from './environment-context'
import { askForToken, keepToken, type TokenResult } from './get-token'
import type { DiagnoseInput } from './input'
import type { Diagnosis, DiagnosisStep } from './views'

/**
 * Why a token cannot be had: the likely causes in order, each tested. Asks the environment's own host for a token and
 * keeps it, because it ends the one before. Asks another host only with consent: key and secret travel there.
 */
export const diagnoseToken = async (
  deps: Deps,
  actor: Actor,
  idOrSlug: string,
  input: DiagnoseInput = {},
): Promise<Diagnosis> => {
  const context = environmentContext(deps, actor, idOrSlug)
  if (!context.system.session) {
    return { works: true, verdict: `${context.system.title} asks for no token.`, steps: [] }
  }
  const seen: { answer?: HttpResult; at: number } = { at: 0 }
  const token = await askForToken(deps, context, context.baseUrl, (answer, at) => {
    seen.answer = answer
    seen.at = at
  })
  const works = token.kind === 'token'
  if (token.kind === 'token') keepToken(deps, actor, context, token)
  const steps = [
    checkCredentials(context, token),
    checkWhitespace(context),
    checkHost(context),
    describeRequest(token),
    await checkEnvironment(deps, context, token, input),
    checkProduct(deps, context, works),
    checkClock(seen.answer, seen.at),
  ]
  const cause = steps.find((step) => step.result === 'problem')
  return { works, verdict: verdictOf(works, cause, steps), steps }
}

const verdictOf = (works: boolean, cause: DiagnosisStep | undefined, steps: DiagnosisStep[]): string => {
  if (works)
    return cause ? `A token comes now. Still: ${cause.detail}` : 'A token comes now: nothing is wrong.'
  const telling = steps.find((step) => step.result === 'problem' && step.id !== 'request') ?? cause
  return telling ? telling.detail : 'No cause was found. The answer of the provider is all there is to go by.'
}

const step = (
  id: DiagnosisStep['id'],
  title: string,
  result: DiagnosisStep['result'],
  detail: string,
  fix: string | null = null,
  action: DiagnosisStep['action'] = null,
): DiagnosisStep => ({ id, title, result, detail, fix, action })

const checkCredentials = (context: EnvironmentContext, token: TokenResult): DiagnosisStep => {
  const title = hasSecret(context) ? 'Key and secret are there' : 'The key is there'
  if (token.kind === 'missing') {
    return step('credentials', title, 'problem', token.message, 'Save it under “Credentials”.')
  }
  const [key, secret] = sessionCredentials(context.system).map((name) => context.credentials[name])
  if (key && key === secret) {
    return step(
      'credentials',
      title,
      'problem',
      'Key and secret are the same text.',
      'Copy both again from the app on the developer portal.',
    )
  }
  return step('credentials', title, 'fine', hasSecret(context) ? 'Both are stored.' : 'It is stored.')
}

/** Spaces, line breaks, quotes and characters that nobody sees. */
const strayAround = /^[\s"'`\u200B-\u200F\u2060\uFEFF]+|[\s"'`,;\u200B-\u200F\u2060\uFEFF]+$/gu
const strayInside = /[\s\u200B-\u200F\u2060\uFEFF]/u
const notPrintable = /[^\x21-\x7E]/

export const trimStray = (value: string): string => value.replace(strayAround, '')

/** What a token is asked for with: the key of an application, and its secret where there is one. */
const sessionCredentials = ({ localApp }: System): string[] =>
  [localApp.key, localApp.secret].filter((name) => name !== undefined)

const hasSecret = ({ system }: EnvironmentContext): boolean => system.localApp.secret !== undefined

/** Stored key and secret that carry something around them, cleaned. */
export const trimmedCredentials = ({
  system,
  credentials,
}: Pick<EnvironmentContext, 'system' | 'credentials'>): Record<string, string> =>
  Object.fromEntries(
    sessionCredentials(system).flatMap((name) => {
      const value = credentials[name]
      const clean = value === undefined ? undefined : trimStray(value)
      return clean !== undefined && clean !== '' && clean !== value ? [[name, clean] as const] : []
    }),
  )

const checkWhitespace = (context: EnvironmentContext): DiagnosisStep => {
  const title = hasSecret(context) ? 'Nothing stray in key or secret' : 'Nothing stray in the key'
  const labelOf = (name: string) =>
    context.system.credentials.find((spec) => spec.name === name)?.label ?? name
  const around = Object.keys(trimmedCredentials(context)).map(labelOf)
  if (around.length > 0) {
    return step(
      'whitespace',
      title,
      'problem',
      `${around.join(' and ')}: there are spaces, line breaks or quotes around the value.`,
      'Remove them.',
      'trim',
    )
  }
  const inside = sessionCredentials(context.system).filter((name) => {
    const value = context.credentials[name] ?? ''
    return strayInside.test(value) || notPrintable.test(value)
  })
  if (inside.length > 0) {
    return step(
      'whitespace',
      title,
      'problem',
      `${inside.map(labelOf).join(' and ')}: there is a space or a character that is no plain letter, digit or sign inside.`,
      'Copy it again from the portal, in one piece.',
    )
  }
  return step('whitespace', title, 'fine', 'No spaces, quotes or invisible characters.')
}

const checkHost = (context: EnvironmentContext): DiagnosisStep => {
  const title = 'The base URL fits the kind of environment'
  const { kind } = context.environment
  const at = new URL(context.baseUrl)
  const onHost = context.system.presets.filter(
    (one) => !one.baseUrl.startsWith('/') && new URL(one.baseUrl).host === at.host,
  )
  // A host may serve sandbox and production side by side, told apart by the path.
  const onPath = onHost.filter((one) => trimSlash(new URL(one.baseUrl).pathname) === trimSlash(at.pathname))
  const [known] = onPath.length > 0 ? onPath : onHost
  if (known && !(onPath.length > 0 ? onPath : onHost).some((one) => one.kind === kind)) {
    return step(
      'host',
      title,
      'problem',
      `${at.host} is the ${known.kind} host, but this environment is marked ${kind}.`,
      'Change the base URL or the kind under “General”.',
    )
  }
  if (known && onPath.length === 0) {
    const wanted = onHost.find((one) => one.kind === kind) ?? known
    return step(
      'host',
      title,
      'problem',
      `The base URL has a path (${at.pathname}) that does not belong there; calls add their own.`,
      `Set it to ${wanted.baseUrl}.`,
    )
  }
  if (kind === 'local' && context.credentials[context.system.localApp.key] !== localKey(context)) {
    return step(
      'host',
      title,
      'unknown',
      'The local sandbox knows only the keys that were made in it; this one is not the seeded key.',
      `Use ${localKey(context)}${hasSecret(context) ? ' and its secret' : ''}, as the README prints it, or a key of an application that you made here.`,
    )
  }
  return step('host', title, 'fine', `Requests go to ${context.baseUrl}.`)
}

const localKey = (context: EnvironmentContext): string | undefined =>
  context.system.presets.find((one) => one.kind === 'local')?.credentials[context.system.localApp.key]

const trimSlash = (path: string) => path.replace(/\/+$/, '')

const describeRequest = (token: TokenResult): DiagnosisStep => {
  const title = 'The provider gives a token'
  switch (token.kind) {
    case 'token': {
      const seconds = Math.round((token.expiresAt - token.obtainedAt) / 1000)
      return step('request', title, 'fine', `It gave one that lasts ${seconds} seconds.`)
    }
    case 'refused':
      return step(
        'request',
        title,
        'problem',
        `It answered HTTP ${token.status}${token.code ? ` with ${token.code}` : ''}: ${token.description || 'no words'}`,
        token.status >= 500
          ? 'The provider has trouble of its own. Try again in a few minutes.'
          : 'Check that key and secret belong to one app, and that the app is active on the portal.',
      )
    case 'unreachable':
      return step(
        'request',
        title,
        'problem',
        token.detail,
        'Nothing was answered, so this is about the network and not about the credentials.',
      )
    default:
      return step('request', title, 'skipped', 'There is nothing to ask with yet.')
  }
}

const checkEnvironment = async (
  deps: Deps,
  context: EnvironmentContext,
  token: TokenResult,
  { tryOtherHost = false }: DiagnoseInput,
): Promise<DiagnosisStep> => {
  const title = hasSecret(context)
    ? 'Key and secret belong to this environment'
    : 'The key belongs to this environment'
  const { kind } = context.environment
  if (token.kind === 'token') return step('environment', title, 'fine', 'This host knows them.')
  if (token.kind !== 'refused') return step('environment', title, 'skipped', 'The host has not judged them.')
  const otherKind = kind === 'production' ? 'sandbox' : 'production'
  const others = context.system.presets.filter((preset) => preset.kind === otherKind)
  const other = others.find(({ market }) => market === context.environment.market) ?? others[0]
  if (kind === 'local' || !other)
    return step('environment', title, 'skipped', 'There is no other host to try them on.')
  const host = other.baseUrl.replace(/^https?:\/\//, '')
  if (!tryOtherHost) {
    return step(
      'environment',
      title,
      'consent',
      `Sandbox and production apps have different keys. Testing it sends ${hasSecret(context) ? 'this key and secret' : 'this key'} to ${host}${kind === 'production' ? ', and these are production secrets' : ''}.`,
      `Try them on ${host} only if both addresses are the provider's to you.`,
      'try-other-host',
    )
  }
  const elsewhere = await askForToken(
    deps,
    // Authority and client certificate are for this environment's host alone.
    { ...context, certificate: keyFor(context, otherKind), tls: undefined },
    other.baseUrl,
  )
  if (elsewhere.kind === 'token') {
    return step(
      'environment',
      title,
      'problem',
      `They work on ${host}: these are ${otherKind} credentials in a ${kind} environment.`,
      `Save them in an environment of the kind “${otherKind}”, or put the ${kind} app's key and secret here.`,
    )
  }
  if (elsewhere.kind === 'refused')
    return step(
      'environment',
      title,
      'fine',
      `${host} refuses them too, so the environment is not the cause.`,
    )
  return step('environment', title, 'unknown', `${host} could not be asked.`)
}

/** Each environment of the provider has its own public key. */
const keyFor = ({ system, certificate }: EnvironmentContext, kind: 'sandbox' | 'production') =>
  system.publicKeys?.find((one) => one.kind === kind && one.isDefault)?.pem ?? certificate

const runsLookedAt = 20

const checkProduct = (deps: Deps, context: EnvironmentContext, works: boolean): DiagnosisStep => {
  const title = 'The app has the product of the operation'
  const codes = context.system.tokenCodes?.product ?? []
  const runs = runsWithCodes(deps.db, context.environment.id, [...codes], runsLookedAt)
  if (runs.length === 0) {
    return step('product', title, 'fine', 'No recent run here was refused for its token or product.')
  }
  const operations = [...new Set(runs.map((run) => run.operation))].join(', ')
  if (!works) {
    return step(
      'product',
      title,
      'unknown',
      `Runs of ${operations} were refused for their token; with no token at all, the product cannot be the only cause.`,
    )
  }
  return step(
    'product',
    title,
    'problem',
    `The token is good, but ${operations} was refused with ${runs[0]?.code}: the app lacks the product of that API, or its version.`,
    'Add the product to the app on the developer portal, or use the version of the API that the app has, then refresh the token.',
  )
}

const tolerableSkewMs = 60_000

const checkClock = (answer: HttpResult | undefined, at: number): DiagnosisStep => {
  const title = 'The clock of this machine is right'
  const date =
    answer?.kind === 'answered'
      ? answer.headers.find(([name]) => name.toLowerCase() === 'date')?.[1]
      : undefined
  const theirs = date === undefined ? Number.NaN : Date.parse(date)
  if (Number.isNaN(theirs)) return step('clock', title, 'unknown', 'The answer carried no readable date.')
  const skew = at - theirs
  const seconds = Math.round(Math.abs(skew) / 1000)
  if (Math.abs(skew) <= tolerableSkewMs)
    return step('clock', title, 'fine', `It differs from the provider's by ${seconds} s.`)
  return step(
    'clock',
    title,
    'problem',
    `This machine is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} the provider, so tokens seem to end at the wrong time and timestamps are off.`,
    'Switch on time synchronisation (NTP) on this machine.',
  )
}
