import type { Json, SystemId } from '@/lib/catalogue/types'

/**
 * The emulator's state behind one narrow door. Rules in `lib/world` and `lib/systems/<id>/emulate` read and change it
 * through `store`; whoever holds the world (the database in the product, a map in tests) makes each call atomic.
 * Money is integer cents of the market's currency.
 */
export type World = {
  store: WorldStore
  /** Epoch milliseconds, fixed for the length of one call. */
  now: number
  /** A seeded source of ids and digits: no randomness inside the rules. */
  ids: IdSource
  settings: WorldSettings
  /** Private keys by system, PEM, with which the emulated provider decrypts. */
  keys: Record<SystemId, { privateKey: string; certificate: string } | undefined>
  /** Our own public URL, without a trailing slash. */
  publicUrl: string
  /** The local application whose key or token the request carries; absent before it is known. */
  app?: LocalApp
}

export type IdSource = {
  /** A whole number below `bound`. */
  number(bound: number): number
  /** Lower-case hex digits. */
  hex(length: number): string
  /** Digits and capitals. */
  alphanumeric(length: number): string
}

export type Strictness = 'lenient' | 'strict'

/** `quick` for work, `as-measured` as Safaricom's own sandbox was timed. */
export type Timing = 'quick' | 'as-measured'

export type WorldSettings = {
  strictness: Strictness
  timing: Timing
  /** Milliseconds from the acknowledgement to a result callback. */
  resultDelayMs: number
  /** Milliseconds after which `254708374149` and other self-paying phones answer. */
  autoPayDelayMs: number
  /** Milliseconds after which an unanswered prompt expires. */
  promptLifetimeMs: number
  /** Milliseconds that a C2B validation may take. */
  validationTimeoutMs: number
  /** Callbacks that are owed wait for somebody to release them. */
  holdCallbacks: boolean
  faults: Fault[]
}

/** What goes wrong on purpose. `operation` absent means every operation; `times` absent means until removed. */
export type Fault = {
  kind: FaultKind
  operation?: string
  times?: number
  ms?: number
  /** Of kind `code`: the id of its row, or the code itself where several rows share it. */
  code?: string
}
export type FaultKind =
  | 'code'
  | 'slow'
  | 'no-callback'
  | 'callback-first'
  | 'duplicate'
  | 'out-of-order'
  | 'result-and-timeout'
  | 'timeout-instead'
  | 'http-500'
  | 'html-200'
  | 'spike-arrest'
  | 'expired-token'
  | 'truncated'
  | 'dropped'

export type LocalApp = {
  id: string
  system: SystemId
  key: string
  secret: string
  /** The request shows only that somebody encrypted something, with a key that is not ours. */
  isUnverifiable?: true
}

export type Subscriber = {
  market: string
  msisdn: string
  name: string
  pin: string
  /** What this phone does with a prompt: waits for a person, pays by itself, or ends with a code. */
  behaviour: { kind: 'person' } | { kind: 'pays' } | { kind: 'ends'; code: string }
}

export type Organisation = {
  market: string
  shortcode: string
  name: string
  kind: 'paybill' | 'till' | 'b2c' | 'tax'
  /** External validation of C2B payments is switched on. */
  validation: boolean
  passkey?: string
  /** A till's head office or store number, where it differs. */
  store?: string
  operators: { name: string; password: string }[]
}

export type AccountKind =
  | 'customer'
  | 'utility'
  | 'working'
  | 'merchant'
  | 'charges'
  | 'settlement'
  | 'float'
  | 'airtime'
  | 'issuer'

/** `owner` is an MSISDN, a shortcode, or `issuer` for the account that mints a market's opening balances. */
export type AccountRef = { market: string; owner: string; kind: AccountKind }

/** A movement of money; the two sides are written together, so the sum over a market stays zero. */
export type Posting = { from: AccountRef; to: AccountRef; cents: number }

type TransactionState = 'pending' | 'completed' | 'failed' | 'cancelled' | 'reversed'

export type Transaction = {
  /** Own id; the receipt exists only once money moved. */
  id: string
  receipt?: string
  system: SystemId
  market: string
  /** `stk`, `c2b`, `b2c`, `b2b`, `reversal`, … */
  kind: string
  state: TransactionState
  amountCents: number
  /** MSISDN or shortcode. */
  payer: string
  payee: string
  reference?: string
  description?: string
  code?: string
  conversationId?: string
  originatorConversationId?: string
  checkoutId?: string
  merchantRequestId?: string
  createdAt: number
  finishedAt?: number
  /** Whatever else the system's rules need. */
  extra: Record<string, Json>
}

export type PromptState = 'open' | 'paid' | 'wrong-pin' | 'cancelled' | 'expired' | 'failed'

export type Prompt = {
  id: string
  system: SystemId
  market: string
  msisdn: string
  transactionId: string
  payee: string
  payeeName: string
  amountCents: number
  currency: string
  reference: string
  state: PromptState
  openedAt: number
  expiresAt: number
  answeredAt?: number
}

/** A message that the emulator owes to somebody's URL, or a change that the world owes itself, at a time. */
export type Due = {
  id: string
  system: SystemId
  /** `callback`: deliver `request`. `action`: call the system's rule named by `kind`. */
  type: 'callback' | 'action'
  kind: string
  dueAt: number
  request?: { method: string; url: string; headers: [string, string][]; body: string; timeoutMs: number }
  /** For the rule that reads the answer, or that acts. */
  context: Json
  /** Ids by which the delivery joins a timeline. */
  keys: { kind: string; value: string }[]
}

/** State that only one product needs: registered URLs, bill manager opt-ins, standing orders, mandates, tokens. */
export type WorldRecord = { collection: string; key: string; value: Json; updatedAt: number }

export type WorldStore = {
  subscriber(market: string, msisdn: string): Subscriber | undefined
  subscribers(market?: string): Subscriber[]
  putSubscriber(subscriber: Subscriber): void
  organisation(market: string, shortcode: string): Organisation | undefined
  organisations(market?: string): Organisation[]
  putOrganisation(organisation: Organisation): void
  /** Zero for an account that nothing was ever posted to. */
  balance(account: AccountRef): number
  /** Writes both sides; `transactionId` groups the postings of one movement. */
  post(transactionId: string, postings: Posting[], at: number): void
  transaction(id: string): Transaction | undefined
  transactionByReceipt(receipt: string): Transaction | undefined
  /** By one of its conversation, checkout or merchant request ids, or its originator conversation id. */
  transactionByKey(value: string): Transaction | undefined
  transactionsOf(party: string, limit: number): Transaction[]
  transactionsBetween(from: number, to: number, party?: string): Transaction[]
  putTransaction(transaction: Transaction): void
  prompt(id: string): Prompt | undefined
  openPrompts(msisdn?: string): Prompt[]
  promptsOf(msisdn: string, limit: number): Prompt[]
  putPrompt(prompt: Prompt): void
  schedule(due: Due): void
  cancelDue(id: string): void
  record(collection: string, key: string): WorldRecord | undefined
  records(collection: string): WorldRecord[]
  putRecord(record: WorldRecord): void
  removeRecord(collection: string, key: string): void
}
