import 'server-only'
import packageJson from '@/package.json'
import type { Config } from './config'
import { readConfig } from './read'

export { ConfigError } from './read'

const key = Symbol.for('jaribu.config')
const held = globalThis as typeof globalThis & { [key]?: Config }

/** Settings of this process, read at first use and kept for all module graphs. */
export const config = (): Config => {
  const known = held[key]
  if (known) return known
  const read = readConfig(process.env, {
    cwd: /* turbopackIgnore: true */ process.cwd(),
    version: packageJson.version,
    writesFiles: process.env.NEXT_PHASE !== 'phase-production-build',
  })
  // next-auth takes its own address from here alone.
  process.env.NEXTAUTH_URL = read.publicUrl
  held[key] = read
  return read
}

/** Where the migrations lie: beside the code, also in the standalone build. */
export const rootFolder = (): string => /* turbopackIgnore: true */ process.cwd()
