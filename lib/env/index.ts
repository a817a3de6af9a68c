import 'server-only'
import { ofProcess } from '@/lib/process-state'
import packageJson from '@/package.json'
import type { Config } from './config'
import { readConfig } from './read'

export { ConfigError } from './read'

/** Settings of this process, read at first use. */
export const config = ofProcess('settings', (): Config => {
  const read = readConfig(process.env, {
    cwd: /* turbopackIgnore: true */ process.cwd(),
    version: packageJson.version,
    writesFiles: process.env.NEXT_PHASE !== 'phase-production-build',
  })
  // next-auth takes its own address from here alone.
  process.env.NEXTAUTH_URL = read.publicUrl
  return read
})

/** Where the migrations lie: beside the code, also in the standalone build. */
export const rootFolder = (): string => /* turbopackIgnore: true */ process.cwd()
