import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
// Made when the package is laid out: it is not there in a checkout.
const { main } = await import(pathToFileURL(path.join(here, 'cli', 'main.mjs')).href)
const server = { file: path.join(here, 'server/server.js'), modules: path.join(here, 'server/deps') }

/** The server works from its own folder, where nothing of anybody's is kept. */
const dataDir = () => {
  const { JARIBU_DATA_DIR, XDG_DATA_HOME } = process.env
  if (JARIBU_DATA_DIR) return path.resolve(JARIBU_DATA_DIR)
  return path.join(XDG_DATA_HOME || path.join(homedir(), '.local/share'), 'jaribu')
}

const start = () =>
  new Promise((resolve) => {
    const folder = dataDir()
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { PORT = '3000', HOST = '127.0.0.1' } = process.env
    console.log(`Jaribu keeps its data in ${folder}`)
    const child = spawn(process.execPath, [server.file], {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_PATH: server.modules,
        JARIBU_DATA_DIR: folder,
        PORT,
        HOST,
        HOSTNAME: HOST,
      },
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.once('exit', (code) => resolve(code ?? 0))
  })

process.exitCode = await main({
  server: { args: () => [server.file], cwd: path.dirname(server.file), env: { NODE_PATH: server.modules } },
  prepare: async () => {},
  start,
})
