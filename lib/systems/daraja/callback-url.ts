import ipaddr from 'ipaddr.js'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { readUrl, urlTextFaults } from '@/lib/wire/url-text'

/** Refused anywhere in a callback URL, in any case: Daraja reference, URL rules; founding tutorial, C2B register. */
const forbiddenWords = ['m-pesa', 'mpesa', 'safaricom', 'exe', 'exec', 'cmd', 'sql', 'query'] as const

/** Public tunnels and request catchers; often blocked, above all in production (portal FAQ). */
const tunnelHosts = [
  'ngrok.io',
  'ngrok.app',
  'ngrok.dev',
  'ngrok-free.app',
  'ngrok-free.dev',
  'ngrok.pizza',
  'loca.lt',
  'localtunnel.me',
  'localhost.run',
  'lhr.life',
  'lhr.rocks',
  'serveo.net',
  'trycloudflare.com',
  'telebit.io',
  'bore.pub',
  'pagekite.me',
  'tunnelmole.net',
  'pinggy.link',
  'pinggy.io',
  'zrok.io',
  'devtunnels.ms',
  'webhook.site',
  'requestbin.com',
  'requestbin.net',
  'pipedream.net',
  'mockbin.org',
  'hookbin.com',
  'beeceptor.com',
  'requestcatcher.com',
  'webhook.cool',
  'smee.io',
] as const

/** Names that no public resolver answers: RFC 6761, RFC 6762, RFC 8375, RFC 7686. */
const privateSuffixes = [
  'localhost',
  'local',
  'internal',
  'lan',
  'home',
  'home.arpa',
  'corp',
  'test',
  'example',
  'invalid',
  'onion',
] as const

type CallbackUrlRule =
  | 'readable'
  | 'https'
  | 'host'
  | 'loopback'
  | 'private-address'
  | 'words'
  | 'tunnel'
  | 'credentials'
  | 'fragment'
  | 'port'
  | 'slashes'

type CallbackUrlFinding = {
  rule: CallbackUrlRule
  /** `refused`: M-Pesa will not take it or cannot reach it. `risky`: it may. */
  result: 'kept' | 'risky' | 'refused'
  message: string
}

export type CallbackUrlCheck = {
  /** No finding is `refused`. */
  isAcceptable: boolean
  findings: CallbackUrlFinding[]
}

/** What stands against a URL, where an environment of this kind calls it. A local one reaches what this machine does. */
export const urlProblems = (url: string, kind: EnvironmentKind) =>
  kind === 'local'
    ? []
    : checkCallbackUrl(url, kind).findings.flatMap(({ result, message }) =>
        result === 'refused' ? [{ message, source: 'Daraja reference, URL rules' }] : [],
      )

/** Rules about who can reach the host, which hold for nobody on the same machine. */
const reachRules: readonly CallbackUrlRule[] = ['https', 'host', 'loopback', 'private-address', 'tunnel']

/** The rule that a strict reading refuses it by. Our own inbox is reached wherever it stands. */
export const urlRefusal = (url: string, ownUrl: string): string | undefined => {
  const isOwn = url === ownUrl || url.startsWith(`${ownUrl}/`)
  return checkCallbackUrl(url, 'production').findings.find(
    ({ result, rule }) => result === 'refused' && !(isOwn && reachRules.includes(rule)),
  )?.message
}

/** Every rule for a callback, validation, confirmation, result or timeout URL, kept or broken. */
export const checkCallbackUrl = (
  typed: string,
  target: 'sandbox' | 'production' = 'production',
): CallbackUrlCheck => {
  const url = readUrl(typed)
  const faults = urlTextFaults(typed).map(
    (message): CallbackUrlFinding => ({ rule: 'readable', result: 'refused', message }),
  )
  if (!url) {
    const message = 'This is no http or https URL with a host.'
    return result(faults.length > 0 ? faults : [{ rule: 'readable', result: 'refused', message }])
  }
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  return result([
    ...(faults.length > 0
      ? faults
      : [{ rule: 'readable', result: 'kept', message: `It reads as ${url.href}` } as const]),
    checkScheme(url, target),
    checkHost(host),
    ...checkAddress(host),
    checkWords(typed),
    checkTunnel(host, target),
    ...checkOddities(url),
  ])
}

const result = (findings: CallbackUrlFinding[]): CallbackUrlCheck => ({
  isAcceptable: findings.every((finding) => finding.result !== 'refused'),
  findings,
})

const checkScheme = (url: URL, target: 'sandbox' | 'production'): CallbackUrlFinding => {
  if (url.protocol === 'https:') return { rule: 'https', result: 'kept', message: 'It uses https.' }
  return target === 'production'
    ? { rule: 'https', result: 'refused', message: 'Production takes https only.' }
    : { rule: 'https', result: 'risky', message: 'The sandbox takes http; production takes https only.' }
}

