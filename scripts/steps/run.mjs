import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const onWindows = process.platform === 'win32'

/** Runs a command to its end. `quiet` keeps its output for the caller instead of showing it. */
export const run = (command, args, { quiet = false, env = {}, cwd = root } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // npm and npx are .cmd files there, which only a shell can start.
      shell: onWindows && !command.endsWith('.exe'),
    })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }))
  })

/** Runs the entry of an installed package with this very Node. */
export const runBin = (file, args, options) =>
  run(process.execPath, [`${root}node_modules/${file}`, ...args], options)
