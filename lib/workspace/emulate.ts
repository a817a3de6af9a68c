import 'server-only'
import { createHash } from 'node:crypto'
import { worldRows } from '@/db/queries/world'
import { isSystem, systemOf } from '@/lib/systems'
import type { Emulated, WireAnswer, WireMessage } from '@/lib/systems/types'
import { seededIds } from '@/lib/world/ids'
import { memoryStore } from '@/lib/world/memory'
import { defaultSettings } from '@/lib/world/settings'
import type { LocalApp, World } from '@/lib/world/types'
import type { Deps } from './deps'
import { emulatorKeys } from './emulator-keys'
import { changeWorld, newSeed } from './world'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const authorizationOf = (message: WireMessage) =>
  message.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''

type Caller = { workspaceId: string; app?: LocalApp }

/** Whose world a request belongs to: by the consumer key it carries, or by the token that a key once got. */
const findCaller = (deps: Deps, system: string, message: WireMessage): Caller | undefined => {
  const rows = worldRows(deps.db)
  const [, scheme = '', value = ''] = /^(\w+)\s+(\S+)\s*$/.exec(authorizationOf(message)) ?? []
  if (scheme.toLowerCase() === 'basic') {
    const text = Buffer.from(value, 'base64').toString('utf8')
    const colon = text.indexOf(':')
    const key = text.slice(0, Math.max(0, colon))
    const secret = text.slice(colon + 1)
    const found = rows.appByKey.get(system, key)
    if (!found) return undefined
    const app = { id: found.id, system, key, secret }
    return found.secretHash === sha256(secret)
      ? { workspaceId: found.workspaceId, app }
      : { workspaceId: found.workspaceId }
  }
  if (scheme.toLowerCase() === 'bearer') {
    const token = rows.token.get(sha256(value))
    return token && { workspaceId: token.workspaceId }
  }
  return undefined
}

/** A request that belongs to nobody is answered as such, by a world that is forgotten at once. */
const nobodysWorld = (deps: Deps): World => ({
  store: memoryStore(),
  now: deps.clock(),
  ids: seededIds(newSeed(deps)),
  settings: structuredClone(defaultSettings),
  keys: {},
  publicUrl: deps.config.publicUrl,
})

const mostNotes = 8

/** What the strict reading would have refused travels beside the answer, for logs and curious clients. */
const withNotes = (emulated: Emulated): Emulated => ({
  ...emulated,
  answer: {
    ...emulated.answer,
    headers: [
      ...emulated.answer.headers,
      ...emulated.notes
        .slice(0, mostNotes)
        .map((note): [string, string] => [
          'X-Jaribu-Note',
          note.replace(/[^\x20-\x7e]/g, (letter) => (letter === '’' ? "'" : '?')).slice(0, 300),
        ]),
    ],
  },
})

const plain = (status: number, text: string): WireAnswer => ({
  status,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: text,
})

/** The door of the emulated providers: any HTTP message in, an answer out. Knows no framework. */
export const emulateWire = (deps: Deps, system: string, message: WireMessage): Emulated => {
  if (!isSystem(system)) {
    return { answer: plain(404, `There is no emulated system ${system.slice(0, 40)}.`), notes: [], keys: [] }
  }
  if (message.method === 'GET' && /^\/certificate\/?$/.test(message.path)) {
    return { answer: certificateOf(deps, system, message), notes: [], keys: [] }
  }
  const { emulate } = systemOf(system)
  const caller = findCaller(deps, system, message)
  if (!caller) return withNotes(emulate(message, nobodysWorld(deps)))
  return withNotes(changeWorld(deps, caller.workspaceId, (world) => emulate(message, world), caller.app))
}

/** The certificate that clients encrypt for: of the workspace that the request or `?key=` names, else of the first. */
const certificateOf = (deps: Deps, system: string, message: WireMessage): WireAnswer => {
  const rows = worldRows(deps.db)
  const key = new URLSearchParams(message.query).get('key')
  const workspaceId =
    findCaller(deps, system, message)?.workspaceId ??
    (key ? rows.appByKey.get(system, key)?.workspaceId : undefined) ??
    rows.firstWorkspace.get()?.id
  if (!workspaceId) return plain(404, 'There is no workspace yet.')
  return {
    status: 200,
    headers: [
      ['Content-Type', 'application/x-pem-file'],
      ['Content-Disposition', `attachment; filename="jaribu-${system}.pem"`],
    ],
    body: emulatorKeys(deps, workspaceId, system).certificate,
  }
}
