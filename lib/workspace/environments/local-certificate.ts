import 'server-only'
import type { Deps } from '../deps'
import { emulatorKeys } from '../emulator-keys'

/** PEM that the emulated provider of this workspace decrypts for, made at first need. */
export const localCertificate = (deps: Deps, workspaceId: string, system: string): string =>
  emulatorKeys(deps, workspaceId, system).certificate
