import 'server-only'
import { ConfigError } from '@/lib/env'
import { deps } from './context'

/** Runs once, before the first request is served. */
export const start = async (): Promise<void> => {
  try {
    deps()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    for (const line of error.lines) console.error(line)
    process.exit(1)
  }
}
