import { writeXml, type XmlNode } from '@/lib/xml/write'
import { namespaces } from './namespaces'

/** Every message of the interface, as the provider and its clients write it. */

export type Pair = { key: string; value: string }

export const pairsOf = (fields: Readonly<Record<string, string>>): Pair[] =>
  Object.entries(fields).map(([key, value]) => ({ key, value }))

const leaf = (name: string, text: string | undefined): XmlNode[] =>
  text === undefined ? [] : [{ name, text }]

type Envelope = { attributes?: Record<string, string>; hasHeader?: boolean; prefix?: string }

const envelope = (
  body: XmlNode,
  { attributes = {}, hasHeader = false, prefix = 'soapenv' }: Envelope = {},
): string =>
  writeXml({
    name: `${prefix}:Envelope`,
    attributes: { [`xmlns:${prefix}`]: namespaces.soap, ...attributes },
    children: [
      ...(hasHeader ? [{ name: `${prefix}:Header` }] : []),
      { name: `${prefix}:Body`, children: [body] },
    ],
  })

const message = (tag: string, namespace: string, document: XmlNode): string => {
  const [prefix = ''] = tag.split(':')
  return envelope({ name: tag, attributes: { [`xmlns:${prefix}`]: namespace }, cdata: writeXml(document) })
}

export type Response = {
  code: string
  description: string
  conversationId?: string
  originatorConversationId?: string
  serviceStatus?: string
}

/** The answer at once to a generic request, and what a receiver owes for a result. */
export const responseMessage = (response: Response): string =>
  message('req:ResponseMsg', namespaces.request, {
    name: 'response',
    attributes: { xmlns: namespaces.response },
    children: [
      ...leaf('ResponseCode', response.code),
      ...leaf('ResponseDesc', response.description),
      ...leaf('ConversationID', response.conversationId),
      ...leaf('OriginatorConversationID', response.originatorConversationId),
      ...leaf('ServiceStatus', response.serviceStatus),
    ],
  })

export type Result = {
  code: string
  description: string
  originatorConversationId: string
  conversationId: string
  transactionId?: string
  parameters?: readonly Pair[]
  references?: readonly Pair[]
}

const pairs = (list: string, item: string, of: readonly Pair[] = []): XmlNode[] =>
  of.length === 0
    ? []
    : [
        {
          name: list,
          children: of.map(({ key, value }) => ({
            name: item,
            children: [...leaf('Key', key), ...leaf('Value', value)],
          })),
        },
      ]

/** What the broker posts to the ResultURL. */
export const resultMessage = (result: Result): string =>
  message('res:ResultMsg', namespaces.result, {
    name: 'Result',
    attributes: { xmlns: namespaces.result },
    children: [
      ...leaf('ResultType', '0'),
      ...leaf('ResultCode', result.code),
      ...leaf('ResultDesc', result.description),
      ...leaf('OriginatorConversationID', result.originatorConversationId),
      ...leaf('ConversationID', result.conversationId),
      ...leaf('TransactionID', result.transactionId),
      ...pairs('ResultParameters', 'ResultParameter', result.parameters),
      ...pairs('ReferenceData', 'ReferenceItem', result.references),
    ],
  })

/** `originRequest` is Base64 of the envelope that waited, without its SOAP header. */
export const timeoutMessage = (originatorConversationId: string, originRequest: string): string =>
  envelope(
    {
      name: 'loc:notifyQueueTimeout',
      children: [
        ...leaf('loc:originatorConversationID', originatorConversationId),
        ...leaf('loc:originRequest', originRequest),
      ],
    },
    { attributes: { 'xmlns:loc': namespaces.timeout }, hasHeader: true },
  )

export const timeoutAnswer = (code: string, description: string): string =>
  envelope(
    {
      name: 'loc:notifyQueueTimeoutResponse',
      children: [
        {
          name: 'loc:result',
          children: [...leaf('res:ResultCode', code), ...leaf('res:ResultDesc', description)],
        },
      ],
    },
    { attributes: { 'xmlns:loc': namespaces.timeout, 'xmlns:res': namespaces.result }, hasHeader: true },
  )

export type Payment = {
  type: string
  receipt: string
  time: string
  amount: string
  shortcode: string
  reference?: string
  invoice?: string
  /** Confirmations only. */
  balance?: string
  thirdPartyId?: string
  msisdn: string
  names: readonly [first: string, middle: string, last: string]
}

