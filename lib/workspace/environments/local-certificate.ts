import 'server-only'
import { worldRecordValue } from '@/db/queries/environments'
import type { Deps } from '../deps'

/** PEM that the emulated provider of this workspace decrypts for; undefined until its world exists. */
export const localCertificate = (deps: Deps, workspaceId: string, system: string): string | undefined => {
  const value = worldRecordValue(deps.db, workspaceId, 'keys', system)
  return value && typeof value === 'object' && 'certificate' in value && typeof value.certificate === 'string'
    ? value.certificate
    : undefined
}
