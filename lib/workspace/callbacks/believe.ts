import 'server-only'
import { keysOfRun, mention, type RunRow, runOwning } from '@/db/queries/runs'
import { type Booked, bookedUnder, isDelivery } from '@/db/queries/world-links'
import type { Operation } from '@/lib/catalogue/types'
import { type Agreement, agreementOf, isOfRequest, nothingAsked, shareId } from '@/lib/derive/agreement'
import { findOperation, systemOf } from '@/lib/systems'
import { callbackEntry, kindTitle } from '@/lib/systems/callbacks'
import { senderStanding } from '@/lib/systems/senders'
import type { CallbackMeaning } from '@/lib/systems/types'
import { headerOf } from '@/lib/wire/http'
import { type Mismatch, receiptOfAnother } from '@/lib/wire/mismatch'
import type { WireMessage } from '@/lib/wire/types'
import { isFinal, isSuccess } from '@/lib/wire/verdicts'
import type { Deps } from '../deps'
import { askedAsSent, askedAsStored } from './asked-of-run'
import { isEnd } from './correct-earlier'
import { valuesOf } from './find-run'
import { isOwnDelivery } from './own-delivery'

/** How a message came, as far as that tells who sent it. */
export type Sender = Pick<WireMessage, 'headers' | 'remoteAddress'> & { deliveryId: string | null }

/** What is thought of a message before it may change its run. */
export type Belief = {
  /** It is kept, and decides nothing. */
  mismatch?: Mismatch
  /** Its sender is known to be the provider; otherwise it only contradicts nothing. */
  isProved: boolean
}

/** What the emulator of this very process says needs no check. */
const ofOurOwn: Belief = { isProved: true }

const deliveryHeader = 'x-jaribu-delivery'

/** Holds a message against its run: ids and what was asked for first, then what the local sandbox's books say. */
export const believe = (deps: Deps, run: RunRow, meaning: CallbackMeaning, sender: Sender): Belief => {
  const agreement = agreementWith(deps, run, meaning)
  if (agreement.kind === 'contradicts') return { mismatch: plainly(agreement), isProved: false }
  const other = ofAnotherCall(deps, run, meaning) ?? unlikeAsked(deps, run, meaning)
  if (other) return { mismatch: other, isProved: false }
  if (isProved(deps, run, meaning, sender)) return ofOurOwn
  const transaction = isLocal(run) ? bookedFor(deps, run.workspaceId, meaning) : undefined
  const mismatch =
    (transaction && differs(transaction, meaning)) ??
    turnedRound(run, meaning) ??
    askedTurnedRound(deps, run, meaning) ??
    (transaction ? undefined : receiptTaken(deps, run, meaning))
  return mismatch ? { mismatch, isProved: false } : { isProved: transaction !== undefined }
}

const isLocal = ({ environmentKind }: Pick<RunRow, 'environmentKind'>) => environmentKind === 'local'

const plainly = ({ field, expected, got }: Mismatch): Mismatch => ({
  field,
  expected: expected.slice(0, longestShown),
  got: got.slice(0, longestShown),
})
const longestShown = 200

const isProved = (deps: Deps, run: RunRow, meaning: CallbackMeaning, sender: Sender): boolean => {
  if (!isLocal(run)) return senderStanding(meaning.system, sender.remoteAddress) === 'published'
  if (isOwnDelivery(sender.deliveryId)) return true
  // Our own delivery, by way of a tunnel or a proxy: nobody else knows its number.
  const named = headerOf({ ...sender, method: '', path: '', query: '', body: nothing }, deliveryHeader)
  return named !== undefined && isDelivery(deps.db, run.workspaceId, named)
}
const nothing = new Uint8Array()

const agreementWith = (deps: Deps, run: RunRow, meaning: CallbackMeaning): Agreement => {
  const { repeats, joins } = callbackEntry(meaning.system, meaning.kind) ?? {}
  const keys = keysOfRun(deps.db, run.id)
  const endsRun = joins === 'run' && isEnd(meaning)
  const asked = askedAsStored(run)
  const first = agreementOf(meaning, repeats, { keys, asked, isEnd: endsRun })
  // What the environment filled in stands in the request only: it is read where what was typed does not suffice.
  const isMissing =
    (repeats?.party && meaning.facts.shortcode && asked.parties.length === 0) ||
    (repeats?.phone && meaning.facts.msisdn && asked.phones.length === 0)
  return first.kind === 'contradicts' || isMissing
    ? agreementOf(meaning, repeats, { keys, asked: askedAsSent(run), isEnd: endsRun })
    : first
}

