import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { keyOf } from '@/lib/crypto/keys'
import { rangeOf } from '@/lib/http/ranges'
import { type Config, type DeclaredInbox, logLevels } from './config'

/** A setting that cannot be used. Each line names the variable and the fix. */
export class ConfigError extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'))
    this.name = 'ConfigError'
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** An empty variable counts as absent: compose files and CI forms set those. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema)

const yes = new Set(['1', 'true', 'yes', 'on'])
const no = new Set(['0', 'false', 'no', 'off'])

const yesOrNo = z.string().transform((text, context) => {
  const word = text.trim().toLowerCase()
  if (yes.has(word)) return true
  if (no.has(word)) return false
  context.addIssue({ code: 'custom', message: 'must be true or false' })
  return z.NEVER
})

const wholeNumber = (example: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/, `must be a whole number above zero; use e.g. ${example}`)
    .transform(Number)
    .default(example)

const portNumber = (example: string) =>
  z
    .string()
    .regex(/^\d+$/, `must be a port number; use ${example} or another from 1 to 65535`)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, `must be from 1 to 65535; use ${example} or another`)

/** As they stand in URLs behind `/hook/`: an address, or an address and its secret. */
const declaredInboxes = z.string().transform((text, context): DeclaredInbox[] => {
  const parts = text.split(/[\s,]+/).filter(Boolean)
  const read = parts.flatMap((part) => {
    const [, address, secret = null] =
      /^(?:\/?hook\/)?([A-Za-z0-9_-]{3,64})(?:\/([A-Za-z0-9_-]{16,64}))?$/.exec(part) ?? []
    return address === undefined ? [] : [{ address, secret }]
  })
  if (read.length === parts.length) return read
  context.addIssue({
    code: 'custom',
    message:
      'must name inboxes as they stand in URLs, an address of 3 to 64 letters, digits, dashes and underscores, perhaps with a secret of 16 to 64; use e.g. shop-7f3a9c, or shop-7f3a9c/k2ZpQ8wRt5vY1xBn',
  })
  return z.NEVER
})

