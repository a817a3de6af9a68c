import type { Timing, WorldSettings } from './types'

type Delays = Pick<
  WorldSettings,
  'resultDelayMs' | 'autoPayDelayMs' | 'promptLifetimeMs' | 'validationTimeoutMs'
>

/** What each timing begins with; single delays can be changed afterwards. */
export const timings: Readonly<Record<Timing, Delays>> = {
  quick: {
    resultDelayMs: 1000,
    autoPayDelayMs: 1000,
    promptLifetimeMs: 60_000,
    // About eight seconds: Daraja reference, C2B register URLs.
    validationTimeoutMs: 8000,
  },
  // Daraja reference, Hints for a local sandbox: measured in September and October 2026.
  'as-measured': {
    resultDelayMs: 10_000,
    autoPayDelayMs: 15_000,
    promptLifetimeMs: 26_000,
    validationTimeoutMs: 8000,
  },
}

export const defaultSettings: WorldSettings = {
  strictness: 'lenient',
  timing: 'quick',
  ...timings.quick,
  holdCallbacks: false,
  faults: [],
}
