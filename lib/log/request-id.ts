import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { ofProcess } from '@/lib/process-state'

const requests = ofProcess('request ids', () => new AsyncLocalStorage<string>())

/** The id of the request that is being answered; undefined in what runs by itself. */
export const requestId = (): string | undefined => requests().getStore()

/** Answers a request under the id that a proxy gave it, or under a new one: every line logged meanwhile carries it. */
export const withRequestId = <Answer>(given: string | null | undefined, answer: () => Answer): Answer =>
  requests().run(given && /^[\w.-]{1,64}$/.test(given) ? given : randomBytes(8).toString('hex'), answer)
