import 'server-only'
import { secretsOf } from '@/db/queries/environments'
import type { Deps } from '../deps'

/** Binds a ciphertext to its environment and its name: moved elsewhere, it does not open. */
export const secretContext = (environmentId: string, name: string): string =>
  `environment:${environmentId}:${name}`

export const tokenContext = (environmentId: string): string => `environment:${environmentId}:access-token`

/** Private key of the client certificate. No credential: it goes into the connection and into no request. */
export const clientKeyName = 'tls.clientKey'

/** All credentials of an environment that are secret, in plain text. They leave only inside a request, or by an audited reveal. */
export const openSecrets = (deps: Deps, environmentId: string): Record<string, string> =>
  Object.fromEntries(
    secretsOf(deps.db, environmentId)
      .filter(({ name }) => name !== clientKeyName)
      .map((row) => [row.name, deps.vault.open(row.ciphertext, secretContext(environmentId, row.name))]),
  )

const shortestWithEnding = 16

/** `••••c919`. A short secret shows nothing of itself: four letters would be too much of it. */
export const maskSecret = (plain: string): string =>
  plain.length < shortestWithEnding ? '••••••••' : `••••${plain.slice(-4)}`
