import { g2Codes, g2Operations } from '@/lib/catalogue/g2'
import { passwordAnswer, responseMessage, transactionAnswer } from '@/lib/catalogue/g2/messages'
import type { Operation, XmlShape } from '@/lib/catalogue/types'
import {
  type Ended,
  type Exchange,
  end,
  gateway,
  type Handled,
  type Lost,
} from '@/lib/systems/gateway/gateway'
import { answerXml } from '@/lib/systems/kenya/soap'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { headerOf, tidyPath } from '@/lib/wire/http'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import { childOf, childText, findElement } from '@/lib/xml/tree'
import { documentOf, readSoap, type Soap } from '../wire'
import { serviceDescription } from '../wsdl'
import type { Call } from './call'
import {
  confirmCheckout,
  refuseConfirmation,
  refuseStart,
  refuseStatus,
  startCheckout,
  tellCheckout,
} from './checkout'
import { answerByEntry } from './from-entry'
import { answerGeneric } from './generic'
import { changePassword, tellConversation } from './memory'
import { checkMerchant } from './merchant'
import { sayCode } from './on-purpose'
import { checkProvider, type Refused } from './provider'

/** What is to be done for a sender who is trusted. */
type Task = { handle(call: Call): Handled }
type Rule = (found: Found, exchange: Exchange) => Task | Ended

type Found = Soap &
  Pick<Call, 'operation' | 'document'> & {
    path: string
    rule: Rule
  }

/** Asked for by a service provider, whose credentials stand in the SOAP header. */
const forProvider =
  (refuse: (refused: Refused) => string, handle: Task['handle']): Rule =>
  ({ header }, exchange) => {
    const holder = header && findElement(header, 'RequestSOAPHeader')
    const checked = checkProvider(exchange, holder, { needsService: true })
    return 'refused' in checked ? { answer: answerXml(refuse(checked.refused)) } : { handle }
  }

/** Asked for by a merchant of the online checkout. */
const forMerchant =
  (
    refuse: (code: string) => WireAnswer,
    handle: (call: Call, merchant: Exclude<ReturnType<typeof checkMerchant>, { code: string }>) => WireAnswer,
  ): Rule =>
  ({ header }, exchange) => {
    const merchant = checkMerchant(exchange, header)
    return 'code' in merchant
      ? { answer: refuse(merchant.code) }
      : { handle: (call) => handle(call, merchant) }
  }

/** By the element in the body: the path decides nothing, because clients mix the paths up. */
const rules: Record<string, Rule> = {
  requestmsg: forProvider(responseMessage, answerGeneric),
  querytransaction: forProvider(
    ({ code, description }) => transactionAnswer(code, description),
    tellConversation,
  ),
  // Who asks stands in the body, not in the header.
  changepassword: ({ content }, exchange) => {
    const checked = checkProvider(exchange, content, { needsService: false })
    if (!('refused' in checked)) return { handle: (call) => changePassword(call, checked) }
    return { answer: answerXml(passwordAnswer(checked.refused.code, checked.refused.description)) }
  },
  processcheckoutrequest: forMerchant(refuseStart, startCheckout),
  transactionconfirmrequest: forMerchant(refuseConfirmation, confirmCheckout),
  transactionstatusrequest: forMerchant(refuseStatus, tellCheckout),
}

const localName = (tag: string) => tag.replace(/^.*:/, '').toLowerCase()

/** The element that an operation's envelope has in its body. */
const elementOf = ({ envelope }: Operation): string => {
  const body = envelope?.children?.find(({ tag }: XmlShape) => localName(tag) === 'body')
  return localName(body?.children?.[0]?.tag ?? '')
}

const outbound = g2Operations.filter(({ direction }) => direction === 'outbound')
/** Generic requests share an element; their command tells them apart. */
const byElement = new Map(outbound.map((operation) => [elementOf(operation), operation]))
const byCommand = new Map(
  outbound.flatMap((operation) =>
    operation.fields
      .filter(({ name }) => name === 'CommandID')
      .flatMap(({ const: only, choices = [] }) => [only, ...choices.map(({ value }) => value)])
      .map((command): [string, Operation] => [String(command), operation]),
  ),
)