/** A message that the run's operation does not bring, however well the rest of it fits. */
const ofAnotherCall = (deps: Deps, run: RunRow, meaning: CallbackMeaning): Mismatch | undefined => {
  const operation = findOperation(run.operation)
  if (!operation) return undefined
  if (!brings(operation, meaning)) {
    const isOfPayment = callbackEntry(meaning.system, meaning.kind)?.joins === 'receipt'
    // A notice of a payment names the receipt alone; whose that is the local sandbox's books say, or an earlier result.
    const isKnown = isOfPayment && (isLocal(run) || hasReceipt(deps, run, meaning))
    if (isKnown || isOfLaterStep(deps, run, operation, meaning)) return undefined
    return { field: 'kind', expected: kindsOf(operation), got: kindTitle(meaning.system, meaning.kind) }
  }
  const missing = idLeftOut(operation, meaning)
  if (missing) return { field: missing, expected: '', got: '' }
  const { answers } = meaning.facts
  if (!answers || meaning.outcome !== 'success' || exampleAnswers(operation).includes(answers))
    return undefined
  const got = answers === 'balance' ? 'AccountBalance' : `TransactionStatus ${statusWords(meaning) ?? ''}`
  return plainly({ field: 'kind', expected: kindsOf(operation), got: got.trim() })
}

/** A first step brings nothing itself, and what the next one brings speaks of its ids too. It decides nothing there. */
const isOfLaterStep = (
  { db }: Deps,
  { id }: RunRow,
  { system, callbacks }: Operation,
  meaning: CallbackMeaning,
): boolean =>
  callbacks.length === 0 &&
  system === meaning.system &&
  shareId(keysOfRun(db, id).filter(isOfRequest), meaning.keys)

const kindsOf = ({ system, callbacks }: Operation): string =>
  [...new Set(callbacks.map(({ kind }) => kindTitle(system, kind)))].join(', ')

const brings = ({ system, callbacks }: Operation, { system: sender, kind }: CallbackMeaning): boolean =>
  system === sender &&
  callbacks.some(
    (one) =>
      one.kind === kind ||
      callbackEntry(system, one.kind)?.alike === kind ||
      callbackEntry(system, kind)?.alike === one.kind,
  )

const hasReceipt = ({ db }: Deps, { id, receipt }: RunRow, { facts }: CallbackMeaning): boolean =>
  facts.receipt !== undefined &&
  (receipt === facts.receipt ||
    keysOfRun(db, id).some(({ kind, value }) => kind === 'receipt' && value === facts.receipt))

/** The id that a result of this kind always has, where this one has none at all: nothing but its address leads to the run. */
const idLeftOut = (operation: Operation, { kind, outcome, keys, system }: CallbackMeaning) => {
  if (!isEnd({ outcome }) || keys.some(isOfRequest) || callbackEntry(system, kind)?.joins !== 'run')
    return undefined
  return exampleMeanings(operation)
    .flatMap((example) => (example.kind === kind ? example.keys : []))
    .find(isOfRequest)?.kind
}

/** The questions that the operation's own results answer. */
const exampleAnswers = (operation: Operation) =>
  exampleMeanings(operation).flatMap(({ facts }) => facts.answers ?? [])

const meanings = new WeakMap<Operation, CallbackMeaning[]>()

/** What the operation's own examples say; read once. */
const exampleMeanings = (operation: Operation): CallbackMeaning[] => {
  const known = meanings.get(operation)
  if (known) return known
  const { system, callbacks } = operation
  const read = callbacks.flatMap(({ example }) => {
    const body = Buffer.from(typeof example === 'string' ? example : JSON.stringify(example))
    const message = { method: 'POST', path: '', query: '', headers: [], body, remoteAddress: '' }
    return systemOf(system).callback(message) ?? []
  })
  meanings.set(operation, read)
  return read
}

const statusWords = ({ facts }: CallbackMeaning) =>
  facts.table?.find(({ name }) => name.endsWith('TransactionStatus'))?.value

/** One payment has one receipt, and no two payments have the same. */
const receiptTaken = ({ db }: Deps, run: RunRow, meaning: CallbackMeaning): Mismatch | undefined => {
  const { receipt } = meaning.facts
  if (!receipt || meaning.outcome !== 'success') return undefined
  if (callbackEntry(meaning.system, meaning.kind)?.joins !== 'run') return undefined
  if (!findOperation(run.operation)?.movesMoney) return undefined
  if (run.receipt === receipt) return undefined
  if (run.receipt && isSuccess(run.verdict)) {
    return plainly({ field: 'receipt', expected: run.receipt, got: receipt })
  }
  // The local sandbox's books tell whose it is.
  const owner = isLocal(run) ? undefined : runOwning(db, run.workspaceId, [receipt])
  const isTaken = owner && owner.id !== run.id && owner.origin !== 'customer' && owner.receipt === receipt
  // A reversal names the payment that it takes back.
  const isMeant = () => keysOfRun(db, run.id).some(({ value }) => value === receipt)
  return isTaken && !isMeant()
    ? plainly({ field: receiptOfAnother, expected: owner.id, got: receipt })
    : undefined
}

