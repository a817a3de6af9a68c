import 'server-only'
import { z } from 'zod'
import { createEnvironment } from '@/lib/workspace/environments/create-environment'
import { deleteEnvironment } from '@/lib/workspace/environments/delete-environment'
import { diagnoseToken } from '@/lib/workspace/environments/diagnose-token'
import { getEnvironment } from '@/lib/workspace/environments/get-environment'
import { getToken } from '@/lib/workspace/environments/get-token'
import { importCredentials } from '@/lib/workspace/environments/import-credentials'
import {
  createEnvironmentInput,
  diagnoseInput,
  pastedCredentials,
  tokenInput,
  updateEnvironmentInput,
} from '@/lib/workspace/environments/input'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { setTls } from '@/lib/workspace/environments/set-tls'
import { tlsInput } from '@/lib/workspace/environments/tls-input'
import { withoutToken } from '@/lib/workspace/environments/token-answer'
import { updateEnvironment } from '@/lib/workspace/environments/update-environment'
import { credentialImport, diagnosis, tokenAnswer } from '@/lib/workspace/environments/views'
import { environmentView, tlsView } from '@/lib/workspace/views'
import { endpoint, nothing } from './endpoint'

const environment = { idOrSlug: 'Id or short name of an environment.' }

export const environments = [
  endpoint('GET /environments', {
    about: 'Environments, credentials masked.',
    role: 'viewer',
    answer: z.object({ environments: z.array(environmentView) }),
    run: ({ deps, actor }) => ({ environments: listEnvironments(deps, actor) }),
  }),
  endpoint('POST /environments', {
    about: 'Add an environment.',
    role: 'member',
    body: createEnvironmentInput,
    answer: environmentView,
    status: 201,
    run: ({ deps, actor, body }) => createEnvironment(deps, actor, body),
  }),
  endpoint('GET /environments/{idOrSlug}', {
    about: 'One environment.',
    role: 'viewer',
    path: environment,
    answer: environmentView,
    run: ({ deps, actor, path }) => getEnvironment(deps, actor, path.idOrSlug),
  }),
  endpoint('PATCH /environments/{idOrSlug}', {
    about: 'Change an environment.',
    role: 'member',
    path: environment,
    body: updateEnvironmentInput,
    answer: environmentView,
    run: ({ deps, actor, path, body }) => updateEnvironment(deps, actor, path.idOrSlug, body),
  }),
  endpoint('DELETE /environments/{idOrSlug}', {
    about: 'Remove an environment.',
    role: 'member',
    path: environment,
    answer: nothing,
    refusals: ['conflict'],
    run: ({ deps, actor, path }) => deleteEnvironment(deps, actor, path.idOrSlug),
  }),
  endpoint('GET /environments/{idOrSlug}/tls', {
    about: 'The authority that signs the host and the client certificate shown to it, without the key.',
    role: 'viewer',
    path: environment,
    answer: tlsView,
    run: ({ deps, actor, path }) => getEnvironment(deps, actor, path.idOrSlug).tls,
  }),
  endpoint('PATCH /environments/{idOrSlug}/tls', {
    about: 'Set them or, with null, remove them; the private key is kept sealed and never shown.',
    role: 'member',
    path: environment,
    body: tlsInput,
    answer: tlsView,
    run: ({ deps, actor, path, body }) => setTls(deps, actor, path.idOrSlug, body).tls,
  }),
  endpoint('POST /environments/{idOrSlug}/import', {
    about:
      'Read credentials out of a file of settings: what would be taken and from where, what belongs to another kind of environment, and what is no value. Stores it when `apply` says so.',
    role: 'member',
    path: environment,
    body: pastedCredentials,
    answer: credentialImport,
    run: ({ deps, actor, path, body }) => importCredentials(deps, actor, path.idOrSlug, body),
  }),
  endpoint('POST /environments/{idOrSlug}/token', {
    about:
      'Fetch the access token, from the cache while it is good: says that it is there and until when, or what came instead. The token itself stays on the server.',
    role: 'member',
    path: environment,
    body: tokenInput,
    answer: tokenAnswer,
    run: async ({ deps, actor, path, body }) =>
      withoutToken(await getToken(deps, actor, path.idOrSlug, body)),
  }),
  endpoint('POST /environments/{idOrSlug}/diagnose', {
    about: 'Find out why there is no token.',
    role: 'member',
    path: environment,
    body: diagnoseInput,
    answer: diagnosis,
    run: ({ deps, actor, path, body }) => diagnoseToken(deps, actor, path.idOrSlug, body),
  }),
] as const