const paths = [
  '/mminterface/request',
  '/mminterface/registerURL',
  '/queryTransactionService/services/transaction',
  '/changePasswordService/services/management',
  '/mpesa_online/lnmo_checkout_server.php',
]

/** No source shows a fault of the real broker; this one follows SOAP 1.1. */
const fault = (status: number, code: 'Client' | 'Server', description: string): WireAnswer =>
  answerXml(
    `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">\n  <soapenv:Body>\n    <soapenv:Fault>\n      <faultcode>soapenv:${code}</faultcode>\n      <faultstring>${description}</faultstring>\n    </soapenv:Fault>\n  </soapenv:Body>\n</soapenv:Envelope>`,
    status,
  )

const lost = (answer: WireAnswer, ...notes: string[]): Lost => ({
  refuse: (exchange) => end(exchange, answer, ...notes).answer,
})

/** The message is posted, and says that it is XML; strict reading insists on that. */
const typeProblem = (exchange: Exchange): WireAnswer | undefined => {
  if (/xml/i.test(headerOf(exchange.message, 'content-type') ?? '')) return undefined
  exchange.notes.push('Content-Type is not text/xml.')
  return exchange.isStrict ? fault(415, 'Client', 'Content-Type has to be text/xml') : undefined
}

const unread = (answer: WireAnswer, note: string): Lost => ({
  refuse: (exchange) => typeProblem(exchange) ?? end(exchange, answer, note).answer,
})

const find = (message: WireMessage): Found | Lost => {
  const path = tidyPath(message.path)
  if (!paths.some((one) => one.toLowerCase() === path.toLowerCase())) {
    const meant = nearestOf(path, paths)
    const note = meant ? `No such path. Did you mean ${meant}?` : 'No such path.'
    return lost(fault(404, 'Client', 'Not found'), note)
  }
  if (message.method === 'GET' && /^wsdl\b/i.test(message.query)) {
    return { refuse: ({ world }) => answerXml(serviceDescription(path, world.publicUrl)) }
  }
  if (message.method !== 'POST') {
    const notes = message.method === 'GET' ? ['Messages are posted here; ?wsdl describes them.'] : []
    return lost(fault(405, 'Client', 'Use POST'), ...notes)
  }
  const soap = readSoap(message.body)
  if (!soap) {
    const answer = fault(500, 'Client', 'The envelope cannot be read')
    return unread(answer, 'The body is no SOAP envelope that can be read.')
  }
  const element = soap.content.local.toLowerCase()
  const known = byElement.get(element)
  const rule = Object.hasOwn(rules, element)
    ? rules[element]
    : known && (() => ({ handle: answerByEntry(known) }))
  if (!rule) {
    const answer = fault(500, 'Client', 'The operation is not known')
    return unread(answer, `No call is named ${soap.content.local.slice(0, 60)}.`)
  }
  if (element !== 'requestmsg') return { ...soap, path, rule, ...(known && { operation: known }) }
  const document = documentOf(soap.content)
  const operation = byCommand.get(childText(childOf(document, 'Transaction'), 'CommandID') ?? '')
  return { ...soap, path, rule, document, ...(operation && { operation }) }
}

/** Answers any bytes as the broker would. */
export const emulate = gateway<Found, Task, Call & Task>({
  system: 'g2',
  find,
  authenticate: (found, exchange) => {
    const problem = typeProblem(exchange)
    return problem ? { answer: problem } : found.rule(found, exchange)
  },
  check: (found, task, exchange) => ({
    ...exchange,
    ...found,
    ...task,
    body: new TextDecoder().decode(exchange.message.body),
  }),
  handle: (call) => call.handle(call),
  codes: { rows: g2Codes, say: (row, found) => sayCode(row, found.operation) },
  faults: {
    'spike-arrest': () => answerXml(responseMessage({ code: '100000002', description: 'Throttling error' })),
    'http-500': () => fault(500, 'Server', 'Internal Server Error'),
    'expired-token': () =>
      answerXml(responseMessage({ code: '100000007', description: 'Authentication failed' })),
  },
})
