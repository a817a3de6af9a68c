import 'server-only'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import { log } from '@/lib/log'
import { providerHosts } from '@/lib/systems/provider-hosts'
import type { WireAnswer } from '@/lib/wire/types'
import type { Deps } from '@/lib/workspace/deps'
import { attachMachine } from './attach'
import { serverPair } from './authority'
import { emulated, hook, isHook, type Machine, machineAt } from './machines'

type Door = {
  port: number
  /** Who answers there. */
  machine: (path: string, host: string) => Machine
  /** TLS is somebody else's there: a proxy or a tunnel. */
  isPlain?: true
  /** Said at the start, where people have to be told of it. */
  says?: string
  /** The variable that asked for it, and what works without it. */
  setting: string
  otherwise: string
}

const firstByteWithinMs = 20_000
const handshake = 0x16

/** Takes TLS and plain HTTP on one port, told apart by the first byte; either way the same server answers. */
const takeBoth = (server: Server, deps: Deps): void => {
  const [plain] = server.listeners('connection') as ((socket: unknown) => void)[]
  if (!plain) return
  const secure = createTlsServer({ handshakeTimeout: firstByteWithinMs, ALPNProtocols: ['http/1.1'] })
  let shown: string | undefined
  const showCurrent = async () => {
    const { certificate, privateKey } = await serverPair(deps)
    if (shown !== certificate) secure.setSecureContext({ cert: certificate, key: privateKey })
    shown = certificate
  }
  secure.on('secureConnection', (socket) => plain.call(server, socket))
  secure.on('tlsClientError', (error) => log().debug({ err: error }, 'A TLS handshake failed'))
  server.removeAllListeners('connection').on('connection', (socket: Socket) => {
    socket.setTimeout(firstByteWithinMs, () => socket.destroy())
    const leave = () => socket.destroy()
    socket.once('error', leave)
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.setTimeout(0).removeAllListeners('timeout')
      socket.off('error', leave)
      socket.unshift(first)
      if (first[0] !== handshake) {
        plain.call(server, socket)
        socket.resume()
        return
      }
      showCurrent().then(
        () => secure.emit('connection', socket),
        (error: unknown) => {
          log().error({ err: error }, 'No certificate could be made')
          socket.destroy()
        },
      )
    })
  })
}

const isListening = (server: Server, port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => resolve(undefined))
  })

/** The provider's own ports, each with the calls that live there: for clients that let only the host be changed. */
const fixedPorts: readonly number[] = mozambiqueOperations.flatMap(({ port }) => port ?? [])

/** At the port for TLS every provider answers under its own name, and the doors that stand at fixed paths. */
const anyProvider = (path: string, host: string): Machine => machineAt(path, host) ?? nobody(path)

const nobody = (path: string): Machine => ({
  ...emulated('', path),
  answer: async () => ({
    answer: {
      status: 421,
      headers: [['Content-Type', 'text/plain; charset=utf-8']],
      body: `Nobody answers for this host here. Hosts of this port: ${providerHosts.join(', ')}.\n`,
    },
  }),
})

/** Inboxes and nothing else: what a proxy or a tunnel may show to everybody. */
const inboxesAlone = (path: string): Machine => (isHook(path) ? hook(path) : nothingElse(path))

const nothingElse = (path: string): Machine => ({
  ...emulated('', path),
  // Not even a body is read for nobody.
  mostBytes: 0,
  tooLarge: notHere,
  answer: async () => ({ answer: notHere }),
})

const notHere: WireAnswer = {
  status: 404,
  headers: [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ],
  body: JSON.stringify({ error: 'Only callbacks are taken here.' }),
}

/** The doors that the settings ask for besides our own port. */
export const doorsOf = ({ config }: Pick<Deps, 'config'>, fixed: readonly number[] = fixedPorts): Door[] => [
  ...(config.hookPort === undefined
    ? []
    : [
        {
          port: config.hookPort,
          machine: inboxesAlone,
          isPlain: true as const,
          says: `Callbacks alone are taken at ${config.host}:${config.hookPort}: the port for a proxy or a tunnel.`,
          setting: 'JARIBU_HOOK_PORT',
          otherwise: `The inboxes still answer at ${config.publicUrl}/hook.`,
        },
      ]),
  ...(config.tlsPort === undefined
    ? []
    : [
        {
          port: config.tlsPort,
          machine: anyProvider,
          setting: 'JARIBU_TLS_PORT',
          otherwise: `The emulators still answer at ${config.publicUrl}/emulator.`,
        },
      ]),
  ...(config.mozambiquePorts ? fixed : []).map((port) => ({
    port,
    machine: (path: string) => emulated('mozambique', path),
    setting: 'JARIBU_MOZAMBIQUE_PORTS',
    otherwise: `The emulator still answers at ${config.publicUrl}/emulator/mozambique.`,
  })),
]

/**
 * Listens on further ports. One that is taken is said in one line; the others work. The returned function stops them,
 * open connections included.
 */
export const listenOnPorts = async (
  deps: Deps,
  doors: readonly Door[] = doorsOf(deps),
): Promise<{ ports: number[]; stop(): void }> => {
  const servers: Server[] = []
  const heard: number[] = []
  for (const { port, machine, isPlain, says, setting, otherwise } of doors) {
    const server = createServer()
    attachMachine(server, deps, machine)
    if (!isPlain) takeBoth(server, deps)
    const failure = await isListening(server, port, deps.config.host)
    if (failure) {
      log().warn({ port, code: failure, setting }, `Port ${port} cannot be used. ${otherwise}`)
      continue
    }
    const address = server.address()
    servers.push(server)
    if (typeof address === 'object' && address) heard.push(address.port)
    if (says) log().info({ port }, says)
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
