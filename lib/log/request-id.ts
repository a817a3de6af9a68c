import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { ofProcess } from '@/lib/process-state'

/** Made when a line is logged: most requests log none. */
type Named = { id: string | undefined }

const requests = ofProcess('request ids', () => new AsyncLocalStorage<Named>())

/** The id of the request that is being answered; undefined in what runs by itself. */
export const requestId = (): string | undefined => {
  const request = requests().getStore()
  if (!request) return undefined
  request.id ??= randomBytes(8).toString('hex')
  return request.id
}

/** Answers a request under the id that a proxy gave it, or under a new one: every line logged meanwhile carries it. */
export const withRequestId = <Answer>(given: string | null | undefined, answer: () => Answer): Answer =>
  requests().run({ id: given && /^[\w.-]{1,64}$/.test(given) ? given : undefined }, answer)
