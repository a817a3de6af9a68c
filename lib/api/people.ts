import 'server-only'
import { z } from 'zod'
import {
  apiTokenView,
  createApiToken,
  listApiTokens,
  revokeApiToken,
} from '@/lib/workspace/people/api-tokens'
import { listMembers } from '@/lib/workspace/people/members'
import { newApiToken } from '@/lib/workspace/people/people-fields'
import { getWorkspace } from '@/lib/workspace/people/workspace'
import { memberView, roles } from '@/lib/workspace/views'
import { endpoint, nothing } from './endpoint'

export const people = [
  endpoint('GET /me', {
    about: 'Who you are.',
    role: 'viewer',
    answer: z.object({
      name: z.string(),
      role: z.enum(roles),
      memberId: z.string().nullable().describe('Null for a token.'),
      tokenId: z.string().nullable().describe('Null for a session.'),
      workspace: z.object({ id: z.string(), name: z.string() }),
    }),
    run: ({ deps, actor }) => {
      const { name, role, memberId, tokenId } = actor
      const workspace = getWorkspace(deps, actor)
      return { name, role, memberId, tokenId, workspace: { id: workspace.id, name: workspace.name } }
    },
  }),
  endpoint('GET /members', {
    about: 'The people of the workspace, as its page shows them to everybody in it.',
    role: 'viewer',
    answer: z.object({ members: z.array(memberView) }),
    run: ({ deps, actor }) => ({ members: listMembers(deps, actor) }),
  }),
  endpoint('GET /tokens', {
    about: 'API tokens, newest first, revoked ones included; what they are is not kept.',
    role: 'member',
    answer: z.object({ tokens: z.array(apiTokenView) }),
    run: ({ deps, actor }) => ({ tokens: listApiTokens(deps, actor) }),
  }),
  endpoint('POST /tokens', {
    about: 'Make an API token; this answer is the only place that shows it. A token makes no tokens.',
    role: 'member',
    body: newApiToken,
    answer: z.object({ id: z.string(), token: z.string() }),
    status: 201,
    run: ({ deps, actor, body }) => createApiToken(deps, actor, body),
  }),
  endpoint('DELETE /tokens/{id}', {
    about: 'Revoke a token: members end their own, owners any.',
    role: 'member',
    path: { id: 'Id of a token.' },
    answer: nothing,
    refusals: ['conflict'],
    run: ({ deps, actor, path }) => revokeApiToken(deps, actor, { id: path.id }),
  }),
] as const
