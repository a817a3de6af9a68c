import type { Range } from '@/lib/http/ranges'

/** Settings of the process, read once. `lib/env` is the only importer of process.env. */
export type Config = {
  port: number
  host: string
  dataDir: string
  /** Without a trailing slash. */
  publicUrl: string
  /** 32 bytes, from JARIBU_SECRET or the data folder. */
  secret: Buffer
  /** Valid from the first start, for scripts. */
  apiToken?: string
  allowPrivateTargets: boolean
  /** Whom X-Forwarded-For is believed from: reverse proxies of our own. */
  trustedProxies: readonly Range[]
  /** How many exchanges with the emulators a workspace keeps, and for how long. */
  exchanges: { most: number; days: number }
  /** The same for the runs that a team's own software made of the sandbox. */
  softwareRuns: { most: number; days: number }
  /** With reloading: the framework keeps a socket to the browser. */
  isDevelopment: boolean
  /** The emulated Mozambique listens on the provider's own six ports as well. */
  mozambiquePorts?: true
  /** Where the inboxes alone answer, for tunnels and proxies, if anywhere. */
  hookPort?: number
  /** Inboxes that are there from the first start on, as they stand in URLs that were written before it. */
  inboxes?: readonly DeclaredInbox[]
  /** Where the providers' hosts answer over https, if anywhere. */
  tlsPort?: number
  version: string
  /** The least that is logged. */
  logLevel: LogLevel
}

/** `JARIBU_INBOX=<address>` or `<address>/<secret>`. */
export type DeclaredInbox = { address: string; secret: string | null }

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
type LogLevel = (typeof logLevels)[number]
