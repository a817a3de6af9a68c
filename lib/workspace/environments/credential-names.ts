import type { CredentialSpec } from '@/lib/systems/types'

/** What a name says: whose credential it is, and of which environment and product where it tells. */
export type NameMeaning = {
  spec: CredentialSpec
  scope: Scope | undefined
  /** `B2C`, where the name is the plain one with this before it. */
  product: string | undefined
  /** True for names that other software uses too. */
  isShared: boolean
}

export type Scope = 'sandbox' | 'production'

const scopes: Record<string, Scope> = {
  SANDBOX: 'sandbox',
  TEST: 'sandbox',
  TESTING: 'sandbox',
  DEV: 'sandbox',
  DEVELOPMENT: 'sandbox',
  STAGING: 'sandbox',
  LOCAL: 'sandbox',
  UAT: 'sandbox',
  DEMO: 'sandbox',
  PRODUCTION: 'production',
  PROD: 'production',
  LIVE: 'production',
}
const vendors = new Set([
  'MPESA',
  'DARAJA',
  'SAFARICOM',
  'LIPA',
  'LNM',
  'LNMO',
  'PESA',
  'OPENAPI',
  'VODACOM',
  'G2',
])
const products = new Set(
  'B2C B2B C2B B2POCHI STK LNM LNMO EXPRESS BULK PULL REVERSAL RATIBA PAYOUT PAYBILL COLLECTION DISBURSEMENT'.split(
    ' ',
  ),
)
/** Words that stand before a name and say nothing of it. */
const noise = new Set([
  ...vendors,
  ...'APP VITE ENV CONFIG CONFIGS SETTINGS SETTING SERVICES SERVICE CREDENTIALS ACCOUNTS ACCOUNT DEFAULT VALUES DATA STRING STRINGDATA OPTIONS PAYMENT PAYMENTS API KE KENYA'.split(
    ' ',
  ),
])

/** `mpesa.sandbox.consumerKey` as MPESA, SANDBOX, CONSUMER, KEY; `M-Pesa` is one word. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/^(?:next[-_]?public|expo[-_]?public|nuxt[-_]?public|react[-_]?app|gatsby|vue[-_]?app)[-_]/i, '')
    .replace(/m[-_. ]?pesa/gi, '-mpesa-')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '')

/** Which environment these words speak of; the last that speaks counts. */
export const scopeIn = (words: readonly string[]): Scope | undefined => {
  const word = words.findLast((one) => scopes[one] !== undefined)
  return word === undefined ? undefined : scopes[word]
}

export const speaksOfVendor = (words: readonly string[]): boolean => words.some((word) => vendors.has(word))

/** Names of keys that are made to be shown, or that prove who one is: neither is a credential of an environment. */
export const keyMaterialIn = (words: readonly string[]): 'public' | 'private' | undefined => {
  if (words.includes('PRIVATE') || words.includes('PRIVATEKEY')) return 'private'
  const isPublic = words.some((word) =>
    /^(?:PUBLIC(?:KEY)?|PUBKEY|PEM|CER|CRT|CERTS?|CERTIFICATES?|CA)$/.test(word),
  )
  return isPublic ? 'public' : undefined
}

const plain = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, '')

type Names = Map<string, { spec: CredentialSpec; isShared: boolean }>

const namesOf = (specs: readonly CredentialSpec[]): Names => {
  const names: Names = new Map()
  for (const spec of specs) {
    for (const name of spec.sharedNames ?? []) names.set(plain(name), { spec, isShared: true })
  }
  for (const spec of specs) {
    for (const name of [spec.name, ...spec.envNames]) {
      // A system's own camelCase name of a credential may be one that all software uses.
      const isShared = names.get(plain(name))?.isShared === true
      if (!names.has(plain(name))) names.set(plain(name), { spec, isShared })
    }
  }
  return names
}

/** Reads names of one system's credentials; a path is matched whole, then by ever shorter ends. */
export const nameReader = (
  specs: readonly CredentialSpec[],
): ((path: readonly string[]) => NameMeaning | undefined) => {
  const names = namesOf(specs)
  return (path) => {
    const segments = path.map(wordsOf)
    const all = segments.flat()
    const scope = scopeIn(all)
    if (keyMaterialIn(segments.at(-1) ?? [])) return undefined
    for (let from = 0; from < segments.length; from++) {
      const words = segments.slice(from).flat()
      const found = lookUp(words, names)
      if (!found) continue
      const before = segments.slice(0, from).flat()
      const isOurs = speaksOfVendor(all) || before.every((word) => noise.has(word) || word in scopes)
      if (found.isShared && !isOurs) continue
      const product = found.product ?? before.findLast((word) => products.has(word))
      const isShared = found.isShared && !speaksOfVendor(all)
      return { spec: found.spec, scope: scope ?? found.scope, product, isShared }
    }
    return undefined
  }
}

type Found = { spec: CredentialSpec; isShared: boolean; product?: string; scope?: Scope }

const lookUp = (words: readonly string[], names: Names): Found | undefined => {
  const own = words.filter((word) => !(word in scopes))
  const unnumbered = own.filter((word) => !/^\d+$/.test(word))
  const known = unnumbered.filter((word) => products.has(word))
  const withoutProduct = unnumbered.filter((word) => !products.has(word))
  return (
    inNames(unnumbered, names) ??
    (known.length > 0 && withoutProduct.length > 0
      ? withProduct(inNames(withoutProduct, names), known)
      : undefined) ??
    runTogether(own.join(''), names)
  )
}

const withProduct = (found: Found | undefined, known: readonly string[]): Found | undefined =>
  found && { ...found, ...(known[0] !== undefined && { product: known[0] }) }

const inNames = (words: readonly string[], names: Names): Found | undefined => {
  for (let from = 0; from < words.length; from++) {
    const found = names.get(words.slice(from).join(''))
    // A name that all software uses has only the provider's before it: `SERVICE_KEY` may be anybody's.
    const isOurs = words.slice(0, from).every((word) => vendors.has(word) || word.startsWith('PAYMENT'))
    if (found && (isOurs || !found.isShared)) return found
    if (!noise.has(words[from] ?? '')) return undefined
  }
  return undefined
}

/** `MPESACONSUMERKEY`: nothing parts the words. */
const prefixes = /^(MPESA|DARAJA|SAFARICOM|SANDBOX|PRODUCTION|PROD|LIVE|TEST|B2C|C2B|B2B)(?=[A-Z])/

const runTogether = (name: string, names: Names): Found | undefined => {
  const found = names.get(name)
  if (found) return found
  const prefix = prefixes.exec(name)?.[1]
  if (!prefix) return undefined
  const inner = runTogether(name.slice(prefix.length), names)
  if (!inner) return undefined
  const scope = scopes[prefix]
  return { ...inner, ...(scope && { scope }), ...(products.has(prefix) && { product: prefix }) }
}
