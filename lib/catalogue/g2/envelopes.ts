import type { XmlShape } from '@/lib/catalogue/types'
import { namespaces } from './namespaces'

/** Where each field stands in the XML; element order is significant in the schemas. */

const value = (tag: string, field = tag): XmlShape => ({ tag, field })
const group = (tag: string, ...children: XmlShape[]): XmlShape => ({ tag, children })
const keyed = (item: string, key: string, field = key): XmlShape =>
  group(item, { tag: 'Key', text: key }, value('Value', field))

const requestHeader: XmlShape = group('soapenv:Header', {
  tag: 'tns:RequestSOAPHeader',
  attributes: { 'xmlns:tns': namespaces.header },
  children: ['spId', 'spPassword', 'serviceId', 'timeStamp'].map((name) => value(`tns:${name}`, name)),
})

const envelope = (attributes: Record<string, string>, header: XmlShape, body: XmlShape): XmlShape => ({
  tag: 'soapenv:Envelope',
  attributes: { 'xmlns:soapenv': namespaces.soap, ...attributes },
  children: [header, group('soapenv:Body', { ...body, isKept: true })],
})

const party = (tag: string): XmlShape =>
  group(
    tag,
    value('IdentifierType', `${tag}.IdentifierType`),
    value('Identifier', `${tag}.Identifier`),
    value('ShortCode', `${tag}.ShortCode`),
  )

const device = (tag: string): XmlShape =>
  group(tag, value('IdentifierType', `${tag}.IdentifierType`), value('Identifier', `${tag}.Identifier`))

/** `RequestMsg` is text: a whole document of its own, in CDATA. */
const requestEnvelope = (...children: XmlShape[]): XmlShape =>
  envelope({ 'xmlns:req': namespaces.request }, requestHeader, {
    tag: 'req:RequestMsg',
    isDocument: true,
    children: [{ tag: 'request', attributes: { xmlns: namespaces.request }, children }],
  })

/** All generic requests share one document; `parameters` are its keys, some under another field name. */
export const genericRequest = (...parameters: (string | [key: string, field: string])[]): XmlShape =>
  requestEnvelope(
    group(
      'Transaction',
      value('CommandID'),
      value('LanguageCode'),
      value('OriginatorConversationID'),
      value('ConversationID'),
      value('Remark'),
      value('EncryptedParameters'),
      ...(parameters.length > 0
        ? [
            group(
              'Parameters',
              ...parameters.map((one) =>
                typeof one === 'string' ? keyed('Parameter', one) : keyed('Parameter', ...one),
              ),
            ),
          ]
        : []),
      group('ReferenceData', keyed('ReferenceItem', 'QueueTimeoutURL'), keyed('ReferenceItem', 'Occasion')),
      value('Timestamp'),
    ),
    group(
      'Identity',
      group(
        'Caller',
        value('CallerType'),
        value('ThirdPartyID'),
        value('Password', 'Caller.Password'),
        value('CheckSum'),
        value('ResultURL'),
      ),
      group(
        'Initiator',
        value('IdentifierType', 'Initiator.IdentifierType'),
        value('Identifier', 'Initiator.Identifier'),
        value('SecurityCredential', 'Initiator.SecurityCredential'),
        value('ShortCode', 'Initiator.ShortCode'),
      ),
      party('PrimaryParty'),
      party('ReceiverParty'),
      device('AccessDevice'),
      device('Requester'),
    ),
    value('KeyOwner'),
  )

const empty = (tag: string): XmlShape => ({ tag, text: '' })

/** Caller and initiator stand there empty: C2B guide and its client. */
export const registerRequest: XmlShape = requestEnvelope(
  group(
    'Transaction',
    value('CommandID'),
    value('OriginatorConversationID'),
    group('Parameters', keyed('Parameter', 'ResponseType')),
    group(
      'ReferenceData',
      keyed('ReferenceItem', 'ValidationURL'),
      keyed('ReferenceItem', 'ConfirmationURL'),
    ),
  ),
  group(
    'Identity',
    group('Caller', value('CallerType'), ...['ThirdPartyID', 'Password', 'CheckSum', 'ResultURL'].map(empty)),
    group(
      'Initiator',
      value('IdentifierType', 'Initiator.IdentifierType'),
      ...['Identifier', 'SecurityCredential', 'ShortCode'].map(empty),
    ),
    group(
      'PrimaryParty',
      value('IdentifierType', 'PrimaryParty.IdentifierType'),
      empty('Identifier'),
      value('ShortCode', 'PrimaryParty.ShortCode'),
    ),
  ),
  value('KeyOwner'),
)

