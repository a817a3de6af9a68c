import 'server-only'
import { systemOf } from '@/lib/systems'
import { listCallbacks } from './callbacks/list-callbacks'
import type { Actor, Deps } from './deps'
import { listEnvironments } from './environments/list-environments'
import { getAccount } from './people/account'
import { listRuns } from './runs/list-runs'
import type { CallbackSummary, EnvironmentView, RunSummary } from './views'

/** Something that a person should do, with the place where it is done. */
export type Attention = { id: string; title: string; text: string; href: string; action: string }

export type HomeView = {
  attention: Attention[]
  environments: EnvironmentView[]
  runs: RunSummary[]
  callbacks: CallbackSummary[]
}

/** A run that waits longer than this will hardly hear anything by itself. */
const longMs = 2 * 60_000
const dayMs = 24 * 60 * 60_000
const shown = 8

/** What needs attention and what just happened. */
export const homeView = (deps: Deps, actor: Actor): HomeView => {
  const environments = listEnvironments(deps, actor)
  const { runs } = listRuns(deps, actor, { limit: 50, origin: 'no-case' })
  return {
    attention: [
      ...accountAttention(deps, actor),
      ...(actor.role === 'viewer' ? [] : environments.flatMap((each) => environmentAttention(each, runs))),
      ...(actor.role === 'viewer' ? [] : reachAttention(environments)),
      ...pendingAttention(deps, actor),
    ],
    environments,
    runs: runs.slice(0, shown),
    callbacks: listCallbacks(deps, actor, { limit: shown }).callbacks,
  }
}

const accountAttention = (deps: Deps, actor: Actor): Attention[] => {
  if (actor.memberId === null || getAccount(deps, actor).hasPassword) return []
  return [
    {
      id: 'password',
      title: 'You have no password yet',
      text: 'The link that signed you in works once. Set an e-mail and a password to come back.',
      href: '/settings/account',
      action: 'Set a password',
    },
  ]
}

const environmentAttention = (environment: EnvironmentView, runs: RunSummary[]): Attention[] => {
  if (environment.kind === 'local') return []
  const { localApp, tokenCodes } = systemOf(environment.system)
  const missing = environment.credentials.filter(
    (each) => !each.set && [localApp.key, localApp.secret].includes(each.name),
  )
  const href = `/environments/${environment.slug}`
  if (missing.length > 0) {
    return [
      {
        id: `credentials-${environment.id}`,
        title: `${environment.name} has no ${missing.map((each) => each.label.toLowerCase()).join(' and ')}`,
        text: 'Nothing can be sent there until they are stored.',
        href,
        action: 'Add the credentials',
      },
    ]
  }
  const last = runs.find((run) => run.environment.id === environment.id)
  if (last?.verdict !== 'refused' || !tokenCodes?.token.includes(last.code ?? '')) return []
  return [
    {
      id: `token-${environment.id}`,
      title: `${environment.name} turns its token away`,
      text: `The last run was refused with ${last.code}: ${last.description ?? 'no words'}.`,
      href,
      action: 'Find out why',
    },
  ]
}

const reachAttention = (environments: EnvironmentView[]): Attention[] => {
  const outside = environments.find(
    ({ kind, inboxUrl }) => kind !== 'local' && /^https?:\/\/(localhost|127\.|\[::1\])/.test(inboxUrl),
  )
  if (!outside) return []
  return [
    {
      id: 'reach',
      title: `Callbacks of ${outside.name} cannot arrive`,
      text: `${outside.inboxUrl} is an address of this machine only. A proxy or a tunnel gives it one that the provider can reach.`,
      href: '/settings/reach',
      action: 'Get reachable',
    },
  ]
}

const pendingAttention = (deps: Deps, actor: Actor): Attention[] => {
  const now = deps.clock()
  const text = 'A result that has not come may never come. A status query tells what became of the payment.'
  return (['pending', 'no-word'] as const).flatMap((verdict) => {
    const { runs, cursor } = listRuns(deps, actor, {
      verdict,
      origin: 'no-case',
      ...(verdict === 'pending' ? { to: now - longMs } : { from: now - dayMs }),
      limit: 20,
    })
    if (runs.length === 0) return []
    const count = cursor === null ? String(runs.length) : `more than ${runs.length}`
    const waited = runs.length === 1 ? 'run has waited' : 'runs have waited'
    const heard = runs.length === 1 ? 'run of the last day heard' : 'runs of the last day heard'
    return [
      {
        id: verdict,
        title:
          verdict === 'pending'
            ? `${count} ${waited} for a callback for over two minutes`
            : `${count} ${heard} nothing: no word came`,
        text,
        href: `/history?verdict=${verdict}&origin=no-case`,
        action: 'Show them',
      },
    ]
  })
}