const settings = z.object({
  PORT: optional(portNumber('PORT=3000').default(3000)),
  JARIBU_TLS_PORT: optional(portNumber('JARIBU_TLS_PORT=8443').optional()),
  JARIBU_HOOK_PORT: optional(portNumber('JARIBU_HOOK_PORT=4000').optional()),
  JARIBU_INBOX: optional(declaredInboxes.optional()),
  HOST: optional(
    z
      .string()
      .regex(
        /^[0-9a-zA-Z.:_-]+$/,
        'must be an address to listen on; use HOST=127.0.0.1, or HOST=0.0.0.0 for every interface',
      )
      .default('127.0.0.1'),
  ),
  JARIBU_DATA_DIR: optional(z.string().default('./data')),
  JARIBU_PUBLIC_URL: optional(
    z
      .string()
      .transform((text, context) => {
        const origin = publicOrigin(text)
        if (origin) return origin
        context.addIssue({
          code: 'custom',
          message:
            'must be the http(s) address that others reach this server by, without path, query or password; use e.g. https://jaribu.example.com',
        })
        return z.NEVER
      })
      .optional(),
  ),
  JARIBU_SECRET: optional(
    z.string().min(32, 'must have at least 32 characters; make one with: openssl rand -base64 32').optional(),
  ),
  JARIBU_API_TOKEN: optional(
    z
      .string()
      .min(32, 'must have at least 32 characters; make one with: openssl rand -hex 32')
      .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces; make one with: openssl rand -hex 32')
      .optional(),
  ),
  JARIBU_ALLOW_PRIVATE_TARGETS: optional(yesOrNo.optional()),
  JARIBU_MOZAMBIQUE_PORTS: optional(yesOrNo.optional()),
  JARIBU_TRUSTED_PROXIES: optional(
    z
      .string()
      .transform((text, context) => {
        const parts = text.split(/[\s,]+/).filter(Boolean)
        const ranges = parts.map(rangeOf).filter((range) => range !== undefined)
        if (ranges.length === parts.length) return ranges
        context.addIssue({
          code: 'custom',
          message:
            'must list addresses or ranges of your own reverse proxies; use e.g. 127.0.0.1, or 10.0.0.0/8,fd00::/8',
        })
        return z.NEVER
      })
      .default([]),
  ),
  JARIBU_EXCHANGES_KEPT: optional(wholeNumber(20_000)),
  JARIBU_EXCHANGES_DAYS: optional(wholeNumber(30)),
  JARIBU_SOFTWARE_RUNS_KEPT: optional(wholeNumber(100_000)),
  JARIBU_SOFTWARE_RUNS_DAYS: optional(wholeNumber(366)),
  JARIBU_LOG_LEVEL: optional(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info')),
  NODE_ENV: optional(z.string().optional()),
})

const publicOrigin = (text: string): string | undefined => {
  if (!URL.canParse(text.trim())) return undefined
  const url = new URL(text.trim())
  if (!/^https?:$/.test(url.protocol)) return undefined
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/') return undefined
  return url.origin
}

const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** Where people and providers reach us when nothing says otherwise. */
const defaultPublicUrl = (host: string, port: number): string => {
  const everyInterface = host === '0.0.0.0' || host === '::' || host === '[::]'
  const name = everyInterface || isLoopbackHost(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${name}:${port}`).origin
}

export type ReadOptions = {
  /** What a relative data folder starts from. */
  cwd: string
  version: string
  /** Building the product must leave no file behind. */
  writesFiles: boolean
}

/** Reads and checks the settings, and creates the data folder and its secret where they are missing. */
export const readConfig = (environment: Environment, options: ReadOptions): Config => {
  const parsed = settings.safeParse(environment)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`))
  }
  const { PORT: port, HOST: host, ...rest } = parsed.data
  if (rest.JARIBU_HOOK_PORT === port) {
    throw new ConfigError([`JARIBU_HOOK_PORT must be another port than PORT, which is ${port}.`])
  }
  const dataDir = path.resolve(options.cwd, rest.JARIBU_DATA_DIR)
  if (options.writesFiles) prepareFolder(dataDir)
  const secretText = rest.JARIBU_SECRET ?? (options.writesFiles ? secretIn(dataDir) : 'x'.repeat(32))
  return {
    port,
    host,
    dataDir,
    publicUrl: rest.JARIBU_PUBLIC_URL ?? defaultPublicUrl(host, port),
    secret: keyOf(Buffer.from(secretText, 'utf8'), 'jaribu root'),
    apiToken: rest.JARIBU_API_TOKEN,
    allowPrivateTargets: rest.JARIBU_ALLOW_PRIVATE_TARGETS ?? isLoopbackHost(host),
    ...(rest.JARIBU_MOZAMBIQUE_PORTS && { mozambiquePorts: true }),
    ...(rest.JARIBU_TLS_PORT !== undefined && { tlsPort: rest.JARIBU_TLS_PORT }),
    ...(rest.JARIBU_HOOK_PORT !== undefined && { hookPort: rest.JARIBU_HOOK_PORT }),
    ...(rest.JARIBU_INBOX && { inboxes: rest.JARIBU_INBOX }),
    trustedProxies: rest.JARIBU_TRUSTED_PROXIES,
    exchanges: { most: rest.JARIBU_EXCHANGES_KEPT, days: rest.JARIBU_EXCHANGES_DAYS },
    softwareRuns: { most: rest.JARIBU_SOFTWARE_RUNS_KEPT, days: rest.JARIBU_SOFTWARE_RUNS_DAYS },
    isDevelopment: rest.NODE_ENV === 'development',
    version: options.version,
    logLevel: rest.JARIBU_LOG_LEVEL,
  }
}

const prepareFolder = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    const probe = path.join(folder, `.write-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new ConfigError([
      `JARIBU_DATA_DIR ${folder} cannot be written (${codeOf(error)}); give this user the folder or name another one.`,
    ])
  }
}

const secretIn = (folder: string): string => {
  const file = path.join(folder, 'secret')
  try {
    // 'wx' lets the first of two starting processes win; both then read the same text.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw new ConfigError([
        `JARIBU_SECRET is unset and ${file} cannot be created (${codeOf(error)}); make the folder writable or set it.`,
      ])
    }
  }
  let text: string
  try {
    chmodSync(file, 0o600)
    text = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new ConfigError([
      `JARIBU_SECRET is unset and ${file} cannot be read (${codeOf(error)}); give this user the file or set it.`,
    ])
  }
  if (text.length >= 32) return text
  throw new ConfigError([
    `JARIBU_SECRET is unset and ${file} is damaged (under 32 characters); put the secret back from a backup.`,
  ])
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'