const isAddress = (host: string): boolean => ipaddr.isValid(bare(host))
const bare = (host: string): string => host.replace(/^\[|\]$/g, '')

const checkHost = (host: string): CallbackUrlFinding => {
  if (isAddress(host)) {
    return {
      rule: 'host',
      result: 'risky',
      message: 'A bare address works, but few certificates name one; use a host name.',
    }
  }
  const suffix = privateSuffixes.find((name) => host === name || host.endsWith(`.${name}`))
  if (suffix === 'localhost')
    return { rule: 'host', result: 'kept', message: 'The host name is well-formed.' }
  if (suffix) {
    return { rule: 'host', result: 'refused', message: `Names under “${suffix}” exist on no public network.` }
  }
  if (!host.includes('.')) {
    return {
      rule: 'host',
      result: 'refused',
      message: `“${host}” has no domain: only your own network knows it.`,
    }
  }
  return { rule: 'host', result: 'kept', message: 'The host is a public name.' }
}

/** Loopback and private ranges. A name is not resolved: the check sends nothing. */
const checkAddress = (host: string): CallbackUrlFinding[] => {
  if (host === 'localhost' || host.endsWith('.localhost')) {
    return [
      {
        rule: 'loopback',
        result: 'refused',
        message: 'localhost is your own machine: M-Pesa cannot reach it.',
      },
    ]
  }
  if (!isAddress(host))
    return [
      { rule: 'loopback', result: 'kept', message: 'It is not localhost.' },
      { rule: 'private-address', result: 'kept', message: 'It is not a private address.' },
    ]
  const range = ipaddr.process(bare(host)).range()
  if (range === 'loopback' || range === 'unspecified') {
    return [{ rule: 'loopback', result: 'refused', message: `${bare(host)} is your own machine (${range}).` }]
  }
  if (range !== 'unicast') {
    return [
      {
        rule: 'private-address',
        result: 'refused',
        message: `${bare(host)} is not a public address (${words(range)}).`,
      },
    ]
  }
  return [
    { rule: 'loopback', result: 'kept', message: 'It is not a loopback address.' },
    { rule: 'private-address', result: 'kept', message: `${bare(host)} is a public address.` },
  ]
}

const words = (camelCase: string): string => camelCase.replace(/([A-Z])/g, ' $1').toLowerCase()

const checkWords = (typed: string): CallbackUrlFinding => {
  const lower = decoded(typed).toLowerCase()
  // `exe` is inside `exec`: name the longest word only.
  const found = forbiddenWords.filter(
    (word) =>
      lower.includes(word) && !forbiddenWords.some((other) => isLonger(other, word) && lower.includes(other)),
  )
  if (found.length === 0)
    return { rule: 'words', result: 'kept', message: 'It holds none of the filtered words.' }
  const list = found.map((word) => `“${word}”`).join(', ')
  return {
    rule: 'words',
    result: 'refused',
    message: `It holds ${list}: the gateway filters ${found.length === 1 ? 'this word' : 'these words'} in any case, in host and path alike.`,
  }
}

const isLonger = (other: string, word: string): boolean => other !== word && other.includes(word)

const decoded = (typed: string): string => {
  try {
    return decodeURIComponent(typed)
  } catch {
    return typed
  }
}

const checkTunnel = (host: string, target: 'sandbox' | 'production'): CallbackUrlFinding => {
  const tunnel = tunnelHosts.find((name) => host === name || host.endsWith(`.${name}`))
  if (!tunnel) return { rule: 'tunnel', result: 'kept', message: 'It is no known tunnel or request catcher.' }
  return {
    rule: 'tunnel',
    result: target === 'production' ? 'refused' : 'risky',
    message: `${tunnel} is a public tunnel or request catcher: often blocked${target === 'production' ? ', above all in production' : ' in the sandbox too'}.`,
  }
}

const checkOddities = (url: URL): CallbackUrlFinding[] => {
  const findings: CallbackUrlFinding[] = []
  if (url.username || url.password)
    findings.push({
      rule: 'credentials',
      result: 'risky',
      message: 'It carries a user name or password. No source says that they are sent (unconfirmed).',
    })
  if (url.hash)
    findings.push({
      rule: 'fragment',
      result: 'risky',
      message: 'What follows # is never sent to a server.',
    })
  if (url.port !== '')
    findings.push({
      rule: 'port',
      result: 'risky',
      message: `Port ${url.port}: a firewall may let only 443 out (unconfirmed).`,
    })
  if (url.pathname.includes('//'))
    findings.push({
      rule: 'slashes',
      result: 'risky',
      message:
        'The path holds a double slash: many servers answer it with a redirect, which is not followed.',
    })
  return findings
}
