import { openOutcomes } from '@/lib/catalogue/openapi'
import type { Operation } from '@/lib/catalogue/types'
import { parseObject, pickText, textOf, type WireObject } from '@/lib/wire/json'
import type { CorrelationKey } from '@/lib/wire/types'
import { keyOf } from '../shared/wire'
import type { Facts, Outcome } from '../types'

const open = new Set(openOutcomes)

/** Said by the wallet and its customer, not by the gateway: M-Pesa OpenAPI portal, response codes. */
const business = new Set(['INS-6', 'INS-2006'])

export const successCodes = new Set(['INS-0', 'INS-GAR-0', '0'])

export const isOpenOutcome = (code: string | undefined) => code !== undefined && open.has(code)

/** `N/A`, zeros and the like stand for nothing. */
export const known = (value: string | undefined): string | undefined =>
  value === undefined || /^(n\/?a|0+|null|none|nil|undefined|-+)$/i.test(value.trim()) ? undefined : value

type SuccessfulAnswer = { answer: WireObject; code: string; description: string; keys: CorrelationKey[] }

/** Understands an answer. Decides by the code, never by the HTTP status: 401 and 500 are business refusals here. */
export const readAnswer = (operation: Operation, status: number, body: string): Outcome => {
  const answer = parseObject(body)
  if (!answer) return withoutObject(status, body)
  const keys: CorrelationKey[] = [
    ...keyOf('conversation-id', known(pickText(answer, 'output_ConversationID'))),
    ...keyOf('originator-conversation-id', known(pickText(answer, 'output_ThirdPartyConversationID'))),
    ...keyOf('receipt', known(pickText(answer, 'output_TransactionID'))),
  ]
  const code = pickText(answer, 'output_ResponseCode', 'output_ResultCode')
  if (code === undefined) return withoutCode(status, answer, keys)
  const description = pickText(answer, 'output_ResponseDesc', 'output_ResultDesc') ?? code
  const told = { answer, code, description, keys }
  if (code === 'INS-A-0') return { kind: 'accepted', code, description, keys }
  if (successCodes.has(code)) return readSuccess(operation, told)
  if (open.has(code)) {
    return {
      kind: 'unknown',
      code,
      description: `${description}: the outcome is not known. Query it before you repeat.`,
      keys,
    }
  }
  return business.has(code)
    ? { kind: 'failed', code, description: refusalOf(status, description), keys, facts: factsOf(answer) }
    : { kind: 'refused', code, description, keys }
}

/** A client that takes 401 for a lost session renews it and pays twice: the verdict itself says what it is. */
const refusalOf = (status: number, description: string): string =>
  status === 401
    ? `${description}: the wallet refused it, and the session is good. Do not repeat it by itself.`
    : description

/** Which value makes an answer whole; without it, the call was only taken in. */
const proofs: Record<string, string> = {
  'direct-debit-create': 'output_MandateID',
  'direct-debit-cancel': 'output_TransactionReference',
  'direct-debit-query': 'output_MandateStatus',
  'query-transaction-status': 'output_OriginalTransactionID',
  'query-beneficiary-name': 'output_CustomerFirstName',
  'get-session': 'output_SessionID',
}

const readSuccess = (
  operation: Operation,
  { answer, code, description, keys }: SuccessfulAnswer,
): Outcome => {
  const facts = factsOf(answer)
  const state = pickText(answer, 'output_ResponseTransactionStatus', 'output_TransactionStatus')
  if (operation.name === 'query-transaction-status' && state !== undefined) {
    if (/progress|pending/i.test(state)) return { kind: 'pending', code, description: state, keys }
    if (!/^completed$/i.test(state)) {
      return { kind: 'failed', code, description: `The transaction is ${state}.`, keys, facts }
    }
  }
  const proof = known(pickText(answer, proofs[operation.name] ?? 'output_TransactionID'))
  return proof === undefined && operation.callbacks.length > 0
    ? { kind: 'accepted', code, description, keys }
    : { kind: 'done', code, description, keys, facts }
}

/** What the gateway says of a bearer that it does not take is unconfirmed: any words will do. */
const withoutCode = (status: number, answer: WireObject, keys: CorrelationKey[]): Outcome => {
  const description = pickText(answer, 'output_error', 'error', 'message') ?? `HTTP ${status} without a code`
  const code = `HTTP ${status}`
  return status >= 400 && status < 500 && status !== 408 && status !== 409
    ? { kind: 'refused', code, description, keys }
    : {
        kind: 'unknown',
        code,
        description: `${description}: the outcome is not known. Query it before you repeat.`,
        keys,
      }
}

const withoutObject = (status: number, body: string): Outcome => {
  const isHtml = /^\s*(<!doctype|<html|<head|<body)/i.test(body)
  const seen =
    body.trim() === '' ? 'an empty body' : isHtml ? 'a web page' : 'a body that is not a JSON object'
  // A time-out and a repeat leave open what became of it; other refusals of the gateway do not.
  return status >= 400 && status < 500 && status !== 408 && status !== 409
    ? { kind: 'refused', code: `HTTP ${status}`, description: `HTTP ${status} with ${seen}.`, keys: [] }
    : {
        kind: 'unreadable',
        description: `HTTP ${status} with ${seen}: the outcome is not known. Query it before you repeat.`,
      }
}

const mostRows = 50

const factsOf = (answer: WireObject): Facts => {
  const receipt = known(pickText(answer, 'output_TransactionID', 'output_OriginalTransactionID'))
  const table = Object.entries(answer)
    .filter(([name]) => name !== 'output_SessionID')
    .slice(0, mostRows)
    .flatMap(([name, value]) => {
      const text = textOf(value)
      return text ? [{ name, value: text.slice(0, 2000) }] : []
    })
  return { ...(receipt && { receipt }), table }
}
