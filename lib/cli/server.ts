import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import readline from 'node:readline'

export type ServerProcess = {
  url: string
  /** The one-time link that is printed at the first start with a data folder. */
  ownerLink: string
  /** All that it printed so far. */
  output(): string
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ code: number | null; ms: number }>
}

/** A port of this machine that nobody uses now. */
export const freePort = async (): Promise<number> => {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('This machine gives no port.')
  return address.port
}

/** How a built server is started here. */
export type ServerProgram = {
  /** What Node is told, for the port. */
  args(port: number): string[]
  cwd: string
  env?: Record<string, string>
}

/** The server of a checkout. */
export const checkoutServer = (root: string): ServerProgram => ({
  args: (port) => [`${root}/node_modules/next/dist/bin/next`, 'start', '-H', '127.0.0.1', '-p', String(port)],
  cwd: root,
})

/** Starts a built server with a data folder of its own, and with none of the caller's own settings. */
export const startServer = async ({
  program,
  port,
  dataDir,
  settings,
  env: { PATH, HOME },
  hasOwner = false,
}: {
  program: ServerProgram
  port: number
  dataDir: string
  settings: Record<string, string>
  /** The caller's, of which a program cannot do without two. */
  env: Readonly<Record<string, string | undefined>>
  /** The folder was used before: no link is printed. */
  hasOwner?: boolean
}): Promise<ServerProcess> => {
  const url = `http://localhost:${port}`
  const server = spawn(process.execPath, program.args(port), {
    cwd: program.cwd,
    env: {
      PATH,
      HOME,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      HOSTNAME: '127.0.0.1',
      JARIBU_DATA_DIR: dataDir,
      ...program.env,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let ownerLink = ''
  const keep = (line: string) => {
    output += `${line}\n`
    ownerLink ||= line.match(/https?:\/\/\S+\/start\/\S+/)?.[0] ?? ''
  }
  readline.createInterface({ input: server.stderr }).on('line', keep)
  await new Promise<void>((resolve, reject) => {
    let isServing = false
    readline.createInterface({ input: server.stdout }).on('line', (line) => {
      keep(line)
      isServing ||= line.includes('Ready in')
      if (isServing && (ownerLink !== '' || hasOwner)) resolve()
    })
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
  const health = await fetch(`${url}/api/health`)
  if (!health.ok) throw new Error(`Health answers ${health.status}:\n${output}`)
  return { url, ownerLink, output: () => output, end: (signal) => end(server, signal) }
}

const end = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') => {
  const began = performance.now()
  if (child.exitCode !== null || child.signalCode !== null) return { code: 0, ms: 0 }
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = (await ended) as [number | null]
  return { code, ms: performance.now() - began }
}
