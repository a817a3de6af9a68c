import { apiOf, type CallApi } from '@/lib/api/client'
import { CommandError, exitCodes, type Io } from './io'

export type PlaceOptions = { url?: string; token?: string }

/** One Jaribu, and whom we are to it. */
export type Place = {
  /** Without a trailing slash. */
  url: string
  call: CallApi
  /** Any address of it, as whom the token says. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** What the options say, else the environment, else the local one at the port that is usual or set. */
export const placeOf = ({ url: given, token: shown }: PlaceOptions, { env, signal }: Io): Place => {
  const text = given ?? env.JARIBU_URL ?? `http://localhost:${env.PORT ?? 3000}`
  const url = text.replace(/\/+$/, '')
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new CommandError(exitCodes.usage, `“${text}” is no address. Write it whole: http://localhost:3000`)
  }
  const token = shown ?? env.JARIBU_TOKEN ?? env.JARIBU_API_TOKEN
  if (!token) {
    throw new CommandError(
      exitCodes.usage,
      `No token is given for ${url}. Make one under Settings, Tokens, and set JARIBU_TOKEN or add --token.`,
    )
  }
  const headers = { authorization: `Bearer ${token}` }
  return {
    url,
    call: apiOf({ base: url, headers, signal }),
    fetch: (path, init = {}) =>
      fetch(`${url}${path}`, { signal, ...init, headers: { ...headers, ...init.headers } }),
  }
}