/** A status tells of another run, of which more is known than the question says. */
const unlikeAsked = (deps: Deps, run: RunRow, meaning: CallbackMeaning): Mismatch | undefined => {
  const asked = askedAbout(deps, run, meaning)
  if (!asked) return undefined
  const { amount } = callbackEntry(meaning.system, meaning.kind)?.repeats ?? {}
  const agreement = agreementOf({ keys: [], facts: meaning.facts }, amount ? { amount } : undefined, {
    keys: [],
    asked: { ...askedAsStored(asked), receipts: asked.receipt === null ? [] : [asked.receipt] },
  })
  return agreement.kind === 'contradicts' ? plainly(agreement) : undefined
}

const askedTurnedRound = (deps: Deps, run: RunRow, meaning: CallbackMeaning): Mismatch | undefined => {
  if (meaning.facts.state !== 'completed') return undefined
  const asked = askedAbout(deps, run, meaning)
  return asked && turnedRound(asked, { ...meaning, outcome: 'success', code: meaning.facts.state })
}

/** The run that a status query is about, where this message answers one. */
const askedAbout = ({ db }: Deps, run: RunRow, { facts }: CallbackMeaning): RunRow | undefined => {
  if (!facts.state || !findOperation(run.operation)?.resultTells) return undefined
  const mentions = keysOfRun(db, run.id).filter(({ kind }) => kind === mention)
  const asked = runOwning(db, run.workspaceId, valuesOf(mentions))
  return asked?.id === run.id ? undefined : asked
}

/** What the local sandbox's books have of what a message tells; undefined where they know nothing of it. */
export const bookedFor = (
  deps: Deps,
  workspaceId: string,
  { system, kind, keys }: CallbackMeaning,
): Booked | undefined => {
  const isOfPayment = callbackEntry(system, kind)?.joins === 'receipt'
  const ids = keys.filter((key) => isOfPayment === (key.kind === 'receipt')).map(({ value }) => value)
  return bookedUnder(deps.db, workspaceId, ids)
}

/** How the books stand, beside what a message claims. */
const stateWords: Record<string, string> = {
  pending: 'no outcome yet',
  completed: 'a payment that was made',
  reversed: 'a payment that was made',
  failed: 'a payment that failed',
  cancelled: 'a payment that was cancelled',
}

export const differs = (transaction: Booked, meaning: CallbackMeaning): Mismatch | undefined => {
  const { receipt, state, payer, payee, data } = transaction
  const { outcome, facts, code = '', kind, system } = meaning
  const succeeded = state === 'completed' || state === 'reversed'
  if (
    (outcome === 'success' && !succeeded) ||
    (outcome === 'failure' && (succeeded || state === 'pending'))
  ) {
    return { field: 'code', expected: stateWords[state] ?? state, got: code || outcome }
  }
  if (outcome === 'success' && receipt && facts.receipt && receipt !== facts.receipt) {
    return { field: 'receipt', expected: receipt, got: facts.receipt }
  }
  const amount = data.amountCents
  const agreement = agreementOf({ keys: [], facts }, callbackEntry(system, kind)?.repeats, {
    keys: [],
    asked: {
      ...nothingAsked,
      amountsCents: typeof amount === 'number' ? [amount] : [],
      phones: [payer, payee],
      parties: [payer, payee],
    },
  })
  return agreement.kind === 'contradicts' ? plainly(agreement) : undefined
}

/** Nothing that may come from anybody takes back what the provider itself has said. */
const turnedRound = (run: RunRow, { outcome, code = '', facts }: CallbackMeaning): Mismatch | undefined => {
  // A failure of the server's may have gone through all the same.
  const isRefused = run.decidedBy === 'answer' && run.verdict === 'refused' && (run.answerStatus ?? 500) < 500
  const isSettled =
    isRefused || run.decidedBy === 'message' || run.decidedBy === 'query' || run.decidedBy === 'validation'
  if (!isSettled || !isFinal(run.verdict) || run.verdict === 'timed-out' || run.verdict === 'unknown')
    return undefined
  if (outcome === 'success' && !isSuccess(run.verdict)) {
    return { field: 'code', expected: run.code ?? run.verdict, got: code || outcome }
  }
  if (outcome === 'success' && run.receipt && facts.receipt && run.receipt !== facts.receipt) {
    return { field: 'receipt', expected: run.receipt, got: facts.receipt }
  }
  return undefined
}
