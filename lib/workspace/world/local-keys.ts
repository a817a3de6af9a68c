import 'server-only'
import { randomInt } from 'node:crypto'
import { listEnvironmentRows, putSecret, secretsOf } from '@/db/queries/environments'
import type { Actor, Deps } from '../deps'
import { secretContext } from '../environments/secrets'

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** 32 characters, as the keys of both Vodacom portals have. */
export const newLocalKey = (): string => {
  let key = ''
  while (key.length < 32) key += letters[randomInt(letters.length)]
  return key
}

/** Local environments that hold the former API key get the new one. */
export const passOnLocalKey = (
  deps: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  system: string,
  former: string,
  renewed: string,
): void => {
  for (const row of listEnvironmentRows(deps.db, workspaceId)) {
    if (row.system !== system || row.kind !== 'local') continue
    const secret = secretsOf(deps.db, row.id).find(({ name }) => name === 'apiKey')
    const context = secretContext(row.id, 'apiKey')
    if (!secret || deps.vault.open(secret.ciphertext, context) !== former) continue
    putSecret(deps.db, { ...secret, ciphertext: deps.vault.seal(renewed, context), updatedAt: deps.clock() })
  }
}
