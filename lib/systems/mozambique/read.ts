import { openOutcomes } from '@/lib/catalogue/mozambique'
import type { Operation } from '@/lib/catalogue/types'
import { parseObject, pickText, textOf, type WireObject } from '@/lib/wire/json'
import type { CorrelationKey } from '@/lib/wire/types'
import { keyOf } from '../shared/wire'
import type { Facts, Outcome } from '../types'

const open = new Set(openOutcomes)

/** Refusals that come from the wallet and the customer, not from the gateway: Mozambique portal, code table. */
const business = new Set(['INS-5', 'INS-6', 'INS-995', 'INS-996', 'INS-2006'])

export const isOpenOutcome = (code: string | undefined) => code !== undefined && open.has(code)

/** `N/A`, zeros and the like stand for nothing. */
export const known = (value: string | undefined): string | undefined =>
  value === undefined || /^(n\/?a|0+|null|none|nil|undefined|-+)$/i.test(value.trim()) ? undefined : value

/** Understands an answer in any of the forms that were seen. Decides by the code, not by the HTTP status. Never throws. */
export const readAnswer = (operation: Operation, status: number, body: string): Outcome => {
  const answer = parseObject(body)
  if (!answer) return withoutObject(status, body)
  const keys: CorrelationKey[] = [
    ...keyOf('conversation-id', known(pickText(answer, 'output_ConversationID'))),
    ...keyOf('third-party-reference', known(pickText(answer, 'output_ThirdPartyReference'))),
    ...keyOf('receipt', known(pickText(answer, 'output_TransactionID'))),
  ]
  // The page of the customer name says Result where captured answers say Response.
  const code = pickText(answer, 'output_ResponseCode', 'output_ResultCode')
  const words = pickText(answer, 'output_ResponseDesc', 'output_ResultDesc')
  if (code === undefined) return withoutCode(status, answer, keys)
  const description = words ?? code
  if (code === 'INS-0' || code === '0') return readSuccess(operation, { answer, code, description, keys })
  if (open.has(code)) {
    return {
      kind: 'unknown',
      code,
      description: `${description}: the outcome is not known. Query the transaction before you repeat.`,
      keys,
    }
  }
  return business.has(code)
    ? { kind: 'failed', code, description: refusalOf(status, description), keys, facts: factsOf(answer) }
    : { kind: 'refused', code, description, keys }
}

/** A client that takes 401 for a lost key renews it and pays twice: the verdict itself says what it is. */
const refusalOf = (status: number, description: string): string =>
  status === 401
    ? `${description}: the wallet refused it, and the key is good. Do not repeat it by itself.`
    : description

type Success = { answer: WireObject; code: string; description: string; keys: CorrelationKey[] }

const readSuccess = (operation: Operation, { answer, code, description, keys }: Success): Outcome => {
  const facts = factsOf(answer)
  if (operation.name === 'query-transaction-status') {
    const state = pickText(answer, 'output_ResponseTransactionStatus', 'output_TransactionStatus')
    if (/^completed$/i.test(state ?? '')) return { kind: 'done', code, description, keys, facts }
    if (/^(cancelled|expired|failed|declined)$/i.test(state ?? '')) {
      return { kind: 'failed', code, description: `The transaction is ${state}.`, keys, facts }
    }
    return { kind: 'unknown', code, description: `The state of the transaction is ${state ?? 'N/A'}.`, keys }
  }
  if (operation.movesMoney && !facts.receipt) return { kind: 'accepted', code, description, keys }
  return { kind: 'done', code, description, keys, facts }
}

/** Only a 4xx says for sure that nothing was done; a time-out and a repeat are none of those. */
const isSureRefusal = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 409

/** Some refusals have only this field: paymentsds/mpesa-js-sdk reads it. */
const withoutCode = (status: number, answer: WireObject, keys: CorrelationKey[]): Outcome => {
  const description = pickText(answer, 'output_error', 'error', 'message') ?? `HTTP ${status} without a code`
  const code = `HTTP ${status}`
  return isSureRefusal(status)
    ? { kind: 'refused', code, description, keys }
    : {
        kind: 'unknown',
        code,
        description: `${description}: the outcome is not known. Query the transaction before you repeat.`,
        keys,
      }
}

const withoutObject = (status: number, body: string): Outcome => {
  const isHtml = /^\s*(<!doctype|<html|<head|<body)/i.test(body)
  const seen =
    body.trim() === '' ? 'an empty body' : isHtml ? 'a web page' : 'a body that is not a JSON object'
  return isSureRefusal(status)
    ? { kind: 'refused', code: `HTTP ${status}`, description: `HTTP ${status} with ${seen}.`, keys: [] }
    : {
        kind: 'unreadable',
        description: `HTTP ${status} with ${seen}: the outcome is not known. Query the transaction before you repeat.`,
      }
}

const mostRows = 50

const factsOf = (answer: WireObject): Facts => {
  const receipt = known(pickText(answer, 'output_TransactionID'))
  const table = Object.entries(answer)
    .slice(0, mostRows)
    .flatMap(([name, value]) => {
      const text = textOf(value)
      return text ? [{ name, value: text.slice(0, 2000) }] : []
    })
  return { ...(receipt && { receipt }), table }
}
