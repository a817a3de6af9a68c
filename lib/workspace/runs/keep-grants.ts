import 'server-only'
import { putAccessToken, putSecret } from '@/db/queries/environments'
import type { Actor, Deps } from '../deps'
import { type EnvironmentContext, planContextOf } from '../environments/environment-context'
import { secretContext, tokenContext } from '../environments/secrets'
import type { TokenView } from '../views'

/** Credentials that an answer hands out are the environment's from now on. */
export const keepGrants = (
  deps: Deps,
  { environment }: EnvironmentContext,
  grants: readonly { credential: string; value: string }[],
  now: number,
): void => {
  for (const { credential, value } of grants) {
    putSecret(deps.db, {
      id: deps.ids.next(),
      environmentId: environment.id,
      name: credential,
      ciphertext: deps.vault.seal(value, secretContext(environment.id, credential)),
      updatedAt: now,
    })
  }
}

/** A token that was asked for as a run is the one in use from now on: Daraja ends the one before. */
export const keepToken = (
  deps: Deps,
  actor: Actor,
  context: EnvironmentContext,
  status: number,
  body: string,
): void => {
  const read = context.system.session?.read(status, body, planContextOf(context, deps.clock(), 'token'))
  if (read?.kind !== 'token') return
  const environmentId = context.environment.id
  const obtainedAt = deps.clock()
  const expiresAt = obtainedAt + read.expiresInSeconds * 1000
  const ciphertext = deps.vault.seal(read.token, tokenContext(environmentId))
  putAccessToken(deps.db, { environmentId, ciphertext, obtainedAt, expiresAt })
  const token: TokenView = { state: 'valid', obtainedAt, expiresAt }
  deps.live.announce(actor.workspaceId, { type: 'token', data: { environmentId, token } })
}
