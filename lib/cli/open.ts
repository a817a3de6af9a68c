import { spawn } from 'node:child_process'
import type { Io } from './io'

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** In the browser of who sits here; the address is printed for whoever has none. */
export const openPage = async (url: string, io: Pick<Io, 'out'>): Promise<void> => {
  io.out(url)
  const [command, ...before] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...before, url], { stdio: 'ignore', detached: true })
  // No browser here: the address stands above.
  child.on('error', () => {})
  child.unref()
}
