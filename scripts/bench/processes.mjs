import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { root, run } from '../steps/run.mjs'

export const apiToken = 'token-of-the-benchmark-on-loopback-only-0001'

/** A folder that is gone when `work` is over. */
export const inFolder = async (work) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jaribu-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** Runs TypeScript as it stands. */
const typescript = ['--import', 'tsx', '--import', new URL('./on-a-server.mjs', import.meta.url).href]

/** Servers on one core and who asks them on another, so that neither takes the other's time; where the machine has that. */
const canPin = cpus().length > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0
const onCore = (core, command) => (canPin ? ['taskset', '-c', String(core), ...command] : command)
export const pinning = canPin
  ? 'server on one core, client on another'
  : 'server and client on the same cores'

/** Starts a Node script and waits for the line that matches; ended when `work` is over. */
const withScript = async (file, args, { variables = {}, isPinned = false } = {}, pattern, work) => {
  const command = [process.execPath, ...(file.endsWith('.ts') ? typescript : []), file, ...args]
  const [program, ...rest] = isPinned ? onCore(0, command) : command
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let heard = ''
  try {
    const match = await new Promise((resolve, reject) => {
      readline.createInterface({ input: child.stdout }).on('line', (line) => {
        heard += `${line}\n`
        const found = pattern.exec(stripVTControlCharacters(line))
        if (found) resolve(found)
      })
      child.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${heard}`)))
    })
    return await work(match, child)
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
  }
}

/** Runs a script of ours to its end; what it printed. */
export const finish = async (file, args) => {
  const { code, output } = await run(process.execPath, [...typescript, file, ...args], { quiet: true })
  if (code !== 0) throw new Error(`${file} ended with ${code}:\n${output}`)
  return output
}

/** Asks from the other core. */
export const finishAsking = (args) => {
  const [program, ...rest] = onCore(1, [process.execPath, ...args])
  return run(program, rest, { quiet: true })
}

/** Sends requests from the other core, each once; when that began, and how many were answered a second. */
export const fire = async (job) => {
  const script = new URL('./fire.mjs', import.meta.url).pathname
  const [program, ...rest] = onCore(1, [process.execPath, script])
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(job))
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error('The requests were not answered as wanted')
  return JSON.parse(said)
}

export const withListener = (file, args, options, work) =>
  withScript(file, args, options, /^listening (\d+)$/, ([, port]) => work(Number(port)))

/** The built product on a free port, with its data in `folder`. */
export const withProduct = (folder, port, work, { isPinned = false } = {}) =>
  withScript(
    path.join(root, 'node_modules/next/dist/bin/next'),
    ['start', '-H', '127.0.0.1', '-p', String(port)],
    {
      isPinned,
      variables: {
        PORT: String(port),
        HOST: '127.0.0.1',
        JARIBU_DATA_DIR: folder,
        JARIBU_API_TOKEN: apiToken,
        JARIBU_PUBLIC_URL: `http://localhost:${port}`,
      },
    },
    /✓ Ready/u,
    async (_match, child) => {
      await fetch(`http://localhost:${port}/api/health`)
      return work(`http://localhost:${port}`, child)
    },
  )

/** Calls the product's API and insists on success. */
export const call = async (url, method, apiPath, body) => {
  const answer = await fetch(`${url}/api/v1${apiPath}`, {
    method,
    headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${apiPath} answered ${answer.status}: ${text.slice(0, 300)}`)
  return text === '' ? undefined : JSON.parse(text)
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

export const percentile = (numbers, share) => {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}
