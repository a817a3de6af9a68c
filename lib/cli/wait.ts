import { isSuccess } from '@/lib/wire/verdicts'
import { cursorNow, follow } from './follow'
import { type Callback, exitCodes, type Io } from './io'
import { isOfKind } from './listen'
import { type PlaceOptions, placeOf } from './place'
import { line, outcomeLine } from './words'

export type WaitOptions = PlaceOptions & {
  kind?: string
  receipt?: string
  reference?: string
  phone?: string
  code?: string
  run?: string
  inbox?: string
  after?: number
  /** Seconds. */
  since: number
  timeout: number
  json?: boolean
}

/** Waits for a callback, or for what became of a run. Silence is no failure: it has an exit code of its own. */
export const wait = async (options: WaitOptions, io: Io): Promise<number> =>
  options.run === undefined ? waitForCallback(options, io) : waitForRun(options.run, options, io)

const waitForCallback = async (options: WaitOptions, io: Io): Promise<number> => {
  const place = placeOf(options, io)
  const began = io.now()
  const until = began + options.timeout * 1000
  // What came a moment before is meant too: the payment was sent first.
  const after = options.after ?? Math.max(0, (await cursorNow(place, options.inbox)) - mostBack)
  const earliest = options.after === undefined ? began - options.since * 1000 : 0
  for await (const callback of follow(place, io, { inbox: options.inbox, after, until })) {
    if (callback.receivedAt < earliest || !fits(callback, options)) continue
    io.out(options.json ? JSON.stringify(callback) : line(callback))
    return exitCodes.done
  }
  io.err(`No such callback came within ${options.timeout} s.`)
  return exitCodes.tooLate
}

/** Of callbacks that came before, no more are looked through. */
const mostBack = 500

const fits = (callback: Callback, { kind, receipt, reference, phone, code }: WaitOptions): boolean => {
  const { meaning } = callback
  const isSame = (wanted: string | undefined, held: string | null | undefined) =>
    wanted === undefined || wanted === held
  return (
    (kind === undefined || isOfKind(callback, kind)) &&
    isSame(receipt, meaning?.receipt) &&
    isSame(reference, meaning?.reference) &&
    isSame(phone, meaning?.msisdn) &&
    isSame(code, meaning?.code)
  )
}

const longestWait = 30

const waitForRun = async (id: string, options: WaitOptions, io: Io): Promise<number> => {
  const place = placeOf(options, io)
  const until = io.now() + options.timeout * 1000
  for (;;) {
    const left = Math.max(0, Math.ceil((until - io.now()) / 1000))
    const query = { wait: Math.min(longestWait, left) }
    const run = await place.call('GET /runs/{id}', { path: { id }, query })
    const isPending = run.verdict === 'pending'
    if (isPending && io.now() < until) continue
    io.out(options.json ? JSON.stringify(run) : outcomeLine(run))
    // Silence is no failure.
    if (isPending || run.verdict === 'no-word') return exitCodes.tooLate
    return isSuccess(run.verdict) ? exitCodes.done : exitCodes.failed
  }
}
