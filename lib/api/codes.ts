import 'server-only'
import { z } from 'zod'
import { explainInput, explainPasted, longestPaste } from '@/lib/workspace/codes/explain-pasted'
import { getCode } from '@/lib/workspace/codes/get-code'
import { codeFilter, listCodes } from '@/lib/workspace/codes/list-codes'
import { codeDetail, codeView, explainedPaste } from '@/lib/workspace/codes/views'
import { endpoint } from './endpoint'

export const codes = [
  endpoint('GET /codes', {
    about: 'Codes and messages of every system, with cause and cure; the likeliest first.',
    role: 'viewer',
    query: codeFilter,
    answer: z.object({ codes: z.array(codeView), total: z.int() }),
    run: ({ query }) => listCodes(query),
  }),
  endpoint('POST /codes/explain', {
    about: 'What a pasted answer, callback, error page or log line says; nothing of it is kept.',
    role: 'viewer',
    body: explainInput,
    // Escaped as JSON, a text may be several times as long.
    mostBytes: longestPaste * 6,
    answer: explainedPaste,
    run: ({ body }) => explainPasted(body),
  }),
  endpoint('GET /codes/{system}/{id}', {
    about: 'One code: its other meanings, and the runs and callbacks that met it.',
    role: 'viewer',
    path: { system: 'Id of an API system.', id: 'Id of the row.' },
    answer: codeDetail,
    run: ({ deps, actor, path }) => getCode(deps, actor, path.system, path.id),
  }),
] as const
