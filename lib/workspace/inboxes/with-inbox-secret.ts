import 'server-only'
import type { Values } from '@/lib/wire/types'
import type { EnvironmentContext } from '../environments/environment-context'
import { redacted } from '../runs/redact-request'

/**
 * What was remembered of a run has the secret of its inbox hidden. Where the masked URL comes back with a form it stands
 * for the real one.
 */
export const withInboxSecret = (
  { inboxSecret, maskedInboxUrl }: Pick<EnvironmentContext, 'inboxSecret' | 'maskedInboxUrl'>,
  values: Values,
): Values => {
  if (inboxSecret === null) return values
  const real = maskedInboxUrl.replace(redacted, () => inboxSecret)
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith(maskedInboxUrl)
        ? `${real}${value.slice(maskedInboxUrl.length)}`
        : value,
    ]),
  )
}
