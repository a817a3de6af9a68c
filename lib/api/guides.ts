import 'server-only'
import { z } from 'zod'
import { getGuide, guideQuery, listGuides } from '@/lib/workspace/guides/read-guides'
import { checkInput, listChecks, runCheck } from '@/lib/workspace/guides/run-check'
import { checkReport, checkView, guideDocument, guideList } from '@/lib/workspace/guides/views'
import { endpoint } from './endpoint'

export const guides = [
  endpoint('GET /guides', {
    about: 'Guides and questions; with words, the places where they stand.',
    role: 'viewer',
    query: guideQuery,
    answer: guideList,
    run: ({ query }) => listGuides(query),
  }),
  endpoint('GET /guides/checks', {
    about: 'What the questions can test.',
    role: 'viewer',
    answer: z.object({ checks: z.array(checkView) }),
    run: () => ({ checks: listChecks() }),
  }),
  endpoint('POST /guides/checks', {
    about: 'Test one thing of a run or an environment; some tests ask the provider.',
    role: 'member',
    body: checkInput,
    answer: checkReport,
    refusals: ['not-found', 'precondition'],
    run: ({ deps, actor, body }) => runCheck(deps, actor, body),
  }),
  endpoint('GET /guides/{slug}', {
    about: 'A guide or a tree of questions as data; also limits and inconsistencies.',
    role: 'viewer',
    path: { slug: 'Such as stk-push, callback-never-came or limits.' },
    answer: guideDocument,
    run: ({ deps, path }) => getGuide(deps, path.slug),
  }),
] as const
