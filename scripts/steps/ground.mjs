import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { root } from './run.mjs'
import { Halt } from './say.mjs'

/** Where to listen, as the environment says. */
export const readAddress = (env = process.env) => {
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Halt(`PORT must be a number from 1 to 65535 and is "${env.PORT}". Fix: PORT=3000 npm start`)
  }
  const host = env.HOST || '127.0.0.1'
  const isLoopback = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host)
  const shown = isLoopback ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return { port, host, url: (env.JARIBU_PUBLIC_URL || `http://${shown}:${port}`).replace(/\/+$/, '') }
}

const answers = (host, port) =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 1000 })
    const finish = (result) => {
      socket.destroy()
      resolve(result)
    }
    socket.on('connect', () => finish(true))
    socket.on('timeout', () => finish(false))
    socket.on('error', () => finish(false))
  })

const bindError = (host, port) =>
  new Promise((resolve) => {
    const server = net.createServer()
    server.on('error', (error) => resolve(error.code))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })

/** Somebody on the other loopback address counts too: a browser that opens `localhost` would reach them. */
export const ensurePortFree = async ({ host, port }) => {
  const isLocal = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host)
  const neighbours = isLocal ? ['127.0.0.1', '::1'] : []
  const taken = await Promise.all(neighbours.map((address) => answers(address, port)))
  const code = taken.includes(true) ? 'EADDRINUSE' : await bindError(host, port)
  if (!code) return
  if (code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : 3000
    throw new Halt(
      `Port ${port} is in use. Stop what listens there, or take another: PORT=${other} npm start`,
    )
  }
  if (code === 'EACCES') {
    throw new Halt(`This user may not listen on port ${port}. Take one above 1023: PORT=3000 npm start`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    throw new Halt(`HOST=${host} is no address of this machine. Fix: HOST=127.0.0.1 npm start`)
  }
  throw new Halt(`Cannot listen on ${host}:${port} (${code}). Take another: PORT=3001 npm start`)
}

/** Creates the data folder for its owner only and makes sure that it can be written. */
export const ensureDataFolder = (env = process.env) => {
  const folder = path.resolve(root, env.JARIBU_DATA_DIR || 'data')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const probe = path.join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Halt(
      `The data folder ${folder} cannot be written (${error.code}). Fix: sudo chown -R "$(id -un)" "${folder}", or choose another: JARIBU_DATA_DIR="$HOME/jaribu-data" npm start`,
    )
  }
  return folder
}
