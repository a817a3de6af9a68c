import 'server-only'
import { randomBytes } from 'node:crypto'
import pino, { type Logger } from 'pino'
import { ofProcess } from '@/lib/process-state'
import { plainLine } from './plain-line'
import { withoutSecret } from './redact'
import { requestId } from './request-id'

/**
 * The log of this process: one JSON object a line on standard error, or plain lines where a person watches it at a
 * terminal. Texts are fixed sentences; what differs goes into fields beside them.
 */
export const log = ofProcess('log', () =>
  makeLog((line) => process.stderr.write(line), { isWatched: process.stderr.isTTY === true }),
)

/** Logs what is a fault of ours once, and returns the id to show to whoever met it. */
export const logFault = (thrown: unknown): string => {
  const fault = randomBytes(6).toString('hex')
  log().error({ fault, err: thrown }, 'A fault of Jaribu')
  return fault
}

export const makeLog = (write: (line: string) => void, { isWatched }: { isWatched: boolean }): Logger =>
  pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => ({ request: requestId() }),
      serializers: { err: describe },
    },
    {
      write: (line) => {
        const entry = JSON.parse(line, withoutSecret)
        write(isWatched ? plainLine(entry) : `${JSON.stringify(entry)}\n`)
      },
    },
  )

/** Properties that others hang on errors may hold whole requests: only what says what happened is kept. */
const describe = (thrown: unknown) =>
  thrown instanceof Error
    ? {
        type: thrown.name,
        message: thrown.message,
        ...('code' in thrown && { code: String(thrown.code) }),
        stack: withCauses(thrown),
      }
    : { message: String(thrown) }

const withCauses = (error: Error): string => {
  const own = error.stack ?? `${error.name}: ${error.message}`
  return error.cause instanceof Error ? `${own}\ncaused by ${withCauses(error.cause)}` : own
}
