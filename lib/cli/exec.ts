import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'
import { systems } from '@/lib/systems'
import { CommandError, exitCodes, type Io } from './io'
import { freePort, type ServerProcess, type ServerProgram, startServer } from './server'

export type Built = {
  server: ServerProgram
  /** Builds where that is still to be done. */
  prepare(): Promise<void>
}

/** Runs a program beside a Jaribu of its own, which is gone with it. Ends with what the program ended with. */
export const exec = async (
  command: readonly string[],
  { server: program, prepare }: Built,
  io: Io,
): Promise<number> => {
  const [file, ...given] = command
  if (file === undefined) {
    throw new CommandError(exitCodes.usage, 'Say what to run: jaribu exec -- npm test')
  }
  await prepare()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jaribu-exec-'))
  const token = randomBytes(24).toString('base64url')
  let server: ServerProcess | undefined
  try {
    const port = await freePort()
    server = await startServer({ program, port, dataDir, settings: { JARIBU_API_TOKEN: token }, env: io.env })
    return await runBeside(file, given, { ...io.env, ...settingsFor(server.url, token) }, io)
  } finally {
    await server?.end('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

/** Where everything is and with which credentials: `DARAJA_BASE_URL`, `DARAJA_CONSUMER_KEY` and so on. */
export const settingsFor = (url: string, token: string): Record<string, string> => {
  const settings: Record<string, string> = {
    JARIBU_URL: url,
    JARIBU_TOKEN: token,
    JARIBU_CALLBACK_URL: `${url}/hook/local`,
  }
  for (const { id, presets } of systems) {
    const local = presets.find(({ kind }) => kind === 'local')
    if (!local) continue
    settings[`${id.toUpperCase()}_BASE_URL`] = `${url}${local.baseUrl}`
    for (const [name, value] of Object.entries(local.credentials)) {
      if (value !== undefined) settings[`${id.toUpperCase()}_${snake(name)}`] = value
    }
  }
  return settings
}

const runBeside = (file: string, given: readonly string[], env: NodeJS.ProcessEnv, io: Io): Promise<number> =>
  new Promise((resolve, reject) => {
    const isWindows = process.platform === 'win32'
    // npm and npx are .cmd files there, which only a shell can start.
    const child = spawn(file, given, { stdio: 'inherit', env, shell: isWindows })
    const stop = () => child.kill('SIGTERM')
    io.signal.addEventListener('abort', stop)
    child.once('error', (error) => {
      reject(new CommandError(exitCodes.usage, `“${file}” cannot be run: ${error.message}.`))
    })
    child.once('exit', (code, signal) => {
      io.signal.removeEventListener('abort', stop)
      // As a shell says it.
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal]))
    })
  })
