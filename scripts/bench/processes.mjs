import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

/** Starts a Node script and waits for the line that matches; ended when `work` is over. */
const withScript = async (file, args, env, pattern, work) => {
  const child = spawn(process.execPath, [...(file.endsWith('.ts') ? typescript : []), file, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
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
    return await work(match)
  } finally {
    if (child.exitCode === null) {
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

export const withListener = (file, args, env, work) =>
  withScript(file, args, env, /^listening (\d+)$/, ([, port]) => work(Number(port)))

/** The built product on a free port, with its data in `folder`. */
export const withProduct = (folder, port, work) =>
  withScript(
    path.join(root, 'node_modules/next/dist/bin/next'),
    ['start', '-H', '127.0.0.1', '-p', String(port)],
    {
      PORT: String(port),
      HOST: '127.0.0.1',
      JARIBU_DATA_DIR: folder,
      JARIBU_API_TOKEN: apiToken,
      JARIBU_PUBLIC_URL: `http://localhost:${port}`,
    },
    /✓ Ready/u,
    async () => {
      await fetch(`http://localhost:${port}/api/health`)
      return work(`http://localhost:${port}`)
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
