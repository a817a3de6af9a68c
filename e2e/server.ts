import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import readline from 'node:readline'

const root = path.resolve(import.meta.dirname, '..')

/** Valid from the first start, as a CI job would set it. */
export const apiToken = 'token-of-a-continuous-integration-job-0001'

type Json = ReturnType<typeof JSON.parse>

export type Jaribu = {
  url: string
  dataDir: string
  /** The one-time link of the first start. */
  ownerLink: string
  /** All that the server printed so far. */
  output(): string
  stop(): Promise<{ code: number | null; ms: number }>
  kill(): Promise<void>
  /** Starts again on the same port and data folder. */
  start(): Promise<void>
  /** Calls `/api/v1` as a script does, with the API token. */
  api(method: string, path: string, body?: unknown, token?: string): Promise<{ status: number; data: Json }>
  /** Ends the server and removes its data. */
  dispose(): Promise<void>
}

export const freePort = async () => {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as net.AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** A built server with an empty data folder of its own. */
export const startJaribu = async (settings: Record<string, string> = {}): Promise<Jaribu> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jaribu-story-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | undefined
  let output = ''
  let ownerLink = ''

  const start = async () => {
    const server = spawn(
      process.execPath,
      [path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
      {
        cwd: root,
        // Nothing of the caller's own settings may reach a story.
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          NODE_ENV: 'production',
          PORT: String(port),
          HOST: '127.0.0.1',
          JARIBU_DATA_DIR: dataDir,
          JARIBU_API_TOKEN: apiToken,
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child = server
    const isFirst = ownerLink === ''
    let isServing = false
    const keep = (line: string) => {
      output += `${line}\n`
      ownerLink ||= line.match(/https?:\/\/\S+\/start\/\S+/)?.[0] ?? ''
    }
    readline.createInterface({ input: server.stderr }).on('line', keep)
    await new Promise<void>((resolve, reject) => {
      readline.createInterface({ input: server.stdout }).on('line', (line) => {
        keep(line)
        isServing ||= line.includes('Ready in')
        if (isServing && (ownerLink !== '' || !isFirst)) resolve()
      })
      server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
    })
    const health = await fetch(`${url}/api/health`)
    if (!health.ok) throw new Error(`Health answers ${health.status}:\n${output}`)
  }

  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const began = performance.now()
    if (!child || child.exitCode !== null || child.signalCode !== null) return { code: 0, ms: 0 }
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = (await ended) as [number | null]
    return { code, ms: performance.now() - began }
  }

  await start()
  return {
    url,
    dataDir,
    ownerLink,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL')
    },
    start,
    api: async (method, apiPath, body, token = apiToken) => {
      const answer = await fetch(`${url}/api/v1${apiPath}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      const text = await answer.text()
      return { status: answer.status, data: text === '' ? undefined : JSON.parse(text) }
    },
    dispose: async () => {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What a script sends to ask a phone for money. */
export const stkPush = (msisdn: string, amount = 1) => ({
  operation: 'daraja.stk-push',
  environment: 'local',
  values: {
    BusinessShortCode: 174379,
    TransactionType: 'CustomerPayBillOnline',
    Amount: amount,
    PartyA: msisdn,
    PartyB: 174379,
    PhoneNumber: msisdn,
    AccountReference: 'INV-1',
    TransactionDesc: 'Test',
  },
})
