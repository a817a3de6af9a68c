import type { Operation } from '@/lib/catalogue/types'
import type { KeptRequest, Setting } from '@/lib/config-files'
import type { CredentialSpec } from '@/lib/systems/types'

/** What requests that somebody kept are read with: the calls of a system. */
export type RequestReader = { operations: readonly Pick<Operation, 'path' | 'fields'>[] }

type Found = { setting: Setting; spec: CredentialSpec }

/** Path of a kept URL, whatever stands for its host: `{{baseUrl}}/mpesa/stkpush/v1/processrequest?x=1`. */
const pathOf = (url: string): string =>
  url
    .replace(/^(?:\w+:\/\/[^/]*|\{\{[^}]*\}\})/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase()

/** The values of kept requests in fields that an environment fills: shortcodes, operators, codes of providers. */
export const settingsOfRequests = (
  requests: readonly KeptRequest[],
  { request, specs }: { request?: RequestReader; specs: readonly CredentialSpec[] },
): Found[] => {
  const operations = request?.operations ?? []
  return requests.flatMap(({ url, fields }) => {
    const path = pathOf(url)
    const operation = operations.find((one) => path !== '' && path.endsWith(one.path.toLowerCase()))
    return fields.flatMap((setting): Found[] => {
      const name = setting.path.join('.')
      const prefill = operation?.fields.find((field) => field.name === name)?.prefill
      const spec = prefill?.from === 'credential' ? specs.find((one) => one.name === prefill.name) : undefined
      return spec ? [{ setting, spec }] : []
    })
  })
}
