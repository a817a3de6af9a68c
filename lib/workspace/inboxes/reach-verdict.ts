import type { Config } from '@/lib/env/config'
import { reachOf } from '@/lib/http/addresses'
import type { HttpResult } from '@/lib/http/types'
import type { Arrived } from './probes'

export const reachFailures = [
  'dns',
  'tls',
  'refused',
  'timeout',
  'broken',
  'blocked',
  'redirect',
  'gateway',
  'closed',
  'path',
  'wrong-server',
  'answer',
] as const

type Failure = (typeof reachFailures)[number]

/** Whether a request comes to an inbox by its public address, and where it was lost. */
export type Reach = {
  url: string
  reached: boolean
  failure: Failure | null
  sentence: string
  next: string
  remarks: string[]
  status: number | null
  ms: number
  seenFrom: string | null
}

type Ports = Pick<Config, 'port' | 'hookPort' | 'trustedProxies'>

type Checked = { url: string; word: string; sent: HttpResult; arrived: Arrived | undefined; config: Ports }

type Words = { failure: Failure; sentence: string; next: string }

export const judgeReach = (checked: Checked): Reach => {
  const { url, sent, arrived, config } = checked
  const words = wordsOf(checked)
  return {
    url,
    reached: words === undefined,
    failure: words?.failure ?? null,
    sentence: words?.sentence ?? `A request to ${url} arrived here and its answer came back.`,
    next: words?.next ?? '',
    remarks: arrived ? remarksOf(url, arrived, config) : [],
    status: sent.kind === 'answered' ? sent.status : null,
    ms: Math.round(sent.ms),
    seenFrom: arrived?.remoteAddress ?? null,
  }
}

/** What failed; undefined when nothing did. */
const wordsOf = ({ url, word, sent, arrived, config }: Checked): Words | undefined => {
  const target = new URL(url)
  if (sent.kind === 'unreachable') {
    return arrived
      ? {
          failure: 'answer',
          sentence: 'The request arrived here, but its answer did not come back.',
          next: 'Look at the time-outs of the proxy or tunnel in between.',
        }
      : lostBefore(target, sent)
  }
  const body = new TextDecoder().decode(sent.body.subarray(0, 4096))
  if (arrived) {
    return sent.status === 200 && body.includes(word)
      ? undefined
      : {
          failure: 'answer',
          sentence: `The request arrived here, but what came back is another answer: HTTP ${sent.status}.`,
          next: 'Have the proxy or tunnel pass the answer on as it is.',
        }
  }
  return lostBehind(target, { ...sent, text: body }, config)
}

const codeIn = (detail: string): string => /\(([A-Z][A-Z0-9_]+)\)/.exec(detail)?.[1] ?? ''

/** Nobody answered. */
const lostBefore = (
  { host, hostname, port, protocol }: URL,
  { cause, detail }: Extract<HttpResult, { kind: 'unreachable' }>,
): Words => {
  const code = codeIn(detail)
  const coded = code ? ` (${code})` : ''
  switch (cause) {
    case 'dns':
      return {
        failure: 'dns',
        sentence: `DNS: no address is known for the name ${hostname}${coded}.`,
        next: 'Add an A or AAAA record for it, or correct its spelling. A new record can take some minutes.',
      }
    case 'tls':
      return {
        failure: 'tls',
        sentence: `TLS: ${host} did not prove that it is ${hostname}${coded}.`,
        next: tlsStep(code, hostname),
      }
    case 'refused':
      return {
        failure: 'refused',
        sentence: `${host} refused the connection${coded}: the name leads to a machine where nothing listens at port ${port || (protocol === 'https:' ? 443 : 80)}.`,
        next: 'Start the proxy or tunnel, open the port in the firewall, or correct the address that the name leads to.',
      }
    case 'timeout':
      return {
        failure: 'timeout',
        sentence: `Nothing came back from ${host} in time.`,
        next: 'A firewall that drops the connection does this. Open the port, also at the router that stands before this machine. Some routers let no request from inside come back in: try from another network then.',
      }
    case 'blocked':
      return { failure: 'blocked', sentence: detail, next: 'Give an address that is reached from outside.' }
    default:
      return {
        failure: 'broken',
        sentence: `${host} broke the connection off before it answered${coded}.`,
        next: 'See whether the port speaks https where the address says so, and what the proxy or tunnel logs.',
      }
  }
}

