/** What answers the calls of an environment: our own emulator, a provider's sandbox, or the real thing. */
export const environmentKinds = ['local', 'sandbox', 'production'] as const
export type EnvironmentKind = (typeof environmentKinds)[number]

/** Whether money was real, in a word. */
export const environmentKindWords: Record<EnvironmentKind, string> = {
  local: 'simulated',
  sandbox: 'provider sandbox',
  production: 'production',
}
