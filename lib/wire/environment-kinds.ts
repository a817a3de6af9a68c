/** What answers the calls of an environment: our own emulator, a provider's sandbox, or the real thing. */
export const environmentKinds = ['local', 'sandbox', 'production'] as const
export type EnvironmentKind = (typeof environmentKinds)[number]

/** Whether money was real, in a word. */
export const environmentKindWords: Record<EnvironmentKind, string> = {
  local: 'simulated',
  sandbox: 'provider sandbox',
  production: 'production',
}

/** What leaves Jaribu says so itself where its own sandbox made it: on each sheet, in each file, in its name. */
export const simulatedLine = 'Simulated: Jaribu’s own sandbox answered. No real money moved.'

/** `testcases_091530.xlsx` -> `testcases_091530-simulated.xlsx`. */
export const simulatedName = (name: string, isSimulated: boolean): string =>
  isSimulated ? name.replace(/(\.[^.]*)?$/, '-simulated$1') : name
