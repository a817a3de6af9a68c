import { spawn } from 'node:child_process'
import readline from 'node:readline'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { root } from './run.mjs'
import { point } from './say.mjs'

/** The process is gone this long after it was asked to stop, streams or not. */
const patienceMs = 1800

const plain = stripVTControlCharacters
const isReadyLine = (line) => /✓ Ready/u.test(plain(line))

/** Next's own banner repeats the address of the socket, which is not the one to open. */
const isBanner = (line) => /^\s*(▲|- (Local|Network|Environments)\b|✓ (Starting|Running))/u.test(line)

const reachable = (host) =>
  ({ '0.0.0.0': '127.0.0.1', '::': '[::1]' })[host] ?? (host.includes(':') ? `[${host}]` : host)

/**
 * Runs `next <mode>` until it ends or is asked to. The addresses that the app prints while it starts (the owner's
 * link) are held back and shown last, when the server answers.
 */
export const runServer = (mode, { host, port, url }) =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [`${root}node_modules/next/dist/bin/next`, mode, '-H', host, '-p', String(port)],
      {
        cwd: root,
        env: { ...process.env, PORT: String(port), HOST: host },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let isReady = false
    let isStopping = false
    const held = []
    const whenServing = async () => {
      // Answered once the app has started; what it had to say was printed before.
      await fetch(`http://${reachable(host)}:${port}/api/health`).catch(() => undefined)
      await nextTurn()
      isReady = true
      console.log('\nJaribu is running. Stop it with Ctrl C.\n')
      for (const text of held.length > 0 ? held : [`Open ${url}`]) point(text)
      console.log('')
    }
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      if (isReady) console.log(line)
      else if (isReadyLine(line)) whenServing()
      else if (!isBanner(plain(line)) && line.trim() !== '') held.push(line)
    })
    const stop = (signal) => {
      if (isStopping) return
      isStopping = true
      child.kill(signal)
      setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
    child.on('exit', (code) => {
      if (!isReady) for (const line of held) console.log(line)
      resolve(isStopping ? 0 : (code ?? 1))
    })
  })
