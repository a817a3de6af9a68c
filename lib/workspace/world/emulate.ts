import 'server-only'
import { hash } from 'node:crypto'
import { type WorldRows, worldRows } from '@/db/queries/world'
import { decryptPkcs1 } from '@/lib/crypto/rsa-decrypt'
import { isSystem, systemOf } from '@/lib/systems'
import type { CallerClaim, OpenCiphertext } from '@/lib/systems/types'
import { noteHeader, writeNotes } from '@/lib/wire/notes'
import type { Emulated, WireAnswer, WireMessage } from '@/lib/wire/types'
import { truncated } from '@/lib/world/faults'
import { seededIds } from '@/lib/world/ids'
import { memoryStore } from '@/lib/world/memory'
import { defaultSettings } from '@/lib/world/settings'
import type { LocalApp, World } from '@/lib/world/types'
import type { Deps } from '../deps'
import { recordExchange } from '../exchanges/record-exchange'
import { remarksOf } from '../exchanges/remarks'
import { takeSender } from '../exchanges/sender'
import { strangerNote } from '../exchanges/stranger'
import { waitFor } from '../live/wait-for'
import { emulatorKeys, knownEmulatorKeys, publicKeyOf } from './emulator-keys'
import { changeShared, changeWorld, newSeed, readWorld } from './world'

const sha256 = (text: string) => hash('sha256', text, 'hex')

type Caller = { workspaceId: string; appId: string; app?: LocalApp }

/** What a request says of its sender, and whom we know by it. */
type Asking = { claim?: CallerClaim; caller?: Caller }

/** Every workspace's emulated provider has its own key; what fits none of them was made for somebody else. */
const openWith =
  (deps: Deps, system: string): OpenCiphertext =>
  (ciphertext) =>
    worldRows(deps.db)
      .keyHolders.all(system)
      .flatMap(({ id }) => {
        const keys = knownEmulatorKeys(deps, id, system)
        const plain = keys && decryptPkcs1(ciphertext, keys.privateKey)
        return plain === undefined ? [] : [plain]
      })

/**
 * Whom a request is taken to be from that nobody here can read: with a single workspace it can be meant for no other.
 * Where there are more, it stays nobody's, so that no stranger acts in a world that was never named.
 */
const onlyCaller = (rows: WorldRows, system: string): Caller | undefined => {
  const [workspace, another] = rows.workspaces.all()
  const app = workspace && !another && rows.appOf.get(workspace.id, system)
  if (!app) return undefined
  return {
    workspaceId: workspace.id,
    appId: app.id,
    app: { id: app.id, system, key: app.key, secret: '', isUnverifiable: true },
  }
}

/** Whose world a request belongs to: by the application's key it carries, or by the token that a key once got. */
const findCaller = (deps: Deps, system: string, message: WireMessage): Asking => {
  const claim = systemOf(system).callerOf(message, openWith(deps, system))
  const caller = claim && knownCaller(deps, system, claim)
  return { ...(claim && { claim }), ...(caller && { caller }) }
}

