import 'server-only'
import { z } from 'zod'
import { search, searchHit } from '@/lib/workspace/search'
import { answers } from './answers'
import { callbacks } from './callbacks'
import { catalogue } from './catalogue'
import { codes } from './codes'
import { apiBase, createApi } from './create-api'
import { describeApi } from './document'
import { type AnyEndpoint, endpoint } from './endpoint'
import { environments } from './environments'
import { exchanges } from './exchanges'
import { forward } from './forward'
import { goLive } from './go-live'
import { guides } from './guides'
import { inboxes } from './inboxes'
import { people } from './people'
import { portal } from './portal'
import { relays } from './relays'
import { reports } from './reports'
import { runs } from './runs'
import { sandbox } from './sandbox'
import { tester } from './tester'
import { tools } from './tools'

const about = [
  endpoint('GET /search', {
    about: 'Runs, callbacks, codes and guides for a text.',
    role: 'viewer',
    query: z.object({ q: z.string().default('').describe('Text, two letters at least.') }),
    answer: z.object({ hits: z.array(searchHit) }),
    run: ({ deps, actor, query }) => search(deps, actor, query.q),
  }),
  endpoint('GET /openapi.json', {
    about: 'This document.',
    role: 'viewer',
    answer: z.record(z.string(), z.unknown()),
    run: ({ deps }): Record<string, unknown> => describeApi(areas, deps.config),
  }),
] as const

/** Every call of the API, by the heading under which the document lists it. */
const endpointsByArea = {
  Runs: runs,
  Callbacks: callbacks,
  Inboxes: inboxes,
  Relays: relays,
  Answers: answers,
  Forwarding: forward,
  'Callback tester': tester,
  Environments: environments,
  Sandbox: sandbox,
  Exchanges: exchanges,
  Portals: portal,
  'Go-Live': goLive,
  Reports: reports,
  Catalogue: catalogue,
  Codes: codes,
  Guides: guides,
  Tools: tools,
  People: people,
  About: about,
} as const

/** As the dispatcher and the document see them. */
export const areas: Readonly<Record<string, readonly AnyEndpoint[]>> = endpointsByArea

export const endpoints: readonly AnyEndpoint[] = Object.values(areas).flat()

export { apiBase }

export const answerApi = createApi(endpoints)

type Endpoints = (typeof endpointsByArea)[keyof typeof endpointsByArea][number]

/** Every call by its route, for the types of the client. */
export type Api = { [E in Endpoints as E['route']]: E }
