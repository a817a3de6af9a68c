import 'server-only'
import { ofDatabase } from '@/lib/process-state'
import { type Origin, origins } from '@/lib/wire/origins'
import type { WireMessage, WireRequest } from '@/lib/wire/types'
import type { Deps } from '../deps'

/** On whose behalf Jaribu sends something to its own emulator, and for which run. */
export type Sender = { origin: Origin; runId: string | null }

/**
 * By this header the emulator's door knows the requests of this very process. Its value begins with a word that is drawn
 * at each start and leaves only towards ourselves; the door takes it off before anything is read, kept or shown.
 */
const name = 'X-Jaribu-Sender'

const stateOf = ofDatabase('own-requests', () => ({ word: '' }))

const wordOf = (deps: Deps): string => {
  const state = stateOf(deps)
  state.word ||= deps.ids.token(24)
  return state.word
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127\.[\d.]+$/.test(host)

/** Whether a URL leads to an emulator of this installation. */
const isOurs = ({ config }: Deps, url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { origin, hostname, port, protocol, pathname } = new URL(url)
  if (!pathname.startsWith('/emulator/')) return false
  if (origin === new URL(config.publicUrl).origin) return true
  return isLoopback(hostname) && Number(port || (protocol === 'https:' ? 443 : 80)) === config.port
}

/** The headers of a request as it leaves. Only a request to ourselves gets one more. */
export const headersAsOwn = (
  deps: Deps,
  { url, headers }: Pick<WireRequest, 'url' | 'headers'>,
  { origin, runId }: Sender,
): WireRequest['headers'] =>
  isOurs(deps, url) ? [...headers, [name, `${wordOf(deps)} ${origin} ${runId ?? ''}`]] : headers

/** A received message without that header, and what it said. Anybody else's header of this name is only a header. */
export const takeSender = (deps: Deps, message: WireMessage): { message: WireMessage; sender?: Sender } => {
  const at = message.headers.findIndex(([each]) => each.toLowerCase() === 'x-jaribu-sender')
  if (at < 0) return { message }
  const [word, said, runId] = message.headers[at]?.[1].split(' ') ?? []
  const origin = origins.find((each) => each === said)
  if (word !== wordOf(deps) || !origin) return { message }
  return {
    message: { ...message, headers: message.headers.toSpliced(at, 1) },
    sender: { origin, runId: runId || null },
  }
}
