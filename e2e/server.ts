import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkoutServer, freePort, type ServerProcess, startServer } from '@/lib/cli/server'

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

/** A built server with an empty data folder of its own. */
export const startJaribu = async (settings: Record<string, string> = {}): Promise<Jaribu> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jaribu-story-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  /** One after another, on the same folder and port. */
  const servers: ServerProcess[] = []
  const start = async () => {
    servers.push(
      await startServer({
        program: checkoutServer(root),
        port,
        dataDir,
        settings: { JARIBU_API_TOKEN: apiToken, ...settings },
        env: process.env,
        hasOwner: servers.length > 0,
      }),
    )
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') =>
    (await servers.at(-1)?.end(signal)) ?? { code: 0, ms: 0 }

  await start()
  return {
    url,
    dataDir,
    ownerLink: servers[0]?.ownerLink ?? '',
    output: () => servers.map((each) => each.output()).join(''),
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
