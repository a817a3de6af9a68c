import 'server-only'
import { redacted } from '../runs/redact-request'

/** What the URL of an inbox is made of; the secret in plain text, or what stands for it. */
export type InboxPlace = { address: string; publicUrl: string | null; secret: string | null }

/** Where senders reach an inbox from outside. */
export const inboxUrlOf = (serverUrl: string, { address, publicUrl, secret }: InboxPlace): string =>
  `${publicUrl ?? serverUrl}/hook/${address}${secret === null ? '' : `/${secret}`}`

/** The same for those who may not know its secret, and as it is stored. */
export const maskedInboxUrlOf = (serverUrl: string, place: InboxPlace): string =>
  inboxUrlOf(serverUrl, { ...place, secret: place.secret === null ? null : redacted })
