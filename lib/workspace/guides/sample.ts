import 'server-only'
import { initialValues } from '@/lib/derive'
import { snippetLanguages, snippetOf } from '@/lib/derive/snippet'
import { marketOf } from '@/lib/msisdn/markets'
import { findOperation, systemOf } from '@/lib/systems'
import { PlanError } from '@/lib/systems/types'
import type { WireRequest } from '@/lib/wire/types'
import type { Deps } from '../deps'
import { resolveBaseUrl } from '../environments/environment-context'

export type Sample = { id: string; label: string; code: string }

/** Longer than any token that a person would copy. */
const longestShown = 200

/** What the local sandbox takes, as a program in every language. It holds published values only. */
export const sampleOf = (deps: Deps, id: string, typed: Readonly<Record<string, string>> = {}): Sample[] => {
  const operation = findOperation(id)
  if (!operation) return []
  const system = systemOf(operation.system)
  const preset = system.presets.find(({ kind }) => kind === 'local')
  if (!preset) return []
  const { publicUrl } = deps.config
  const callbackUrl = `${publicUrl}/hook/local`
  const phone = system.testPhones[0]?.msisdn
  const start = initialValues(operation, { credentials: preset.credentials, callbackUrl, phone })
  const values = Object.fromEntries(Object.entries(start).map(([name, { value }]) => [name, value]))
  try {
    const { request } = system.plan(
      operation,
      { ...values, ...typed },
      {
        baseUrl: resolveBaseUrl(publicUrl, preset.baseUrl),
        credentials: preset.credentials,
        certificate: system.publicKeys?.find(({ isDefault, kind }) => isDefault && kind === 'sandbox')?.pem,
        now: deps.clock(),
        market: marketOf(preset.market),
        callbackUrl,
      },
    )
    return snippetLanguages.map(({ id: language, label }) => ({
      id: language,
      label,
      code: snippetOf(shortened(request), language),
    }))
  } catch (error) {
    if (error instanceof PlanError) return []
    throw error
  }
}

const shortened = (request: WireRequest): WireRequest => ({
  ...request,
  headers: request.headers.map(([name, value]) => [
    name,
    value.length > longestShown ? `${value.split(' ')[0]} <encrypted key>` : value,
  ]),
})
