import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../steps/run.mjs'
import { finishAsking, inFolder, withListener, withProduct } from './processes.mjs'

const here = path.join(root, 'scripts/bench')
const listeners = 500
const rounds = 60

const listen = async (port, place, ...rest) => {
  const { code, output } = await finishAsking(
    [path.join(here, 'listen.mjs'), port, place, ...rest].map(String),
  )
  if (code !== 0) throw new Error(`The listeners ended with ${code}:\n${output}`)
  return JSON.parse(output.trim().split('\n').at(-1))
}

/** Bytes that the process held at most; undefined where the system does not tell. */
const mostHeld = (pid) => {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes && Number(kilobytes) * 1024
  } catch {
    return undefined
  }
}

/** From sending a callback to reading its event, on a bare server, on the product, and with readers that take nothing. */
export const measureStreams = async (port) => {
  const isPinned = true
  const bare = await withListener(path.join(here, 'bare-streams.mjs'), [], { isPinned }, (at) =>
    listen(at, '/live', listeners, rounds),
  )
  const product = await inFolder((folder) =>
    withProduct(folder, port, () => listen(port, '/api/live', listeners, rounds), { isPinned }),
  )
  const crowd = await inFolder((folder) =>
    withProduct(
      folder,
      port,
      async (_url, child) => ({
        ...(await listen(port, '/api/live', listeners, rounds, listeners)),
        bytes: mostHeld(child.pid),
      }),
      { isPinned },
    ),
  )
  return { listeners, bare, product, crowd }
}
