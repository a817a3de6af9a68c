import type { Operation } from '@/lib/catalogue/types'
import { centsOf } from '@/lib/money'
import { markets } from '@/lib/msisdn/markets'
import { objectOf, parseObject, pick, pickText, textOf, type WireObject } from '@/lib/wire/json'
import type { CorrelationKey } from '@/lib/wire/types'
import { isZero, keyOf } from '../shared/wire'
import type { Facts, Outcome } from '../types'
import { keysOf } from './wire'

/** Understands an acknowledgement in any of the forms that Daraja's hosts answer with. Never throws. */
export const readAnswer = (operation: Operation, status: number, body: string): Outcome => {
  const answer = parseObject(body)
  if (!answer) return withoutObject(status, body)
  if (operation.tellsResult) return readQuery(status, answer)
  return (
    readFault(status, answer) ?? readError(status, answer) ?? readAcknowledgement(operation, status, answer)
  )
}

const withoutObject = (status: number, body: string): Outcome => {
  const isHtml = /^\s*(<!doctype|<html|<head|<body)/i.test(body)
  const seen =
    body.trim() === '' ? 'an empty body' : isHtml ? 'a web page' : 'a body that is not a JSON object'
  // Only a 4xx says for sure that nothing was done.
  if (status >= 400 && status < 500) {
    return { kind: 'refused', code: `HTTP ${status}`, description: `HTTP ${status} with ${seen}.`, keys: [] }
  }
  const firewall = isHtml && /incapsula|incident id/i.test(body) ? ' of a web firewall' : ''
  return {
    kind: 'unreadable',
    description: `HTTP ${status} with ${seen}${firewall}: the outcome is not known.`,
  }
}

/** `{fault: {faultstring, detail}}` of the gateway, and the SOAP fault of old C2B registrations. */
const readFault = (status: number, answer: WireObject): Outcome | undefined => {
  const fault = objectOf(pick(answer, 'fault'))
  const soap = objectOf(pick(objectOf(pick(objectOf(pick(answer, 'Envelope')), 'Body')), 'Fault'))
  if (!fault && !soap) return undefined
  const detail = objectOf(pick(fault, 'detail'))
  const description =
    pickText(fault, 'faultstring') ?? pickText(soap, 'faultstring', 'Reason') ?? 'The gateway failed.'
  if (status === 504) {
    return { kind: 'unreadable', description: `${description}: the outcome is not known.` }
  }
  const source = objectOf(pick(objectOf(pick(soap, 'detail')), 'source'))
  const code =
    pickText(detail, 'errorcode') ??
    pickText(source, 'errorcode') ??
    pickText(soap, 'faultcode', 'Code') ??
    `HTTP ${status}`
  return { kind: 'refused', code, description, keys: [] }
}

/** `{requestId, errorCode, errorMessage}`. */
const readError = (status: number, answer: WireObject): Outcome | undefined => {
  const code = pickText(answer, 'errorCode')
  if (!code) return undefined
  const description = pickText(answer, 'errorMessage') ?? `HTTP ${status}`
  return { kind: 'refused', code, description, keys: keysOf(answer) }
}

/** Synchronous. 4999, or 500.001.1001 while the prompt is open, mean that it is not over. */
const readQuery = (status: number, answer: WireObject): Outcome => {
  const keys = keysOf(answer)
  const errorCode = pickText(answer, 'errorCode')
  if (errorCode) {
    const description = pickText(answer, 'errorMessage') ?? ''
    const isOpen =
      errorCode === '500.001.1001' && (description === '' || /being processed/i.test(description))
    return isOpen
      ? { kind: 'pending', code: errorCode, description: description || 'The prompt is still open.', keys }
      : { kind: 'refused', code: errorCode, description: description || `HTTP ${status}`, keys }
  }
  const code = pickText(answer, 'ResultCode')
  const description = pickText(answer, 'ResultDesc') ?? ''
  if (code === undefined) {
    return (
      readFault(status, answer) ??
      readAcknowledgementOf(status, answer, pickText(answer, 'ResponseCode'), keys)
    )
  }
  if (code === '4999') return { kind: 'pending', code, description, keys }
  return { kind: isZero(code) ? 'done' : 'failed', code, description, keys, facts: {} }
}

