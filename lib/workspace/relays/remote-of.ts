import 'server-only'
import type { RelayRow } from '@/db/queries/relays'
import type { Deps } from '../deps'
import type { Remote } from './remote'

export const tokenContext = (relayId: string): string => `relay ${relayId}`

/** With its token in plain text. */
export const remoteOf = (
  { vault }: Pick<Deps, 'vault'>,
  { id, remoteUrl, remoteInbox, token }: Pick<RelayRow, 'id' | 'remoteUrl' | 'remoteInbox' | 'token'>,
): Remote => ({ remoteUrl, remoteInbox, token: vault.open(token, tokenContext(id)) })
