import type { CallbackKind } from '@/lib/catalogue/callback-kinds'
import type { Json } from '@/lib/catalogue/types'
import { headerOf } from '@/lib/wire/http'
import type { Emulated, WireAnswer, WireMessage } from '@/lib/wire/types'
import type { Due, Fault, FaultKind, World } from './types'

export const faultKinds = [
  'code',
  'slow',
  'no-callback',
  'callback-first',
  'duplicate',
  'out-of-order',
  'result-and-timeout',
  'timeout-instead',
  'http-500',
  'html-200',
  'spike-arrest',
  'expired-token',
  'truncated',
  'dropped',
] as const satisfies readonly FaultKind[]

/** Takes the fault that applies now; a counted one is used up. */
export const takeFault = (
  world: Pick<World, 'settings'>,
  kinds: readonly FaultKind[],
  operation: string,
  isMeant: (fault: Fault) => boolean = () => true,
): Fault | undefined => {
  const index = world.settings.faults.findIndex(
    (fault) =>
      kinds.includes(fault.kind) &&
      (fault.operation === undefined || fault.operation === operation) &&
      isMeant(fault),
  )
  const fault = world.settings.faults[index]
  if (!fault) return undefined
  if (fault.times !== undefined) {
    const left = fault.times - 1
    world.settings.faults =
      left > 0
        ? world.settings.faults.with(index, { ...fault, times: left })
        : world.settings.faults.toSpliced(index, 1)
  }
  return fault
}

/** A fault for one call, asked for in a header: `X-Jaribu-Fault: slow; ms=3000`, `X-Jaribu-Fault: code; id=quota`. */
const faultAskedFor = (message: WireMessage, operation: string): Fault | undefined => {
  const header = headerOf(message, 'x-jaribu-fault')
  if (!header) return undefined
  const [kind, ...options] = header.split(';').map((part) => part.trim())
  const known = faultKinds.find((one) => one === kind)
  if (!known) return undefined
  const optionOf = (name: string) =>
    options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1)
  const ms = Number(optionOf('ms'))
  const code = optionOf('id')
  return {
    kind: known,
    operation,
    times: 1,
    ...(Number.isFinite(ms) && ms > 0 ? { ms } : {}),
    ...(code ? { code } : {}),
  }
}

const insteadFaults = ['http-500', 'spike-arrest', 'expired-token'] as const satisfies readonly FaultKind[]

/** Faults that take the place of the answer, in the provider's own words. */
export type InsteadFault = (typeof insteadFaults)[number]

const isInstead = (kind: FaultKind): kind is InsteadFault => insteadFaults.some((one) => one === kind)

const incapsula =
  '<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body>Request unsuccessful. Incapsula incident ID: 1234000560123456789-123456789012345678</body></html>'

const longest = 60_000

/** Half of the answer. */
export const truncated = (emulated: Emulated): Emulated => {
  const { body } = emulated.answer
  return { ...emulated, answer: { ...emulated.answer, body: body.slice(0, Math.ceil(body.length / 2)) } }
}

/** What one call of an emulated provider does with what goes wrong on purpose. */
export type Staged = {
  operation: string
  /** It only gets a token: whoever asks for the next call means the one that the token is for. */
  isForToken: boolean
  /** The provider's own words in place of the answer. */
  instead(kind: InsteadFault): WireAnswer
  /** Whether this call can end with the code that a fault names. */
  isMeant(fault: Fault): boolean
  /** The answer that says the code; undefined where the code is how the call ends, so that it has to be run. */
  say(code: string): WireAnswer | undefined
  /** The call itself, with the code that it has to end with. */
  run(ending?: string): Emulated
}

/**
 * The one place where a call goes wrong on purpose. Faults that replace the answer leave the world untouched; the others
 * spoil an answer that was honestly made, or say how the call ends.
 */
