import type { Json } from '@/lib/catalogue/types'
import { assignmentOf } from '@/lib/wire/leaves'
import { CommandError, exitCodes, type Io } from './io'
import { type Place, type PlaceOptions, placeOf } from './place'
import { wait } from './wait'
import { outcomeLine } from './words'

export type SendOptions = PlaceOptions & {
  set?: string[]
  environment?: string
  confirm?: string
  sendAnyway?: boolean
  wait?: boolean
  timeout: number
  json?: boolean
}

/** Sends one request; what is not set is filled in as the form does. */
export const send = async (operation: string, options: SendOptions, io: Io): Promise<number> => {
  const place = placeOf(options, io)
  const environment = options.environment ?? (await environmentFor(operation, place))
  const run = await place.call('POST /runs', {
    body: {
      operation,
      environment,
      values: valuesOf(options.set ?? []),
      sendAnyway: options.sendAnyway ?? false,
      ...(options.confirm !== undefined && { confirm: options.confirm }),
    },
  })
  if (options.wait && run.verdict === 'pending') return wait({ ...options, run: run.id, since: 0 }, io)
  io.out(options.json ? JSON.stringify(run) : `${outcomeLine(run)}  ${place.url}/history/${run.id}`)
  const isBad = ['failed', 'refused', 'unreachable', 'timed-out'].includes(run.verdict)
  return isBad ? exitCodes.failed : exitCodes.done
}

/** The local one of the operation's system, or the only one. */
const environmentFor = async (operation: string, place: Place): Promise<string> => {
  const { environments } = await place.call('GET /environments')
  const [system] = operation.split('.')
  const fit = environments.filter((each) => each.system === system)
  const chosen = fit.find(({ kind }) => kind === 'local') ?? (fit.length === 1 ? fit[0] : undefined)
  if (chosen) return chosen.slug
  throw new CommandError(
    exitCodes.usage,
    fit.length === 0
      ? `No environment speaks “${system}”. Make one under Environments.`
      : `Say through which environment, with --environment: ${fit.map(({ slug }) => slug).join(', ')}.`,
  )
}

const valuesOf = (sets: readonly string[]): Record<string, Json> =>
  Object.fromEntries(
    sets.map((text) => {
      const assignment = assignmentOf(text)
      if (!assignment) {
        throw new CommandError(exitCodes.usage, `“${text}” sets nothing. Write it so: --set Amount=150`)
      }
      const { path, value, isRaw } = assignment
      return [path, isRaw ? rawOf(path, value) : value]
    }),
  )

const rawOf = (path: string, value: string): Json => {
  try {
    return JSON.parse(value)
  } catch {
    throw new CommandError(exitCodes.usage, `“${value}” is no JSON, which ${path}:= needs.`)
  }
}
