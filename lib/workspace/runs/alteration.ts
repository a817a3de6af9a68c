import type { Planned } from '@/lib/systems/types'
import type { EnvironmentContext } from '../environments/environment-context'

/**
 * What is made wrong on purpose in one call, to record how a provider refuses it. Nothing of it is kept but the redacted
 * request.
 */
export type Alteration = {
  credentials?: Readonly<Record<string, string>>
  /** Sent in place of the environment's token; null for none at all. */
  token?: string | null
  /** Sent in place of the body made from the values; empty for none. */
  body?: string
}

export const alteredContext = (
  context: EnvironmentContext,
  { credentials }: Alteration = {},
): EnvironmentContext =>
  credentials ? { ...context, credentials: { ...context.credentials, ...credentials } } : context

export const alteredPlan = (planned: Planned, { token, body }: Alteration = {}): Planned => {
  const { request } = planned
  return {
    ...planned,
    request: {
      ...request,
      headers:
        token === null
          ? request.headers.filter(([name]) => name.toLowerCase() !== 'authorization')
          : request.headers,
      ...(body !== undefined && { body: body === '' ? undefined : body }),
    },
  }
}
