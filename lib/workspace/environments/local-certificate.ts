import 'server-only'
import { systemOf } from '@/lib/systems'
import type { Deps } from '../deps'
import { emulatorKeys, knownEmulatorKeys } from '../world/emulator-keys'

/** PEM that the emulated provider of this workspace decrypts for, made at first need. */
export const localCertificate = (deps: Deps, workspaceId: string, system: string): string =>
  emulatorKeys(deps, workspaceId, system).certificate

/** Large keys take seconds and are made in the background after a start. */
export const isLocalKeyInTheMaking = (deps: Deps, workspaceId: string, system: string): boolean =>
  systemOf(system).keyBits === 4096 && knownEmulatorKeys(deps, workspaceId, system) === undefined