const parts = ['First', 'Middle', 'Last']

/** A customer's payment: the question before it, or the notice after it. */
export const paymentMessage = (kind: 'Validation' | 'Confirmation', payment: Payment): string =>
  envelope(
    {
      name: `ns1:C2BPayment${kind}Request`,
      attributes: { 'xmlns:ns1': namespaces.c2b },
      children: [
        ...leaf('TransType', payment.type),
        ...leaf('TransID', payment.receipt),
        ...leaf('TransTime', payment.time),
        ...leaf('TransAmount', payment.amount),
        ...leaf('BusinessShortCode', payment.shortcode),
        ...leaf('BillRefNumber', payment.reference),
        ...leaf('InvoiceNumber', payment.invoice),
        ...leaf('OrgAccountBalance', payment.balance),
        ...leaf('ThirdPartyTransID', payment.thirdPartyId),
        ...leaf('MSISDN', payment.msisdn),
        ...payment.names.map((name, index) => ({
          name: 'KYCInfo',
          children: [
            ...leaf('KYCName', `[Personal Details][${parts[index]} Name]`),
            ...leaf('KYCValue', name),
          ],
        })),
      ],
    },
    { attributes: { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' } },
  )

export const validationAnswer = (code: string, description: string, thirdPartyId?: string): string =>
  envelope(
    {
      name: 'c2b:C2BPaymentValidationResult',
      children: [
        ...leaf('ResultCode', code),
        ...leaf('ResultDesc', description),
        ...leaf('ThirdPartyTransID', thirdPartyId),
      ],
    },
    { attributes: { 'xmlns:c2b': namespaces.c2b }, hasHeader: true },
  )

export const confirmationAnswer = (receipt: string): string =>
  envelope(
    {
      name: 'c2b:C2BPaymentConfirmationResult',
      text: `C2B Payment Transaction ${receipt} result received.`,
    },
    { attributes: { 'xmlns:c2b': namespaces.c2b }, hasHeader: true },
  )

export type Dumps = {
  requests: readonly string[]
  responses: readonly string[]
  results: readonly string[]
  timeouts: readonly string[]
}

const dumped = (list: string, item: string, of: readonly string[]): XmlNode => ({
  name: `ns1:${list}`,
  children: of.map((text) => ({ name: `ns1:${item}`, text })),
})

/** The broker's memory of one conversation: whole HTTP messages in Base64. */
export const transactionAnswer = (code: string, description: string, dumps?: Dumps): string =>
  envelope({
    name: 'ns1:queryTransactionResponse',
    attributes: { 'xmlns:ns1': namespaces.transaction },
    children: [
      {
        name: 'ns1:result',
        attributes: { 'xmlns:ns2': namespaces.response },
        children: [...leaf('ns2:ResponseCode', code), ...leaf('ns2:ResponseDesc', description)],
      },
      ...(dumps
        ? [
            dumped('submitApiRequestList', 'submitApiRequest', dumps.requests),
            dumped('submitApiResponseList', 'submitApiResponse', dumps.responses),
            dumped('submitApiResultList', 'submitApiResult', dumps.results),
            // The name of its items is unconfirmed.
            dumped('queueTimeOutList', 'queueTimeOut', dumps.timeouts),
          ]
        : []),
    ],
  })

export const passwordAnswer = (code: string, description: string): string =>
  envelope(
    {
      name: 'loc:changePasswordResponse',
      children: [
        {
          name: 'loc:result',
          children: [...leaf('res:ResponseCode', code), ...leaf('res:ResponseDesc', description)],
        },
      ],
    },
    { attributes: { 'xmlns:loc': namespaces.management, 'xmlns:res': namespaces.response }, hasHeader: true },
  )

export type CheckoutAnswer =
  | 'processCheckOutResponse'
  | 'transactionConfirmResponse'
  | 'transactionStatusResponse'
  | 'ResultMsg'

/** Answers and the notice of the old online checkout, their fields in the order given. */
export const checkoutMessage = (kind: CheckoutAnswer, fields: readonly Pair[]): string =>
  envelope(
    { name: `ns1:${kind}`, children: fields.map(({ key, value }) => ({ name: key, text: value })) },
    { attributes: { 'xmlns:ns1': namespaces.checkout }, prefix: 'SOAP-ENV' },
  )