export const queryRequest: XmlShape = envelope(
  { 'xmlns:loc': namespaces.transaction, 'xmlns:res': namespaces.result },
  requestHeader,
  group(
    'loc:queryTransaction',
    value('loc:originatorConversationID', 'originatorConversationID'),
    group(
      'loc:extensionInfo',
      group('loc:item', { tag: 'res:Key', text: 'queryDate' }, value('res:Value', 'queryDate')),
    ),
  ),
)

export const passwordRequest: XmlShape = envelope(
  { 'xmlns:loc': namespaces.management },
  { tag: 'soapenv:Header' },
  group(
    'loc:changePassword',
    ...['spId', 'spPassword', 'timeStamp', 'newPassword'].map((name) => value(`loc:${name}`, name)),
  ),
)

export const checkoutRequest = (tag: string, ...names: (string | [tag: string, field: string])[]): XmlShape =>
  envelope(
    { 'xmlns:tns': namespaces.checkout },
    group(
      'soapenv:Header',
      group('tns:CheckOutHeader', value('MERCHANT_ID'), value('PASSWORD'), value('TIMESTAMP')),
    ),
    group(`tns:${tag}`, ...names.map((one) => (typeof one === 'string' ? value(one) : value(...one)))),
  )

const bare = (attributes: Record<string, string>, body: XmlShape, header?: XmlShape): XmlShape => ({
  tag: 'soapenv:Envelope',
  attributes: { 'xmlns:soapenv': namespaces.soap, ...attributes },
  children: [...(header ? [header] : []), group('soapenv:Body', body)],
})

export const resultEnvelope: XmlShape = bare(
  {},
  {
    tag: 'res:ResultMsg',
    attributes: { 'xmlns:res': namespaces.result },
    isDocument: true,
    children: [
      {
        tag: 'Result',
        attributes: { xmlns: namespaces.result },
        children: [
          value('ResultType'),
          value('ResultCode'),
          value('ResultDesc'),
          value('OriginatorConversationID'),
          value('ConversationID'),
          value('TransactionID'),
          group(
            'ResultParameters',
            keyed('ResultParameter', 'TransactionReceipt'),
            keyed('ResultParameter', 'TransactionAmount'),
          ),
          group('ReferenceData', keyed('ReferenceItem', 'QueueTimeoutURL')),
        ],
      },
    ],
  },
)

export const timeoutEnvelope: XmlShape = bare(
  { 'xmlns:loc': namespaces.timeout },
  group(
    'loc:notifyQueueTimeout',
    value('loc:originatorConversationID', 'originatorConversationID'),
    value('loc:originRequest', 'originRequest'),
  ),
  { tag: 'soapenv:Header' },
)

const kyc = (part: string): XmlShape =>
  group(
    'KYCInfo',
    { tag: 'KYCName', text: `[Personal Details][${part} Name]` },
    value('KYCValue', `KYCInfo.${part} Name`),
  )

export const paymentEnvelope = (kind: 'Validation' | 'Confirmation'): XmlShape =>
  bare(
    { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' },
    {
      tag: `ns1:C2BPayment${kind}Request`,
      attributes: { 'xmlns:ns1': namespaces.c2b },
      children: [
        ...[
          'TransType',
          'TransID',
          'TransTime',
          'TransAmount',
          'BusinessShortCode',
          'BillRefNumber',
          'InvoiceNumber',
          'OrgAccountBalance',
          'ThirdPartyTransID',
          'MSISDN',
        ].map((name) => value(name)),
        ...['First', 'Middle', 'Last'].map(kyc),
      ],
    },
  )

export const checkoutResultEnvelope = (names: readonly string[]): XmlShape =>
  bare({ 'xmlns:ns1': namespaces.checkout }, group('ns1:ResultMsg', ...names.map((name) => value(name))))
