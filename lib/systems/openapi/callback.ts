import type { OpenapiCallbackKind } from '@/lib/catalogue/openapi/callbacks'
import { jsonObjectOf, pick, pickText, textOf, type WireObject } from '@/lib/wire/json'
import type { WireMessage } from '@/lib/wire/types'
import { compact, undecided } from '../shared/sentences'
import { keyOf, saysNoOutcome, stateOf } from '../shared/wire'
import type { CallbackMeaning } from '../types'
import { isOpenOutcome, known, successCodes } from './read'

type Meaning = CallbackMeaning<OpenapiCallbackKind>

/** Understands the result of an asynchronous call; undefined for anything else. Never throws. */
export const readCallback = (message: WireMessage): Meaning | undefined => {
  const body = jsonObjectOf(message.body)
  // The older Mozambique portal has input_ThirdPartyReference in place of the second.
  if (
    !body ||
    pick(body, 'input_OriginalConversationID') === undefined ||
    pick(body, 'input_ThirdPartyConversationID') === undefined
  )
    return undefined
  const code = pickText(body, 'input_ResultCode', 'input_ResponseCode')
  const description = pickText(body, 'input_ResultDesc', 'input_ResponseDesc')
  const receipt = known(pickText(body, 'input_TransactionID'))
  const reference = known(pickText(body, 'input_TransactionReference'))
  const isDone = code !== undefined && successCodes.has(code)
  const isOpen = isOpenOutcome(code)
  const words = [description, code && `(${code})`].filter(Boolean).join(' ')
  return {
    system: 'openapi',
    kind: kindOf(body, message.path, code),
    outcome: isDone ? 'success' : isOpen ? 'timeout' : saysNoOutcome(code) ? 'notice' : 'failure',
    sentence: oneLine(
      isDone
        ? successSentence(body, receipt, reference)
        : isOpen
          ? `The outcome is not known: ${words}. Query it before you repeat.`
          : saysNoOutcome(code)
            ? undecided(description)
            : `Failed: ${words}.`,
    ),
    ...(code !== undefined && { code: code.slice(0, 60) }),
    ...(description !== undefined && { description: description.slice(0, 500) }),
    keys: [
      ...keyOf('conversation-id', known(pickText(body, 'input_OriginalConversationID'))),
      ...keyOf('originator-conversation-id', known(pickText(body, 'input_ThirdPartyConversationID'))),
      ...keyOf('receipt', receipt),
    ],
    facts: {
      ...compact({ state: stateOf(pickText(body, 'input_ResponseTransactionStatus')) }),
      ...(receipt && { receipt }),
      ...(reference && { reference: reference.slice(0, 200) }),
      table: tableOf(body),
    },
  }
}

/** The second stage's result looks like any other: its own code or the address tells. Each kind is owed its own code. */
const kindOf = (body: WireObject, path: string, code: string | undefined): OpenapiCallbackKind => {
  if (pick(body, 'input_ResponseCode') !== undefined) return 'mandate-result'
  if (code === 'INS-GAR-0' || /update-?transaction-?status\/?$/i.test(path)) return 'two-stage-result'
  return 'result'
}

const successSentence = (body: WireObject, receipt: string | undefined, reference: string | undefined) => {
  const original = pickText(body, 'input_OriginalTransactionID')
  if (original) {
    const isReversed = /^true$/i.test(pickText(body, 'input_Reversed') ?? '')
    return `Transaction ${original} was found${isReversed ? ' and has been reversed' : ''}.`
  }
  const first = pickText(body, 'input_CustomerFirstName')
  if (first)
    return `The number belongs to ${[first, pickText(body, 'input_CustomerLastName')].filter(Boolean).join(' ')}.`
  const state = pickText(body, 'input_MandateStatus')
  if (state) return `The mandate${reference ? ` ${reference}` : ''} is ${state.toLowerCase()}.`
  if (reference) return `The mandate ${reference} was processed.`
  return `Processed.${receipt ? ` Receipt ${receipt}.` : ''}`
}

const mostRows = 50

const tableOf = (body: WireObject) =>
  Object.entries(body)
    .slice(0, mostRows)
    .flatMap(([name, value]) => {
      const text = textOf(value)
      return text ? [{ name: name.slice(0, 200), value: text.slice(0, 2000) }] : []
    })

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 500)