const readAcknowledgementOf = (
  status: number,
  answer: WireObject,
  code: string | undefined,
  keys: CorrelationKey[],
): Outcome => ({
  kind: 'refused',
  code: code ?? `HTTP ${status}`,
  description: pickText(answer, 'ResponseDescription', 'responseMessage', 'message') ?? `HTTP ${status}`,
  keys,
})

/** What the many products call their code and their words, by where they are found. */
const readAcknowledgement = (operation: Operation, status: number, answer: WireObject): Outcome => {
  const header = objectOf(pick(answer, 'header', 'ResponseHeader'))
  const inner = objectOf(pick(answer, 'body', 'ResponseBody'))
  const keys = [
    ...keysOf(answer),
    ...keyOf('third-party-reference', pickText(header, 'responseRefID', 'requestRefId', 'requestID')),
    ...keyOf('third-party-reference', pickText(answer, 'ResponseRefID', 'requestRefID', 'requestRefId')),
  ]
  const code =
    pickText(
      answer,
      'ResponseCode',
      'ResponseStatus',
      'Response Status',
      'rescode',
      'responseCode',
      'code',
    ) ?? pickText(header, 'responseCode', 'status')
  const description =
    pickText(
      answer,
      'Status_Message',
      'ResponseDescription',
      'ResponseMessage',
      'responseDesc',
      'responseMessage',
    ) ??
    pickText(answer, 'resmsg', 'status', 'message') ??
    pickText(inner, 'message') ??
    pickText(header, 'responseDescription', 'responseMessage', 'message') ??
    ''
  const facts = factsOf(operation, answer, inner)
  const grants = (operation.grants ?? []).flatMap(({ member, credential }) => {
    const value = pickText(answer, member)
    return value ? [{ credential, value }] : []
  })
  if (!isSuccess({ status, code, description, answer })) {
    return {
      kind: 'refused',
      code: code ?? `HTTP ${status}`,
      description: description || `HTTP ${status}`,
      keys,
    }
  }
  // Where an id stands in place of the code, nothing but the success itself is told.
  const told = {
    code: code === undefined || isId(code) ? '0' : code,
    description: description || 'Done.',
    keys,
  }
  return operation.asynchronous && !operation.registers
    ? { kind: 'accepted', ...told }
    : {
        kind: 'done',
        ...told,
        facts,
        ...(grants.length > 0 && { grants }),
      }
}

/** 200: Ratiba, Bill Manager, Bonga and the identity checks. 1000, 1001: Pull. 4000: organisation info. */
const successCodes = new Set(['200', '1000', '1001', '4000'])

type Seen = { status: number; code: string | undefined; description: string; answer: WireObject }

const isSuccess = ({ status, code, description, answer }: Seen): boolean => {
  if (status < 200 || status > 299) return false
  // A QR answer of older samples has a conversation id in place of its code.
  if (pickText(answer, 'QRCode', 'access_token', 'accountName')) return true
  // Early v1 forms have no code at all.
  if (code === undefined) return /^(success|accept)/i.test(description)
  return isZero(code) || successCodes.has(code)
}

const isId = (code: string): boolean => /^[A-Z]{2}_\d{8}_/.test(code)

const mostRows = 200

/** Scalars of the answer, and the rows of a pull. A picture or a token is no fact for a table. */
const factsOf = ({ grants = [] }: Operation, answer: WireObject, inner: WireObject | undefined): Facts => {
  const hidden = ['QRCode', 'access_token', ...grants.map(({ member }) => member)]
  const rows = pick(answer, 'Response')
  const table = Array.isArray(rows)
    ? rows.flat().slice(0, mostRows).flatMap(pulledRow)
    : [...Object.entries(answer), ...Object.entries(inner ?? {})]
        .slice(0, mostRows)
        .flatMap(([name, value]) => {
          const text = textOf(value)
          return text && !hidden.includes(name) ? [{ name, value: text.slice(0, 2000) }] : []
        })
  return { table }
}

const pulledRow = (row: WireObject[string]) => {
  const told = objectOf(row)
  const id = pickText(told, 'transactionId')
  if (!id) return []
  const cents = centsOf(pickText(told, 'amount'))
  const value = [
    cents === undefined ? undefined : `${markets.kenya.currency} ${(cents / 100).toFixed(2)}`,
    pickText(told, 'msisdn'),
    pickText(told, 'billreference'),
    pickText(told, 'trxDate'),
  ]
  return [{ name: id, value: value.filter(Boolean).join(' · ') }]
}
