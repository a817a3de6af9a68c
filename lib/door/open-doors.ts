import 'server-only'
import diagnostics from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import { ofProcess } from '@/lib/process-state'
import type { Deps } from '@/lib/workspace/deps'
import { stopSignal } from '@/lib/workspace/server/stop'
import { attachDoor } from './attach'
import { listenOnPorts } from './ports'

type Opening = { attached: WeakSet<Server>; isWatching: boolean }
const opening = ofProcess('door', (): Opening => ({ attached: new WeakSet(), isWatching: false }))

/**
 * Attaches the door to the server that listens on our port, which the framework makes and keeps to itself: Node's own
 * diagnostics channel names it at its first request, before its listeners hear of that.
 */
const openDoor = (deps: Deps): void => {
  const state = opening()
  if (state.isWatching) return
  state.isWatching = true
  const onRequest = (message: unknown) => {
    const { server } = message as { server: Server }
    if (state.attached.has(server)) return
    const address = server.address()
    if (typeof address !== 'object' || address?.port !== deps.config.port) return
    state.attached.add(server)
    attachDoor(server, () => deps, { isDevelopment: deps.config.isDevelopment })
    diagnostics.unsubscribe('http.server.request.start', onRequest)
  }
  diagnostics.subscribe('http.server.request.start', onRequest)
}

/** Opens every door of this process. Called once, after the start. */
export const openDoors = async (deps: Deps): Promise<void> => {
  openDoor(deps)
  const listening = await listenOnPorts(deps)
  stopSignal().addEventListener('abort', listening.stop)
}
