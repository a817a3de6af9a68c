import type { Code, Operation, SystemId } from '@/lib/catalogue/types'
import type { CorrelationKey, Emulated, Phase, Values, WireAnswer, WireMessage } from '@/lib/wire/types'
import { type InsteadFault, withFaults } from '@/lib/world/faults'
import type { Fault, World } from '@/lib/world/types'
import { canBring, codesOnPurpose, isForToken } from './on-purpose'

/** One request on its way through an emulated provider. Every phase may add to notes and keys. */
export type Exchange = {
  message: WireMessage
  world: World
  isStrict: boolean
  /** Remarks for the log, among them what the strict reading would have refused. */
  notes: string[]
  /** Ids by which the exchange joins a timeline. */
  keys: CorrelationKey[]
  /** How this call has to end, where somebody asked for that. */
  ending?: Code
}

/** A message that is about none of the operations, with what the provider says to that. */
export type Lost = { operation?: Operation; refuse(exchange: Exchange): WireAnswer }

/** The answer of a phase after which no other follows: a refusal, or a token. */
export type Ended = { answer: WireAnswer }

/** A request that was recognised, whose sender is trusted and whose fields are valid. */
export type Call = Exchange & { operation: Operation; values: Values }

/** With `held`, the caller stays on the line until somebody has decided. */
export type Handled = WireAnswer | Pick<Emulated, 'answer' | 'held'>
export type Handler<C> = (call: C) => Handled

/** What one provider does in each phase; the phases are the same for all. */
export type Phases<Found extends { operation?: Operation }, Caller extends object, C extends Exchange> = {
  system: SystemId
  /** What path, method and body tell. They are read here and nowhere else; the world is not asked yet. */
  find(message: WireMessage): Found | Lost
  /** Who calls. */
  authenticate(found: Found, exchange: Exchange): Caller | Ended
  /** Whether what was sent has the form that the entry describes. */
  check(found: Found, caller: Caller, exchange: Exchange): C | Ended
  handle: Handler<C>
  /** How the provider words what goes wrong on purpose. */
  faults: Record<InsteadFault, (found: Found | Lost, exchange: Exchange) => WireAnswer>
  /** Codes that can be asked for on purpose, and the answer that says one which is no outcome. */
  codes?: {
    rows: readonly Code[]
    /** Undefined for what is said later, or by the call itself: it is run with `ending`. */
    say(row: Code, found: Found | Lost, exchange: Exchange): WireAnswer | undefined
  }
}

const isEnded = (step: object): step is Ended => 'answer' in step

/** An emulated provider: answers any bytes as the real one would and moves the world on. Never throws for what came. */
export const gateway = <Found extends { operation?: Operation }, Caller extends object, C extends Exchange>(
  phases: Phases<Found, Caller, C>,
) => {
  const onPurpose = codesOnPurpose(phases.codes?.rows ?? [])
  return (message: WireMessage, world: World): Emulated => {
    const found = phases.find(message)
    const isStrict = world.settings.strictness === 'strict'
    const exchange: Exchange = { message, world, isStrict, notes: [], keys: [] }
    const { notes, keys } = exchange
    const operation = found.operation?.id
    let ended: Phase = 'find'
    const pass = (): Handled => {
      if ('refuse' in found) return found.refuse(exchange)
      ended = 'authenticate'
      const caller = phases.authenticate(found, exchange)
      if (isEnded(caller)) return caller
      ended = 'check'
      const call = phases.check(found, caller, exchange)
      if (isEnded(call)) return call
      ended = 'handle'
      const earlier = notes.splice(0)
      const handled = phases.handle(call)
      for (const note of earlier) notes.push(note)
      return handled
    }
    const rowOf = ({ code = '' }: Pick<Fault, 'code'>) => onPurpose(code, found.operation)
    return withFaults(message, world, {
      operation: operation ?? `${phases.system}.unknown`,
      isForToken: found.operation !== undefined && isForToken(found.operation),
      instead: (kind) => phases.faults[kind](found, exchange),
      isMeant: (fault) => {
        const row = rowOf(fault)
        return row !== undefined && (fault.operation !== undefined || canBring(found.operation, row))
      },
      say: (code) => {
        const row = rowOf({ code })
        return row && phases.codes?.say(row, found, exchange)
      },
      run: (code) => {
        const ending = code === undefined ? undefined : rowOf({ code })
        if (ending) exchange.ending = ending
        const handled = pass()
        const isBare = !('answer' in handled)
        const emulated: Emulated = { answer: isBare ? handled : handled.answer, notes, keys, ended }
        if (operation !== undefined) emulated.operation = operation
        if (!isBare && handled.held) emulated.held = handled.held
        return emulated
      },
    })
  }
}

/** Plays each operation by its own rule or by the one it shares; what has none is answered by `otherwise`. */
export const byOperation = <C extends Call>(
  handlers: Readonly<Record<string, Handler<C>>>,
  otherwise: Handler<C>,
): Handler<C> => {
  const byName = new Map(Object.entries(handlers))
  return (call) => (byName.get(call.operation.answersAs ?? call.operation.name) ?? otherwise)(call)
}

/** Ends the exchange, with a remark on why: it stands before those that were made on the way. */
export const end = ({ notes }: Pick<Exchange, 'notes'>, answer: WireAnswer, ...why: string[]): Ended => {
  notes.unshift(...why)
  return { answer }
}
