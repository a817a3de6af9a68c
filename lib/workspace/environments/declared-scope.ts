import type { Setting } from '@/lib/config-files'
import { type Scope, scopeIn, speaksOfVendor, wordsOf } from './credential-names'

/** Base URLs of a provider, and the kind of environment each belongs to. */
export type KnownHost = { url: string; scope: Scope }

type Declaration = { parent: string; scope: Scope; key: string }

const switches: Record<string, Scope> = {
  SANDBOX: 'sandbox',
  TESTMODE: 'sandbox',
  PRODUCTION: 'production',
  LIVE: 'production',
  LIVEMODE: 'production',
}
const environmentNames = new Set([
  'ENV',
  'ENVIRONMENT',
  'MODE',
  'APIENV',
  'APIENVIRONMENT',
  'ENVIRONMENTTYPE',
])

const parentOf = (path: readonly string[]): string => path.slice(0, -1).join('\n')

const ofHost = (text: string, hosts: readonly KnownHost[]): Scope | undefined =>
  hosts.filter(({ url }) => text.includes(url)).sort((a, b) => b.url.length - a.url.length)[0]?.scope

/** Which environment a text is of: by a provider's address in it, else by its words. */
export const scopeOfText = (text: string, hosts: readonly KnownHost[]): Scope | undefined =>
  ofHost(text, hosts) ?? scopeIn(wordsOf(text))

const declarationIn = (setting: Setting, hosts: readonly KnownHost[]): Scope | undefined => {
  if (setting.value === undefined) return undefined
  const words = wordsOf(setting.path.at(-1) ?? '')
  const name = words.filter((word) => word !== 'IS' && !speaksOfVendor([word])).join('')
  const value = setting.value.trim()
  const flag = switches[name]
  if (flag) {
    if (/^(?:true|1|yes|on)$/i.test(value)) return flag
    if (/^(?:false|0|no|off)$/i.test(value)) return flag === 'sandbox' ? 'production' : 'sandbox'
    return undefined
  }
  if (environmentNames.has(name)) {
    // `ENV=production` alone is about the program. Who says sandbox, or names the provider, speaks of the provider.
    const isOurs =
      speaksOfVendor(setting.path.flatMap(wordsOf)) || setting.path.length > 1 || /sandbox/i.test(value)
    return isOurs ? scopeIn(wordsOf(value)) : undefined
  }
  return scopeIn(words) === undefined ? ofHost(value, hosts) : undefined
}

/** What a file says elsewhere of the values that name no environment themselves: `MPESA_ENVIRONMENT=sandbox`. */
export const declaredScopes = (
  settings: readonly Setting[],
  hosts: readonly KnownHost[],
): ((path: readonly string[]) => { scope: Scope; key: string } | undefined) => {
  const declarations = settings.flatMap((setting): Declaration[] => {
    const scope = declarationIn(setting, hosts)
    return scope ? [{ parent: parentOf(setting.path), scope, key: setting.where }] : []
  })
  return (path) => {
    for (let length = path.length - 1; length >= 0; length--) {
      const parent = path.slice(0, length).join('\n')
      const here = declarations.filter((one) => one.parent === parent)
      // Two that disagree decide nothing.
      if (here[0]) return here.every(({ scope }) => scope === here[0]?.scope) ? here[0] : undefined
    }
    return undefined
  }
}
