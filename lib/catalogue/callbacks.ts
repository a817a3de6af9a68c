import type { CallbackKind } from './callback-kinds'
import type { CodePlace } from './code-places'
import type { CallbackSpec, Json, LongestWait } from './types'

/**
 * One kind of message that a provider sends by itself. The name under which it stands is its kind: rows store it and
 * `/api/v1` says it, so another name needs a migration. Filters, rows, timelines, Go-Live, codes, the inbox’s answers and
 * the reference follow from here.
 */
export type CallbackEntry = {
  /** For filters and rows: short, and unlike the title of any other entry of any system. */
  title: string
  /** What it is about, in a sentence. */
  about: string
  /** What the provider wants to know before it goes on. A `validation` can be refused, or left without an answer. */
  asks?: 'validation' | 'name'
  /** It says what somebody did with a prompt on a phone. */
  isOfPrompt?: true
  /**
   * `run`: it belongs to the request whose ids it carries. `receipt`: it belongs to the payment, whoever started that. A
   * trigger of the database names the kinds that join by receipt: another one needs a migration, as a test will say.
   */
  joins: 'run' | 'receipt'
  /**
   * The payment that it tells of where nobody of ours asked for one: what such a run's operation is called (its id is the
   * system's and this name) and titled. Messages of one payment say the same here.
   */
  payment?: { name: string; title: string; longestWait: LongestWait }
  /** Another kind that looks the same, where nothing but the address or the code tells them apart. */
  alike?: string
  /** Where the codes that it carries are explained. */
  where: CodePlace
  /** For a test case that waits for it. */
  missing: string
  owed: OwedAnswer
  /** Where it says again what was asked for: it is held against the request that it claims to answer. */
  repeats?: Repeated
  /** A message of this kind. `path`: the end of the address, where only that tells what the message is. */
  example: { path?: string; body: Json }
}

/** By their names on the wire. Ids need none of this: they are known by their kind. */
export type Repeated = {
  amount?: string
  /** The customer's number; hidden ones say as much as can be seen of them. */
  phone?: string
  /** A shortcode or till. */
  party?: string
}

/**
 * What the sender is owed with HTTP 200. Names in braces are filled in from the message: `{receipt}`, `{reference}`, or a
 * kind of id such as `{conversation-id}`; in `refusal`, `{code}` is the reason.
 */
export type OwedAnswer = {
  /** JSON unless said otherwise. */
  contentType?: string
  body: Json
  /** In place of `body`, when a validation is turned down. */
  refusal?: Json
  note?: string
}

type Shown = Pick<CallbackSpec, 'to'> & Partial<Omit<CallbackSpec, 'kind' | 'title' | 'asks' | 'isOfPrompt'>>

/** How an operation shows the callbacks of its system: each is the entry’s own, but for what is said here. */
export const callbacksOf =
  <Kind extends CallbackKind>(entries: Readonly<Record<Kind, CallbackEntry>>) =>
  (kind: Kind, shown: Shown): CallbackSpec => {
    const { title, asks, isOfPrompt, owed, example } = entries[kind]
    return {
      kind,
      title,
      ...(asks && { asks }),
      ...(isOfPrompt && { isOfPrompt }),
      method: 'POST',
      confirmed: true,
      example: example.body,
      expectedResponse: { httpStatus: 200, body: owed.body, ...(owed.note && { note: owed.note }) },
      ...shown,
    }
  }
