import type { WorldSettings } from './types'

export const defaultSettings: WorldSettings = {
  strictness: 'lenient',
  resultDelayMs: 1000,
  autoPayDelayMs: 1000,
  promptLifetimeMs: 60_000,
  // About eight seconds: Daraja reference, C2B register URLs.
  validationTimeoutMs: 8000,
  faults: [],
}
