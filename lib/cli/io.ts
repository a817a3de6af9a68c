import type { ApiAnswer } from '@/lib/api/client'

/** What a command may touch of the world around it; tests give it another one. */
export type Io = {
  out(line: string): void
  err(line: string): void
  env: NodeJS.ProcessEnv
  /** Aborted when somebody asks the command to end. */
  signal: AbortSignal
  /** In milliseconds. */
  now(): number
  /** Resolves early when the command is to end. */
  pause(ms: number): Promise<void>
  keys?: Keys
}

/** Single keys of a terminal, until the function that is returned is called. */
export type Keys = (heard: (key: string) => void) => () => void

export type Callback = Extract<
  ApiAnswer<'GET /callbacks'>,
  { cursor: number; callbacks: { body: string }[] }
>['callbacks'][number]

/** What a command ends with; the README lists them. */
export const exitCodes = {
  done: 0,
  /** The payment, or the program that was run, did not succeed. */
  failed: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** Jaribu refused. */
  refused: 3,
  unreachable: 4,
  /** What was waited for did not come in time. */
  tooLate: 5,
} as const

/** Ends the command with one line for people. */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message)
    this.name = 'CommandError'
  }
}
