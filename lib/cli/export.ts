import { writeFileSync } from 'node:fs'
import { CommandError, exitCodes, type Io } from './io'
import { type Place, type PlaceOptions, placeOf } from './place'

export type ExportOptions = PlaceOptions & { format?: string; output?: string; filter?: string[] }

/** What can be had as a file, with the formats of each; the first is taken where none is named. */
export const exported = {
  runs: { path: () => '/runs/export', formats: ['json', 'har'], hasId: false },
  run: {
    path: (id: string) => `/runs/${encodeURIComponent(id)}/export`,
    formats: ['json', 'har'],
    hasId: true,
  },
  report: { path: () => '/reports/export', formats: ['csv', 'xlsx', 'json'], hasId: false },
  sheet: {
    path: (id: string) => `/go-live/sheets/${encodeURIComponent(id)}/export`,
    formats: ['xlsx', 'json'],
    hasId: true,
  },
  callback: { path: (id: string) => `/callbacks/${encodeURIComponent(id)}/body`, formats: [], hasId: true },
} as const
export type Exported = keyof typeof exported

/** Writes to a file, or to the standard output. */
export const exportAs = async (
  what: Exported,
  id: string | undefined,
  options: ExportOptions,
  io: Io & { write(bytes: Uint8Array): void },
): Promise<number> => {
  const { path, formats, hasId } = exported[what]
  if (hasId && id === undefined) {
    throw new CommandError(exitCodes.usage, `Say which ${what}: jaribu export ${what} <id>`)
  }
  const search = new URLSearchParams((options.filter ?? []).map(pairOf))
  const [first] = formats
  const format = options.format ?? first
  if (format !== undefined) search.set('format', format)
  const place = placeOf(options, io)
  const bytes = await download(place, `/api/v1${path(id ?? '')}?${search}`)
  if (options.output === undefined) io.write(bytes)
  else {
    writeFileSync(options.output, bytes)
    io.err(`${options.output}: ${bytes.length} bytes`)
  }
  return exitCodes.done
}

const pairOf = (text: string): [string, string] => {
  const at = text.indexOf('=')
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)]
  throw new CommandError(exitCodes.usage, `“${text}” filters nothing. Write it so: --filter verdict=failed`)
}

const download = async (place: Place, path: string): Promise<Uint8Array> => {
  const answer = await place.fetch(path).catch(() => {
    throw new CommandError(exitCodes.unreachable, `${place.url} cannot be reached.`)
  })
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
  const problem: unknown = await answer.json().catch(() => undefined)
  const detail =
    typeof problem === 'object' && problem !== null && 'detail' in problem ? String(problem.detail) : ''
  throw new CommandError(exitCodes.refused, detail || `${place.url} answered ${answer.status}.`)
}
