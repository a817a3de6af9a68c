import 'server-only'
import type { Json } from '@/lib/catalogue/types'
import { reachOf } from '@/lib/http/addresses'
import { checkReach } from '../../inboxes/check-reach'
import { type Check, report, type Subject } from './subject'

/** URLs that the run gave to the provider; without a run, the environment's own inbox. */
const urlsOf = (subject: Subject): { name: string; url: string }[] => {
  const { system, credentials, maskedInboxUrl } = subject.environment()
  if (!subject.hasRun) {
    return [{ name: 'The inbox', url: maskedInboxUrl }]
  }
  const { row, operation } = subject.run()
  const values = row.values as Record<string, Json | undefined>
  const fields = operation.fields.filter(({ kind }) => kind === 'url')
  const own = fields.flatMap(({ name }) => {
    const url = values[name] ?? inBody(row.requestBody, name)
    return typeof url === 'string' && url !== '' ? [{ name, url }] : []
  })
  const kept = system.credentials.flatMap(({ name, label, kind }) => {
    const url = credentials[name]
    return own.length === 0 && kind === 'url' && url ? [{ name: label, url }] : []
  })
  return [...own, ...kept]
}

/** What the system filled in is only in the body that left. */
const inBody = (body: string, name: string): unknown => {
  if (body.trimStart().startsWith('<')) {
    const element = name.split('.').at(-1)
    return new RegExp(`<(?:[\\w.-]+:)?${element}>\\s*([^<\\s]+)`).exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined
  } catch {
    return undefined
  }
}

/** Why nobody but this machine or its network reaches a host. A name is not resolved. */
const reachProblem = (url: string): string | undefined => {
  if (!URL.canParse(url)) return 'It is no URL.'
  const { hostname, protocol } = new URL(url)
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '')
  if (!/^https?:$/.test(protocol)) return 'It is neither http nor https.'
  if (host === 'localhost' || host.endsWith('.localhost'))
    return 'localhost is this machine: nobody else reaches it.'
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':')
  if (isAddress && reachOf(host) !== 'public') return `${host} is not a public address.`
  if (!isAddress && !host.includes('.')) return `“${host}” has no domain: only your own network knows it.`
  return undefined
}

export const callbackUrl: Check = {
  subject: 'run',
  title: 'The provider would call this URL',
  run: (subject) => {
    const { system, environment } = subject.environment()
    const urls = urlsOf(subject)
    const tested = `The URLs of the request, by the rules of ${system.title} for a ${environment.kind} environment.`
    if (urls.length === 0)
      return report('unknown', tested, 'The request names no URL: it is registered elsewhere.')
    const problems = urls.flatMap(({ name, url }) => {
      const said = system.checkUrl?.(url, environment.kind).map(({ message }) => message) ?? []
      const reach = environment.kind === 'local' || said.length > 0 ? undefined : reachProblem(url)
      return [...said, ...(reach ? [reach] : [])].map((message) => `${name} ${url}: ${message}`)
    })
    return problems.length > 0
      ? report('problem', tested, problems, [{ label: 'Check a URL', path: '/tools?tool=callback-url' }])
      : report(
          'fine',
          tested,
          urls.map(({ name, url }) => `${name} ${url}: nothing against it.`),
        )
  },
}

const getReachable = [{ label: 'Get reachable', path: '/settings/reach' }]

export const publicUrl: Check = {
  subject: 'environment',
  title: 'The inbox is reached at its public address',
  run: async (subject) => {
    const { deps, actor } = subject
    const { environment, maskedInboxUrl } = subject.environment()
    const tested = `A request to ${maskedInboxUrl}, from this machine.`
    const problem = environment.kind === 'local' ? undefined : reachProblem(maskedInboxUrl)
    if (problem) {
      const step = 'Give the inbox an address that leads here through a proxy or a tunnel.'
      return report('problem', tested, [problem, step], getReachable)
    }
    const { reached, failure, sentence, next, remarks, ms } = await checkReach(deps, actor, environment.inbox)
    if (reached) return report('fine', tested, [`It came back in ${ms} ms.`, ...remarks])
    const found = [sentence, next].filter(Boolean)
    return report(failure === 'blocked' ? 'unknown' : 'problem', tested, found, getReachable)
  },
}
