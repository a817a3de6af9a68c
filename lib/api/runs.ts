import 'server-only'
import { z } from 'zod'
import { download } from '@/lib/http/download'
import { casesOfRun } from '@/lib/workspace/go-live/cases-of-run'
import { caseOfRun } from '@/lib/workspace/go-live/views'
import { deleteRun } from '@/lib/workspace/runs/delete-run'
import { exportRun, exportRuns, runExport, runsExport } from '@/lib/workspace/runs/export-run'
import { filledValues } from '@/lib/workspace/runs/fill-values'
import { getRun } from '@/lib/workspace/runs/get-run'
import { listRuns, runFilter } from '@/lib/workspace/runs/list-runs'
import { makeSnippet, snippetInput } from '@/lib/workspace/runs/make-snippet'
import { planInput, planRun } from '@/lib/workspace/runs/plan-run'
import { sendInput, sendRun } from '@/lib/workspace/runs/send-run'
import { waitForRun, waitSeconds } from '@/lib/workspace/runs/wait-for-run'
import { stopSignal, untilStop } from '@/lib/workspace/server/stop'
import { planView, runDetail, runSummary } from '@/lib/workspace/views'
import { keysForOperation } from '@/lib/workspace/world/emulator-keys'
import { endpoint, file, nothing } from './endpoint'

const run = { id: 'Id of a run.' }
const files = file(['application/json'])

export const runs = [
  endpoint('GET /runs', {
    about: 'Runs, newest first.',
    role: 'viewer',
    query: runFilter,
    answer: z.object({
      runs: z.array(runSummary),
      cursor: z.string().nullable().describe('`before` of the next page; null on the last one.'),
    }),
    run: ({ deps, actor, query }) => listRuns(deps, actor, query),
  }),
  endpoint('POST /runs', {
    about:
      'Send a request and keep all that comes of it. Ending the call cancels it. Fields that the request must have and that are left out are filled as the form fills them: from the environment, its inbox, or the example. With `sendAnyway` nothing is filled.',
    role: 'member',
    body: sendInput,
    answer: runDetail,
    status: 201,
    location: ({ id }) => `/runs/${id}`,
    refusals: ['not-found', 'conflict', 'precondition'],
    run: async ({ deps, actor, body, request }) => {
      await keysForOperation(deps, actor, body.operation, stopSignal())
      const values = body.sendAnyway ? body.values : filledValues(deps, actor, body)
      const { id } = await sendRun(deps, actor, { ...body, values }, request.signal)
      return getRun(deps, actor, id)
    },
  }),
  endpoint('GET /runs/export', {
    about:
      'Runs as a file, without secrets; the same filters, up to a thousand or 32 MB. What is left out follows with `before` set to the `next` of the file (in HAR: in its comment).',
    role: 'viewer',
    query: runsExport,
    answer: files,
    run: ({ deps, actor, query: { format, ...filter } }) => download(exportRuns(deps, actor, filter, format)),
  }),
  endpoint('GET /runs/{id}', {
    about: 'One run with its timeline; waits for a final verdict.',
    role: 'viewer',
    path: run,
    query: z.object({ wait: waitSeconds }),
    answer: runDetail,
    run: ({ deps, actor, path, query, request }) =>
      waitForRun(deps, actor, path.id, query.wait, untilStop(request)),
  }),
  endpoint('DELETE /runs/{id}', {
    about: 'Delete a run.',
    role: 'member',
    path: run,
    answer: nothing,
    run: ({ deps, actor, path }) => deleteRun(deps, actor, path.id),
  }),
  endpoint('GET /runs/{id}/cases', {
    about: 'Cases of Go-Live sheets for which this run stands.',
    role: 'viewer',
    path: run,
    answer: z.object({ cases: z.array(caseOfRun) }),
    run: async ({ deps, actor, path }) => ({ cases: await casesOfRun(deps, actor, path.id) }),
  }),
  endpoint('GET /runs/{id}/export', {
    about: 'One run as a file, without secrets.',
    role: 'viewer',
    path: run,
    query: runExport,
    answer: files,
    run: ({ deps, actor, path, query }) => download(exportRun(deps, actor, path.id, query.format)),
  }),
  endpoint('POST /plan', {
    about: 'What would be sent, and what the provider is known to refuse; sends nothing.',
    role: 'member',
    body: planInput,
    answer: planView,
    refusals: ['not-found'],
    run: async ({ deps, actor, body }) => {
      await keysForOperation(deps, actor, body.operation, stopSignal())
      return planRun(deps, actor, body)
    },
  }),
  endpoint('POST /snippet', {
    about: 'Code that sends exactly this request.',
    role: 'member',
    body: snippetInput,
    answer: z.object({ code: z.string() }),
    refusals: ['not-found', 'precondition'],
    run: ({ deps, actor, body }) => makeSnippet(deps, actor, body),
  }),
] as const