export const withFaults = (
  message: WireMessage,
  world: World,
  { operation, isForToken, instead, isMeant, say, run: play }: Staged,
): Emulated => {
  const isSpentHere = (fault: Fault) =>
    !isForToken || fault.operation !== undefined || fault.times === undefined
  const asked = faultAskedFor(message, operation)
  if (asked) world.settings.faults = [asked, ...world.settings.faults]

  const code = takeFault(world, ['code'], operation, isMeant)?.code
  const said = code === undefined ? undefined : say(code)
  if (code !== undefined && said) {
    return { answer: said, operation, keys: [], notes: [`Code on purpose: ${code}.`], fault: `code ${code}` }
  }
  if (asked?.kind === 'code' && code === undefined) forget(world, asked)
  const run = (): Emulated => {
    const emulated = play(code)
    if (code === undefined) {
      return asked?.kind === 'code'
        ? { ...emulated, notes: [...emulated.notes, noSuchCode(asked)] }
        : emulated
    }
    return { ...emulated, fault: `code ${code}`, notes: [...emulated.notes, `Code on purpose: ${code}.`] }
  }

  const kind = takeFault(world, ['html-200', ...insteadFaults], operation, isSpentHere)?.kind
  if (kind) {
    const answer = isInstead(kind)
      ? instead(kind)
      : {
          status: 200,
          headers: [['Content-Type', 'text/html']] satisfies WireAnswer['headers'],
          body: incapsula,
        }
    return { answer, operation, keys: [], notes: [`Fault on purpose: ${kind}.`], fault: kind }
  }

  const honest = run()
  const spoilt = takeFault(world, ['slow', 'callback-first', 'truncated', 'dropped'], operation, isSpentHere)
  if (!spoilt) return honest
  const emulated = { ...honest, fault: spoilt.kind }
  const notes = [...emulated.notes, `Fault on purpose: ${spoilt.kind}.`]
  if (spoilt.kind === 'truncated') {
    return emulated.held
      ? { ...emulated, notes, delivery: { isTruncated: true } }
      : truncated({ ...emulated, notes })
  }
  if (spoilt.kind === 'dropped') return { ...emulated, notes, delivery: { isDropped: true } }
  const usual =
    spoilt.kind === 'slow'
      ? 10_000
      : Math.max(world.settings.resultDelayMs, world.settings.autoPayDelayMs) + 1500
  return { ...emulated, notes, delivery: { delayMs: Math.min(spoilt.ms ?? usual, longest) } }
}

/** A fault of one call that this call cannot meet is for no later one. */
const forget = (world: World, fault: Fault) => {
  world.settings.faults = world.settings.faults.filter((one) => one !== fault)
}

const noSuchCode = ({ code = '' }: Fault) =>
  `X-Jaribu-Fault asked for the code “${code.slice(0, 60)}”, with which this call cannot end: GET /api/v1/codes lists what can be asked for.`

/** Between two callbacks whose order is to be seen. */
const apart = 500

/** How long a callback waits to be overtaken when nothing else comes. */
const patience = 15_000

type Callback = Omit<Due, 'type' | 'kind'> & { kind: CallbackKind }

/**
 * Owes a callback, unless a fault swallows it, sends it twice, lets a later one overtake it, or has the queue time-out
 * come as well or alone (only where the request named an address for that).
 */
export const scheduleCallback = (
  world: World,
  operation: string,
  due: Callback,
  timeout?: Pick<Callback, 'kind' | 'request'>,
) => {
  const owe = (callback: Callback) => world.store.schedule({ ...callback, type: 'callback' })
  const overtaken = takeHeld(world)
  if (overtaken) {
    world.store.cancelDue(overtaken.id)
    owe({ ...overtaken, id: `${overtaken.id}-overtaken`, dueAt: due.dueAt + apart })
  }
  // What comes after a question depends on its answer: nothing can overtake it.
  const canWait = !overtaken && due.context === null
  const kinds: FaultKind[] = ['no-callback', 'duplicate']
  if (canWait) kinds.push('out-of-order')
  if (timeout) kinds.push('result-and-timeout', 'timeout-instead')
  const fault = takeFault(world, kinds, operation)
  if (fault?.kind === 'no-callback') return
  if (fault?.kind === 'out-of-order') {
    hold(world, { ...due, dueAt: due.dueAt + Math.min(fault.ms ?? patience, longest) })
    return
  }
  if (fault?.kind === 'result-and-timeout') {
    owe({ ...due, ...timeout, id: `${due.id}-timeout`, context: null })
    owe({ ...due, dueAt: due.dueAt + apart })
    return
  }
  if (fault?.kind === 'timeout-instead') {
    owe({ ...due, ...timeout, id: `${due.id}-timeout`, context: null })
    return
  }
  owe(due)
  if (fault?.kind === 'duplicate') owe({ ...due, id: `${due.id}-again`, dueAt: due.dueAt + apart })
}

const held = { collection: 'held-callbacks', key: 'newest' }

const hold = (world: World, due: Callback) => {
  world.store.schedule({ ...due, type: 'callback' })
  world.store.putRecord({ ...held, value: due as unknown as Json, updatedAt: world.now })
}

/** The callback that waits to be overtaken, if it has not left yet. */
const takeHeld = (world: World): Callback | undefined => {
  const found = world.store.record(held.collection, held.key)?.value as Callback | undefined
  if (!found) return undefined
  world.store.removeRecord(held.collection, held.key)
  return found.dueAt > world.now ? found : undefined
}
