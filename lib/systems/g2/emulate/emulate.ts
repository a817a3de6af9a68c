import { responseMessage } from '@/lib/catalogue/g2/messages'
import { answerXml } from '@/lib/systems/kenya/soap'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { headerOf, tidyPath } from '@/lib/wire/http'
import type { Emulated, WireAnswer, WireMessage } from '@/lib/wire/types'
import { withFaults } from '@/lib/world/faults'
import type { World } from '@/lib/world/types'
import { childOf, childText, findElement } from '@/lib/xml/tree'
import { documentOf, readSoap } from '../wire'
import { serviceDescription } from '../wsdl'
import type { Call } from './call'
import { confirmCheckout, startCheckout, tellCheckout } from './checkout'
import { answerGeneric, operationOfCommand } from './generic'
import { changePassword, tellConversation } from './memory'
import { checkProvider } from './provider'

type Handler = (call: Call) => WireAnswer

const generic: Handler = (call) => {
  const checked = checkProvider(call, call.header && findElement(call.header, 'RequestSOAPHeader'), {
    needsService: true,
  })
  return 'refused' in checked ? answerXml(responseMessage(checked.refused)) : answerGeneric(call)
}

/** By the element in the body: the path decides nothing, because clients mix the paths up. */
const handlers: Record<string, { operation: string; handle: Handler }> = {
  requestmsg: { operation: '', handle: generic },
  querytransaction: { operation: 'query-transaction', handle: tellConversation },
  changepassword: { operation: 'change-password', handle: changePassword },
  processcheckoutrequest: { operation: 'checkout-process', handle: startCheckout },
  transactionconfirmrequest: { operation: 'checkout-confirm', handle: confirmCheckout },
  transactionstatusrequest: { operation: 'checkout-status', handle: tellCheckout },
}

const handlerOf = (name: string) => {
  const key = name.toLowerCase()
  return Object.hasOwn(handlers, key) ? handlers[key] : undefined
}

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

const answer = (message: WireMessage, world: World, operation: string): Emulated => {
  const notes: string[] = []
  const refused = (wire: WireAnswer): Emulated => ({ answer: wire, notes, keys: [] })
  const path = tidyPath(message.path)
  const isKnown = paths.some((one) => one.toLowerCase() === path.toLowerCase())
  if (!isKnown) {
    const meant = nearestOf(path, paths)
    notes.push(meant ? `No such path. Did you mean ${meant}?` : 'No such path.')
    return refused(fault(404, 'Client', 'Not found'))
  }
  if (message.method === 'GET') {
    const isCheckout = path.toLowerCase().startsWith('/mpesa_online')
    if (/^wsdl\b/i.test(message.query)) {
      return refused(answerXml(serviceDescription(isCheckout ? 'checkout' : 'broker', world.publicUrl)))
    }
    notes.push('Messages are posted here; ?wsdl describes them.')
    return refused(fault(405, 'Client', 'Use POST'))
  }
  if (message.method !== 'POST') return refused(fault(405, 'Client', 'Use POST'))
  const isStrict = world.settings.strictness === 'strict'
  if (!/xml/i.test(headerOf(message, 'content-type') ?? '')) {
    notes.push('Content-Type is not text/xml.')
    if (isStrict) return refused(fault(415, 'Client', 'Content-Type has to be text/xml'))
  }
  const soap = readSoap(message.body)
  if (!soap) {
    notes.push('The body is no SOAP envelope that can be read.')
    return refused(fault(500, 'Client', 'The envelope cannot be read'))
  }
  const handler = handlerOf(soap.content.local)
  if (!handler) {
    notes.push(`No call is named ${soap.content.local.slice(0, 60)}.`)
    return refused(fault(500, 'Client', 'The operation is not known'))
  }
  const call: Call = {
    world,
    header: soap.header,
    content: soap.content,
    body: new TextDecoder().decode(message.body),
    path,
    notes,
    keys: [],
    isStrict,
  }
  const wire = handler.handle(call)
  const isNamed = operation !== unknown
  return { answer: wire, notes, keys: call.keys, ...(isNamed && { operation }) }
}

const unknown = 'g2.unknown'

/** The operation that a message is about, by its element and, for generic requests, by its command. */
const operationOf = (message: WireMessage): string => {
  const content = readSoap(message.body)?.content
  const handler = content && handlerOf(content.local)
  if (!content || !handler) return unknown
  if (handler.operation) return `g2.${handler.operation}`
  const command = childText(childOf(documentOf(content), 'Transaction'), 'CommandID')
  const operation = command && operationOfCommand(command)
  return operation ? `g2.${operation}` : unknown
}

/** Answers any bytes as the broker would, and moves the world on. Never throws for what came. */
export const emulate = (message: WireMessage, world: World): Emulated => {
  const operation = operationOf(message)
  const busy = () => answerXml(responseMessage({ code: '100000002', description: 'Throttling error' }))
  const internalError = () => fault(500, 'Server', 'Internal Server Error')
  const expired = () =>
    answerXml(responseMessage({ code: '100000007', description: 'Authentication failed' }))
  return withFaults(
    message,
    world,
    operation,
    { spikeArrest: busy, internalError, expiredToken: expired },
    () => answer(message, world, operation),
  )
}
