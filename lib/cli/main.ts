import { setTimeout as pause } from 'node:timers/promises'
import type { Io, Keys } from './io'
import { type Host, runCommand } from './program'

/** The command line of this process. */
export const main = async (host: Omit<Host, 'write'>): Promise<number> => {
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
  const { signal } = asked
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const io: Io = {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    env: process.env,
    signal,
    now: Date.now,
    pause: (ms) => pause(ms, undefined, { signal }).catch(() => {}),
    ...(isTerminal && { keys: keysOf(() => asked.abort()) }),
  }
  // Whoever reads us may stop reading: `jaribu listen | head`.
  process.stdout.on('error', () => asked.abort())
  return runCommand(process.argv.slice(2), io, {
    ...host,
    write: (bytes) => void process.stdout.write(bytes),
  })
}

const keysOf =
  (stop: () => void): Keys =>
  (heard) => {
    const { stdin } = process
    const read = (bytes: Buffer) => {
      const key = bytes.toString()
      // In raw mode Ctrl C is a key like any other.
      if (key === 'q' || key === '\u0003') stop()
      else heard(key)
    }
    stdin.setRawMode(true).resume().on('data', read)
    return () => void stdin.off('data', read).setRawMode(false).pause()
  }

export { checkoutServer } from './server'
