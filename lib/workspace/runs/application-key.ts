import 'server-only'
import { createHash } from 'node:crypto'
import type { EnvironmentContext } from '../environments/environment-context'

/** Which application a run is sent as, without its key: enough to tell one from another and to recognise one's own. */
export const applicationKeyOf = ({
  system,
  credentials,
}: Pick<EnvironmentContext, 'system' | 'credentials'>):
  | { fingerprint: string; label: string }
  | undefined => {
  const key = credentials[system.localApp.key]
  return key ? { fingerprint: fingerprintOf(system.id, key), label: `••••${key.slice(-4)}` } : undefined
}

/** First 16 hex digits of the SHA-256 of system and key. */
export const fingerprintOf = (system: string, key: string): string =>
  createHash('sha256').update(`${system}:${key}`).digest('hex').slice(0, 16)
