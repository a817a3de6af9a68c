import 'server-only'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { endOf, leafDays, makeAuthority, makeLeaf, type Pair } from '@/lib/crypto/authority'
import { log } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import { providerHosts } from '@/lib/systems/provider-hosts'
import type { Deps } from '@/lib/workspace/deps'

const fileName = 'authority.json'
const sealContext = 'authority-key'

type Kept = { certificate: string; hosts: readonly string[]; sealedKey: string }

type Made = { authority?: Promise<Pair>; leaf?: Promise<Pair>; leafEnds: number }
const madeOf = ofDatabase('authority', (): Made => ({ leafEnds: 0 }))

const isSame = (one: readonly string[], other: readonly string[]) => one.join() === other.join()

/** The one of the data folder, where it is still good for the hosts there are now. */
const kept = (deps: Deps): Pair | undefined => {
  let text: string
  try {
    text = readFileSync(path.join(deps.config.dataDir, fileName), 'utf8')
  } catch {
    return undefined
  }
  try {
    const { certificate, hosts, sealedKey } = JSON.parse(text) as Kept
    if (!isSame(hosts, providerHosts) || endOf(certificate) < deps.clock() + leafDays * 86_400_000) {
      return undefined
    }
    return { certificate, privateKey: deps.vault.open(Buffer.from(sealedKey, 'base64'), sealContext) }
  } catch {
    log().warn('The authority in the data folder cannot be opened; a new one is made, to be trusted anew.')
    return undefined
  }
}

const make = async (deps: Deps): Promise<Pair> => {
  const authority = await makeAuthority(providerHosts, deps.clock())
  const file: Kept = {
    certificate: authority.certificate,
    hosts: providerHosts,
    sealedKey: deps.vault.seal(authority.privateKey, sealContext).toString('base64'),
  }
  writeFileSync(path.join(deps.config.dataDir, fileName), JSON.stringify(file), { mode: 0o600 })
  return authority
}

/** The private authority of this data folder, made at first need. Its key is kept sealed. */
const authorityOf = (deps: Deps): Promise<Pair> => {
  const made = madeOf(deps)
  made.authority ??= Promise.resolve(kept(deps) ?? make(deps))
  // One that could not be kept is tried again.
  made.authority.catch(() => {
    made.authority = undefined
  })
  return made.authority
}

/** What clients have to trust. */
export const authorityCertificate = async (deps: Deps): Promise<string> =>
  (await authorityOf(deps)).certificate

const renewBeforeMs = (leafDays / 3) * 86_400_000

/** The certificate that our TLS ports show now; another one well before it ends. */
export const serverPair = (deps: Deps): Promise<Pair> => {
  const made = madeOf(deps)
  const now = deps.clock()
  if (made.leaf && made.leafEnds - now > renewBeforeMs) return made.leaf
  made.leafEnds = now + leafDays * 86_400_000
  made.leaf = authorityOf(deps).then((authority) => makeLeaf(authority, providerHosts, now))
  made.leaf.catch(() => {
    made.leaf = undefined
  })
  return made.leaf
}