const knownCaller = (deps: Deps, system: string, claim: CallerClaim): Caller | undefined => {
  const rows = worldRows(deps.db)
  if (claim.kind === 'unverifiable') return onlyCaller(rows, system)
  if (claim.kind === 'token') {
    const token = rows.token.get(sha256(claim.token))
    return token?.system === system ? { workspaceId: token.workspaceId, appId: token.appId } : undefined
  }
  const { key, secret = '' } = claim
  const found = rows.appByKey.get(system, key)
  if (!found) return undefined
  const isTrusted = claim.secret === undefined || found.secretHash === sha256(secret)
  return {
    workspaceId: found.workspaceId,
    appId: found.id,
    ...(isTrusted ? { app: { id: found.id, system, key, secret } } : {}),
  }
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

type Header = WireAnswer['headers'][number]

/** What the strict reading would have refused travels beside the answer, for logs and curious clients. */
const withNotes = (system: string, message: WireMessage, emulated: Emulated): Emulated => {
  const remarks = remarksOf(system, message, emulated)
  if (remarks.length === 0) return emulated
  const { answer } = emulated
  const header: Header = [noteHeader, writeNotes(remarks)]
  return { ...emulated, answer: { ...answer, headers: [...answer.headers, header] } }
}

const plain = (status: number, text: string): WireAnswer => ({
  status,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: text,
})

type AtDoor = Asking & { emulated: Emulated }

const answerAtDoor = (deps: Deps, system: string, message: WireMessage, now = deps.clock()): AtDoor => {
  if (!isSystem(system)) {
    const answer = plain(404, `There is no emulated system ${system.slice(0, 40)}.`)
    return { emulated: { answer, notes: [], keys: [] } }
  }
  const key = message.method === 'GET' && /^\/(certificate|public-key)\/?$/.exec(message.path)?.[1]
  if (key) return { emulated: { answer: keyOf(deps, system, message, key), notes: [], keys: [] } }
  const { emulate } = systemOf(system)
  const asking = findCaller(deps, system, message)
  const { caller } = asking
  const emulated = caller
    ? changeWorld(deps, caller.workspaceId, (world) => emulate(message, world), { app: caller.app, now })
    : emulate(message, nobodysWorld(deps))
  const told = { ...emulated, notes: [...whyNotTrusted(deps, system, emulated, asking), ...emulated.notes] }
  return { ...asking, emulated: withNotes(system, message, told) }
}

/** What only the door knows of a caller who was turned away: that the secret is wrong, or where the key belongs. */
const whyNotTrusted = (
  deps: Deps,
  system: string,
  { ended, answer }: Emulated,
  { caller, claim }: Asking,
) => {
  if (ended !== 'authenticate' || answer.status < 400 || !claim) return []
  if (caller) {
    const isKnown = claim.kind === 'key' && !caller.app
    return isKnown ? ['The key is known here, and the secret that came with it is another one.'] : []
  }
  return strangerNote(deps, system, claim) ?? []
}

/** The door of the emulated providers: any HTTP message in, an answer out. Knows no framework. */
export const emulateWire = (deps: Deps, system: string, message: WireMessage): Emulated =>
  answerAtDoor(deps, system, message).emulated

/**
 * As `emulateWire`, keeping the caller on the line where the provider does: until a phone has answered, say. What came
 * and what was answered is recorded.
 */
export const emulateAndWait = async (
  deps: Deps,
  system: string,
  received: WireMessage,
  leaving?: () => AbortSignal,
): Promise<Emulated> => {
  const started = performance.now()
  const { message, sender } = takeSender(deps, received)
  const now = deps.clock()
  const { emulated: first, ...asking } = await changeShared(deps, () =>
    answerAtDoor(deps, system, message, now),
  )
  const emulated = await waitedFor(deps, { system, message }, first, asking.caller, leaving)
  recordExchange(deps, { system, message, emulated, ...asking, sender, startedAt: started })
  return emulated
}

const waitedFor = async (
  deps: Deps,
  { system, message }: { system: string; message: WireMessage },
  emulated: Emulated,
  caller: Caller | undefined,
  leaving?: () => AbortSignal,
): Promise<Emulated> => {
  if (!emulated.held || !caller) return emulated
  const { workspaceId } = caller
  const answer = await answerOfHeld(deps, { system, workspaceId, ...emulated.held }, leaving?.())
  if (!answer) return emulated
  const noted = withNotes(system, message, { ...emulated, answer })
  return emulated.delivery?.isTruncated ? truncated(noted) : noted
}

/** The end of a transaction is drained soon after its time, not in that very moment. */
const graceMs = 3000

/** What the waiting caller gets once its transaction has ended; undefined when it had not by the time, or nobody waits. */
const answerOfHeld = async (
  deps: Deps,
  held: { system: string; workspaceId: string; transactionId: string; untilAt: number },
  signal?: AbortSignal,
): Promise<WireAnswer | undefined> => {
  const { system, workspaceId, transactionId } = held
  const store = readWorld(deps, workspaceId)
  const ms = Math.max(0, held.untilAt + graceMs - deps.clock())
  await waitFor(deps, workspaceId, { ms, ...(signal && { signal }) }, () => {
    const state = deps.db.$client.open ? store.transaction(transactionId)?.state : undefined
    // Undefined after a reset of the world: nothing will end it any more.
    return { value: state, isFound: state !== 'pending' }
  })
  if (!deps.db.$client.open) return undefined
  return changeWorld(deps, workspaceId, (world) => systemOf(system).answerHeld?.(transactionId, world))
}

/** The key that clients encrypt for: of the workspace that the request or `?key=` names, else of the first. */
const keyOf = (deps: Deps, system: string, message: WireMessage, form: string): WireAnswer => {
  const rows = worldRows(deps.db)
  const query = new URLSearchParams(message.query)
  const key = query.get('key')
  const workspaceId =
    findCaller(deps, system, message).caller?.workspaceId ??
    (key ? rows.appByKey.get(system, key)?.workspaceId : undefined) ??
    rows.firstWorkspace.get()?.id
  if (!workspaceId) return plain(404, 'There is no workspace yet.')
  const keys = emulatorKeys(deps, workspaceId, system)
  if (form === 'public-key' && query.get('format') === 'base64')
    return plain(200, publicKeyOf(keys, 'base64'))
  const name = form === 'public-key' ? `jaribu-${system}-public-key.pem` : `jaribu-${system}.pem`
  return {
    status: 200,
    headers: [
      ['Content-Type', 'application/x-pem-file'],
      ['Content-Disposition', `attachment; filename="${name}"`],
    ],
    body: form === 'public-key' ? publicKeyOf(keys, 'pem') : keys.certificate,
  }
}