const tlsStep = (code: string, hostname: string): string => {
  if (code === 'CERT_HAS_EXPIRED') return 'Its certificate has expired: renew it.'
  if (/ALTNAME|HOSTNAME/.test(code)) return `Its certificate is for another name: get one for ${hostname}.`
  if (/SELF_SIGNED|UNABLE_TO/.test(code)) {
    return 'Its certificate is not signed by a public authority, or it leaves out the intermediate one. Providers take neither: use one of Let’s Encrypt, with its chain.'
  }
  return 'See that the port speaks https and has a certificate of a public authority for this name.'
}

type Answer = Pick<Extract<HttpResult, { kind: 'answered' }>, 'status' | 'headers'> & { text: string }

const headerIn = ({ headers }: Answer, wanted: string): string =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1].slice(0, 120) ?? ''

/** Somebody answered, and not this inbox. */
const lostBehind = ({ host }: URL, answer: Answer, { port, hookPort }: Ports): Words => {
  const { status, text } = answer
  const upstream = `http://127.0.0.1:${hookPort ?? port}`
  const server = headerIn(answer, 'server')
  const by = server ? ` from “${server}”` : ''
  if (status >= 300 && status < 400) {
    const location = headerIn(answer, 'location')
    return {
      failure: 'redirect',
      sentence: `${host} sends callers elsewhere: HTTP ${status}${location ? ` to ${location}` : ''}.`,
      next: 'Providers follow no redirect. Give the address that it leads to, or have the proxy pass requests on.',
    }
  }
  if ([502, 503, 504, 521, 522, 523, 530].includes(status) || headerIn(answer, 'ngrok-error-code')) {
    const ngrok = headerIn(answer, 'ngrok-error-code')
    return {
      failure: 'gateway',
      sentence: `The proxy or tunnel at ${host} is reached, and reaches nothing behind it: HTTP ${status}${by}${ngrok ? `, ${ngrok}` : ''}.`,
      next: `Have it pass requests on to ${upstream}, and see that it runs.`,
    }
  }
  if (/There is no inbox called|"Only callbacks are taken here/.test(text)) {
    return {
      failure: 'wrong-server',
      sentence: `Another Jaribu answers at ${host}: it does not know this inbox.`,
      next: `Have the proxy or tunnel pass requests on to ${upstream} of this machine.`,
    }
  }
  if (status === 401 || status === 403) {
    return {
      failure: 'closed',
      sentence: `${host} lets nobody in without signing in or from this address: HTTP ${status}${by}.`,
      next: 'Let requests to /hook pass without it: no provider can sign in.',
    }
  }
  if (status === 404 || status === 405) {
    return {
      failure: 'path',
      sentence: `A server answers at ${host}, but does not pass /hook on: HTTP ${status}${by}.`,
      next: `Have it pass any method and any path below /hook on to ${upstream}, the path as it is.`,
    }
  }
  return {
    failure: 'wrong-server',
    sentence: `Another server answers at ${host}: HTTP ${status}${by}, and not from this inbox.`,
    next: `See where the name leads to, and have the proxy or tunnel pass requests on to ${upstream}.`,
  }
}

/** This machine or its network, as far as a name tells. */
const isNearHost = (hostname: string): boolean =>
  /^(localhost|.*\.localhost|[^.:]+)$/.test(hostname) ||
  ['private', 'loopback'].includes(reachOf(hostname.replace(/^\[|\]$/g, '')))

/** What works and still wants attention. */
const remarksOf = (
  url: string,
  { remoteAddress, hasForwarded }: Arrived,
  { trustedProxies }: Ports,
): string[] => {
  const isNear = reachOf(remoteAddress) !== 'public'
  return [
    ...(url.startsWith('http:') && !isNearHost(new URL(url).hostname)
      ? ['It is plain http: in production the providers call https alone.']
      : []),
    ...(isNear && hasForwarded
      ? [
          `It seems to come from ${remoteAddress}, although a proxy names somebody else. Start with JARIBU_TRUSTED_PROXIES=${remoteAddress}${trustedProxies.length > 0 ? ' beside those that are there' : ''}, so that senders are told apart.`,
        ]
      : []),
  ]
}
