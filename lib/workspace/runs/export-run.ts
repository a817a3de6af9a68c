import 'server-only'
import { z } from 'zod'
import { environmentKindWords, simulatedLine, simulatedName } from '@/lib/wire/environment-kinds'
import type { Actor, Deps } from '../deps'
import type { RunDetail } from '../views'
import { getRun } from './get-run'
import { blankless, listRuns, type RunFilter, runFields } from './list-runs'

const exportFormat = z.enum(['json', 'har'])
export type ExportFormat = z.infer<typeof exportFormat>

export const runExport = z.object({ format: exportFormat.default('json') })
export const runsExport = z.preprocess(blankless, runFields.extend(runExport.shape))
type File = { name: string; contentType: string; body: string }

/** One run as a file. What is stored has no secrets, so neither has this. */
export const exportRun = (deps: Deps, actor: Actor, id: string, format: ExportFormat): File => {
  const run = getRun(deps, actor, id)
  return fileOf(deps, { runs: [run], next: null }, format, `jaribu-run-${id}`)
}

const mostRuns = 1000
/** Of the text of one file: a few long bodies must not become gigabytes. */
const mostText = 32 * 1024 * 1024

/** Some runs, and the `before` by which those after them are asked for. */
type Exported = { runs: RunDetail[]; next: string | null }

/** Every run that the filter of the history finds, as many as a file holds: a thousand, or 32 MB. */
export const exportRuns = (deps: Deps, actor: Actor, filter: RunFilter, format: ExportFormat): File => {
  return fileOf(deps, gather(deps, actor, filter), format, 'jaribu-runs')
}

const gather = (deps: Deps, actor: Actor, filter: RunFilter): Exported => {
  const runs: RunDetail[] = []
  let size = 0
  let before = filter.before
  do {
    const page = listRuns(deps, actor, { ...filter, limit: 200, ...(before && { before }) })
    for (const { id } of page.runs) {
      const run = getRun(deps, actor, id)
      size += JSON.stringify(run).length
      if (runs.length > 0 && size > mostText) return { runs, next: runs.at(-1)?.id ?? null }
      runs.push(run)
    }
    before = page.cursor ?? undefined
  } while (before && runs.length < mostRuns)
  return { runs, next: before ?? null }
}

const fileOf = (
  { config, clock }: Deps,
  { runs, next }: Exported,
  format: ExportFormat,
  name: string,
): File => ({
  name: simulatedName(`${name}.${format}`, runs.some(isSimulated)),
  contentType: 'application/json',
  body: pretty(
    format === 'har'
      ? harOf(runs, next, config.version)
      : {
          exportedAt: new Date(clock()).toISOString(),
          version: config.version,
          ...(runs.some(isSimulated) && { notice: noticeOf(runs) }),
          runs: runs.map((run) => ({ ...run, isSimulated: isSimulated(run) })),
          next,
        },
  ),
})

const isSimulated = ({ environment }: RunDetail) => environment.kind === 'local'

const noticeOf = (runs: readonly RunDetail[]): string =>
  runs.every(isSimulated)
    ? simulatedLine
    : `${simulatedLine} So it is with ${runs.filter(isSimulated).length} of these ${runs.length} runs.`

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

/** HAR 1.2: http://www.softwareishard.com/blog/har-12-spec */
const harOf = (runs: readonly RunDetail[], next: string | null, version: string) => ({
  log: {
    version: '1.2',
    creator: { name: 'Jaribu', version },
    // What a customer starts is no request of ours.
    entries: runs.filter(({ origin }) => origin !== 'customer').map(entryOf),
    ...(commentOf(runs, next) && { comment: commentOf(runs, next) }),
  },
})

const commentOf = (runs: readonly RunDetail[], next: string | null): string =>
  [
    runs.some(isSimulated) ? noticeOf(runs) : '',
    next === null ? '' : `Older runs follow with before=${next}.`,
  ]
    .filter(Boolean)
    .join(' ')

const entryOf = (run: RunDetail) => {
  const { request, acknowledgement } = run
  const ms = acknowledgement?.ms ?? 0
  const header = (name: string, from: readonly [string, string][]) =>
    from.find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
  return {
    startedDateTime: new Date(run.createdAt).toISOString(),
    time: ms,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(request.headers),
      queryString: queryOf(request.url),
      ...(request.body && {
        postData: {
          mimeType: header('content-type', request.headers) || 'application/json',
          text: request.body,
        },
      }),
      headersSize: -1,
      bodySize: Buffer.byteLength(request.body),
    },
    response: {
      status: acknowledgement?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(acknowledgement?.headers ?? []),
      content: {
        size: Buffer.byteLength(acknowledgement?.body ?? ''),
        mimeType: header('content-type', acknowledgement?.headers ?? []) || 'application/octet-stream',
        text: acknowledgement?.body ?? '',
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      ...(run.unreachable && { _error: run.unreachable.detail }),
    },
    cache: {},
    timings: { send: 0, wait: ms, receive: 0 },
    comment: `${run.operationTitle}, ${run.environment.name} (${environmentKindWords[run.environment.kind]}): ${run.verdict}`,
    _run: run.id,
  }
}

const pairsOf = (headers: readonly [string, string][]) => headers.map(([name, value]) => ({ name, value }))

const queryOf = (url: string) => {
  try {
    return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
  } catch {
    return []
  }
}
