import { systemOf } from '@/lib/systems'
import type { EnvironmentKind } from '../views'

export type BaseUrlCheck = { baseUrl: string } | { message: string }

/** A base URL as it is stored, or what is wrong with it. Paths are for our own emulator only. */
export const checkBaseUrl = (systemId: string, kind: EnvironmentKind, typed: string): BaseUrlCheck => {
  const trimmed = typed.trim().replace(/\/+$/, '')
  if (trimmed.startsWith('/')) return checkOwnPath(systemId, kind, trimmed)
  if (!URL.canParse(trimmed))
    return { message: 'Write it as https://host, without a path that calls add themselves.' }
  const url = new URL(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { message: 'It must start with https:// or http://.' }
  if (url.username || url.password) return { message: 'Keep user names and passwords out of the URL.' }
  if (url.search || url.hash) return { message: 'A base URL has no ? and no #.' }
  const productionHosts = systemOf(systemId)
    .presets.filter((preset) => preset.kind === 'production')
    .map((preset) => new URL(preset.baseUrl).host)
  if (kind !== 'production' && productionHosts.includes(url.host)) {
    return { message: `${url.host} moves real money: choose the kind “production” for it.` }
  }
  if (kind === 'production' && url.protocol !== 'https:')
    return { message: 'Production is reached by https only.' }
  return { baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}

const checkOwnPath = (systemId: string, kind: EnvironmentKind, path: string): BaseUrlCheck => {
  const own = `/emulator/${systemId}`
  if (path !== own) return { message: `A path of our own is ${own}; anything else starts with https://.` }
  if (kind !== 'local') return { message: 'Our own emulator is always of the kind “local”.' }
  return { baseUrl: own }
}
