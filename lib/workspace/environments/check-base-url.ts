import { systemOf } from '@/lib/systems'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'

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
  if (kind !== 'production' && movesRealMoney(systemId, url)) {
    return { message: `${url.host} moves real money: choose the kind “production” for it.` }
  }
  if (kind === 'production' && url.protocol !== 'https:')
    return { message: 'Production is reached by https only.' }
  return { baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}

/** On a host that has a sandbox as well, the sandbox is what its preset's path begins with; all else counts as live. */
const movesRealMoney = (systemId: string, url: URL): boolean => {
  const known = systemOf(systemId).presets.flatMap((preset) =>
    preset.kind === 'local' ? [] : [{ kind: preset.kind, at: new URL(preset.baseUrl) }],
  )
  const isBelow = (at: URL) =>
    at.host === url.host && `${url.pathname}/`.startsWith(`${at.pathname.replace(/\/+$/, '')}/`)
  return (
    known.some(({ kind, at }) => kind === 'production' && at.host === url.host) &&
    !known.some(({ kind, at }) => kind === 'sandbox' && isBelow(at))
  )
}

const checkOwnPath = (systemId: string, kind: EnvironmentKind, path: string): BaseUrlCheck => {
  const local = systemOf(systemId).presets.find((preset) => preset.kind === 'local')
  const own = local?.baseUrl ?? `/emulator/${systemId}`
  if (path !== own) return { message: `A path of our own is ${own}; anything else starts with https://.` }
  if (kind !== 'local') return { message: 'Our own emulator is always of the kind “local”.' }
  return { baseUrl: own }
}
