import type { Operation } from '@/lib/catalogue/types'
import type { CorrelationKey } from '@/lib/wire/types'
import type { XmlElement } from '@/lib/xml/parse'
import { childOf, childText, findElement } from '@/lib/xml/tree'
import { currency } from '../kenya/money'
import { receiptOf, stampOf } from '../kenya/stamps'
import { amountIn, compact } from '../shared/sentences'
import { isZero, keyOf } from '../shared/wire'
import type { Facts, Outcome } from '../types'
import { compactDate, documentOf, readSoap } from './wire'

/** Understands an answer by the names in it: namespaces, capitals, order and the count of zeros differ. Never throws. */
export const readAnswer = (operation: Operation, status: number, body: string): Outcome => {
  const soap = readSoap(body)
  if (!soap) return withoutEnvelope(status, body)
  const { content } = soap
  if (content.local === 'Fault') return readFault(status, content)
  if (childOf(content, 'RETURN_CODE')) return readCheckout(operation, content)
  const document = /^responsemsg$/i.test(content.local) ? documentOf(content) : content
  const told = document && (findElement(document, 'ResponseCode') ? document : undefined)
  if (!told) {
    return { kind: 'unreadable', description: `HTTP ${status} with an envelope that has no ResponseCode.` }
  }
  return readResponse(operation, told)
}

const withoutEnvelope = (status: number, body: string): Outcome => {
  const seen = body.trim() === '' ? 'an empty body' : 'a body that is no SOAP envelope'
  // Only a 4xx says for sure that nothing was done.
  return status >= 400 && status < 500
    ? { kind: 'refused', code: `HTTP ${status}`, description: `HTTP ${status} with ${seen}.`, keys: [] }
    : { kind: 'unreadable', description: `HTTP ${status} with ${seen}: the outcome is not known.` }
}

/** No source shows a fault of this broker; a client's fault was not carried out, a server's may have been. */
const readFault = (status: number, fault: XmlElement): Outcome => {
  const code = childText(fault, 'faultcode', 'Code') ?? `HTTP ${status}`
  const description = childText(fault, 'faultstring', 'Reason') ?? 'The broker failed.'
  return /client|sender|version|must/i.test(code)
    ? { kind: 'refused', code, description, keys: [] }
    : { kind: 'unreadable', description: `${code}: ${description}` }
}

const readResponse = (operation: Operation, document: XmlElement): Outcome => {
  const holder = findElement(document, 'result') ?? document
  const code = childText(holder, 'ResponseCode') ?? textAnywhere(document, 'ResponseCode') ?? ''
  const description =
    childText(holder, 'ResponseDesc', 'ResponseDescription') ??
    textAnywhere(document, 'ResponseDesc') ??
    (isZero(code) ? 'Success' : 'Refused.')
  const keys: CorrelationKey[] = [
    ...keyOf('conversation-id', textAnywhere(document, 'ConversationID')),
    ...keyOf('originator-conversation-id', textAnywhere(document, 'OriginatorConversationID')),
  ]
  // Queued: a result or a queue timeout follows.
  if (code === '100000000') return { kind: 'accepted', code, description, keys }
  if (!isZero(code)) return { kind: 'refused', code: code || 'none', description, keys }
  return operation.asynchronous
    ? { kind: 'accepted', code, description, keys }
    : { kind: 'done', code, description, keys, facts: { table: dumpsIn(document) } }
}

/** Some brokers part header and body once more. */
const textAnywhere = (document: XmlElement, name: string): string | undefined =>
  findElement(document, name)?.text.trim() || undefined

const lists: [name: string, title: string][] = [
  ['submitApiRequestList', 'Request'],
  ['submitApiResponseList', 'Answer'],
  ['submitApiResultList', 'Result'],
  ['queueTimeOutList', 'Queue timeout'],
]

/** The first line of each message that the broker kept; the messages themselves are in the answer. */
const dumpsIn = (document: XmlElement) =>
  lists.flatMap(([name, title]) =>
    (childOf(document, name)?.children ?? []).slice(0, 20).map((item, index) => ({
      name: `${title} ${index + 1}`,
      value: (Buffer.from(item.text, 'base64').toString('utf8').split(/\r?\n/)[0] ?? '').slice(0, 200),
    })),
  )

/** Codes that say that the request itself was wrong; the others tell how a payment ended. */
const refusals = new Set(['09', '12', '30', '31', '32', '33', '35', '36', '40', '41', '42', '43', '99'])

const readCheckout = (operation: Operation, content: XmlElement): Outcome => {
  const code = childText(content, 'RETURN_CODE') ?? ''
  const description = childText(content, 'DESCRIPTION') ?? (isZero(code) ? 'Success' : 'Failure')
  const status = childText(content, 'TRX_STATUS')
  const receipt = receiptOf(childText(content, 'MPESA_TRX_ID', 'M-PESA_TRX_ID'))
  const keys: CorrelationKey[] = [
    ...keyOf('checkout-id', childText(content, 'TRX_ID')),
    ...keyOf('third-party-reference', childText(content, 'MERCHANT_TRANSACTION_ID')),
    ...keyOf('receipt', receipt),
  ]
  const told = { code, description, keys }
  if (refusals.has(code)) return { kind: 'refused', ...told }
  if (status && /pending/i.test(status)) return { kind: 'pending', ...told }
  if (!isZero(code)) return { kind: status ? 'failed' : 'refused', ...told, facts: {} }
  if (operation.asynchronous) return { kind: 'accepted', ...told }
  return { kind: 'done', ...told, facts: checkoutFacts(content) }
}

/** What the answer to a status question and the notice have in common. */
export const checkoutFacts = (content: XmlElement): Facts => ({
  ...amountIn(childText(content, 'AMOUNT')),
  ...compact({
    receipt: receiptOf(childText(content, 'MPESA_TRX_ID', 'M-PESA_TRX_ID')),
    msisdn: childText(content, 'MSISDN'),
    at: stampOf(compactDate(childText(content, 'MPESA_TRX_DATE', 'M-PESA_TRX_DATE'))),
  }),
  currency,
  table: content.children
    .slice(0, 40)
    .filter(({ local }) => local !== 'PASSWORD')
    .map(({ local, text }) => ({ name: local, value: text.trim().slice(0, 2000) })),
})
