import type { HttpRequest, HttpResult } from '@/lib/http/types'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import { recordCallback } from '@/lib/workspace/callbacks/record-callback'
import { emulateWire } from '@/lib/workspace/world/emulate'
import type { TestDeps } from './deps'

const messageOf = ({ method, url, headers, body }: HttpRequest, cut: string): WireMessage => {
  const { pathname, search: query } = new URL(url)
  return {
    method,
    path: pathname.replace(cut, ''),
    query: query.slice(1),
    headers: headers ?? [],
    body: Buffer.from(body ?? ''),
    remoteAddress: '127.0.0.1',
  }
}

const resultOf = ({ status, headers, body }: WireAnswer): HttpResult => ({
  kind: 'answered',
  status,
  headers,
  body: Buffer.from(body),
  truncated: false,
  ms: 3,
})

/** What leaves reaches our own doors, the token call too: the inbox, and the emulator of this system. */
export const reachOwnDoors = (deps: TestDeps, system: string) => {
  deps.http.send = async (request) =>
    request.url.includes('/hook/')
      ? resultOf(await recordCallback(deps, 'local', messageOf(request, '/hook/local')))
      : resultOf(emulateWire(deps, system, messageOf(request, `/emulator/${system}`)).answer)
}
