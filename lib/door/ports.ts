import 'server-only'
import { createServer, type Server } from 'node:http'
import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import { log } from '@/lib/log'
import type { Deps } from '@/lib/workspace/deps'
import { attachMachine } from './attach'
import { emulated } from './machines'

const isListening = (server: Server, port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => resolve(undefined))
  })

/** The provider's own ports, each with the calls that live there: for clients that let only the host be changed. */
const fixedPorts: readonly number[] = mozambiqueOperations.flatMap(({ port }) => port ?? [])

/**
 * Listens on the given ports with plain HTTP servers. A port that is taken is said in one line; the others work. The
 * returned function stops them, open connections included.
 */
export const listenOnPorts = async (
  deps: Deps,
  ports: readonly number[] = fixedPorts,
): Promise<{ ports: number[]; stop(): void }> => {
  const servers: Server[] = []
  const heard: number[] = []
  for (const port of ports) {
    const server = createServer()
    attachMachine(server, deps, (path) => emulated('mozambique', path))
    const failure = await isListening(server, port, deps.config.host)
    if (failure) {
      log().warn(
        { port, code: failure, setting: 'JARIBU_MOZAMBIQUE_PORTS' },
        `Port ${port} cannot be used. The emulator still answers at ${deps.config.publicUrl}/emulator/mozambique.`,
      )
      continue
    }
    const address = server.address()
    servers.push(server)
    if (typeof address === 'object' && address) heard.push(address.port)
  }
  return {
    ports: heard,
    stop: () => {
      for (const server of servers) {
        server.close()
        server.closeIdleConnections()
      }
    },
  }
}
