import { namespaces } from '@/lib/catalogue/g2/namespaces'
import { writeXml, type XmlNode } from '@/lib/xml/write'

/** Our own description of the services, enough for an ordinary SOAP client: document/literal, SOAP 1.1. */

/** Text, once, unless it says otherwise. A type of our own has the prefix of its schema. */
type Part = { name: string; type?: string; least?: 0; most?: 'unbounded' }
type Type = { name: string; fields?: readonly (string | Part)[]; isText?: true }
type Service = {
  name: string
  namespace: string
  path: string
  isQualified: boolean
  elements: readonly Type[]
  /** What the elements are made of. */
  types?: readonly Type[]
  /** Schemas of other namespaces, by prefix. */
  others?: Readonly<Record<string, { namespace: string; types: readonly Type[] }>>
  /** Absent where the body says who asks. */
  header?: { namespace: string; type: Type }
  calls: readonly { name: string; input: string; output: string }[]
}

const optional = (...names: string[]) => names.map((name): Part => ({ name, least: 0 }))

const requestHeader = {
  namespace: namespaces.header,
  type: {
    name: 'RequestSOAPHeader',
    fields: ['spId', ...optional('spPassword', 'serviceId', 'timeStamp')],
  },
}

const response = {
  namespace: namespaces.response,
  types: [{ name: 'Response', fields: ['ResponseCode', 'ResponseDesc'] }],
}

/** A list of messages of one kind, each as its bytes in base64. */
const listOf = (name: string, item: string): Type => ({
  name,
  fields: [{ name: item, least: 0, most: 'unbounded' }],
})

const transaction: Service = {
  name: 'QueryTransaction',
  namespace: namespaces.transaction,
  path: '/emulator/g2/queryTransactionService/services/transaction',
  isQualified: true,
  elements: [
    {
      name: 'queryTransaction',
      fields: ['originatorConversationID', { name: 'extensionInfo', type: 'tns:ExtensionInfo', least: 0 }],
    },
    {
      name: 'queryTransactionResponse',
      fields: [
        { name: 'result', type: 'resp:Response' },
        { name: 'submitApiRequestList', type: 'tns:SubmitApiRequestList', least: 0 },
        { name: 'submitApiResponseList', type: 'tns:SubmitApiResponseList', least: 0 },
        { name: 'submitApiResultList', type: 'tns:SubmitApiResultList', least: 0 },
        { name: 'queueTimeOutList', type: 'tns:QueueTimeOutList', least: 0 },
      ],
    },
  ],
  types: [
    { name: 'ExtensionInfo', fields: [{ name: 'item', type: 'res:Item', least: 0, most: 'unbounded' }] },
    listOf('SubmitApiRequestList', 'submitApiRequest'),
    listOf('SubmitApiResponseList', 'submitApiResponse'),
    listOf('SubmitApiResultList', 'submitApiResult'),
    listOf('QueueTimeOutList', 'queueTimeOut'),
  ],
  others: {
    resp: response,
    res: { namespace: namespaces.result, types: [{ name: 'Item', fields: ['Key', 'Value'] }] },
  },
  header: requestHeader,
  calls: [{ name: 'queryTransaction', input: 'queryTransaction', output: 'queryTransactionResponse' }],
}

const management: Service = {
  name: 'ChangePassword',
  namespace: namespaces.management,
  path: '/emulator/g2/changePasswordService/services/management',
  isQualified: true,
  elements: [
    { name: 'changePassword', fields: ['spId', 'spPassword', 'timeStamp', 'newPassword'] },
    { name: 'changePasswordResponse', fields: [{ name: 'result', type: 'resp:Response' }] },
  ],
  others: { resp: response },
  calls: [{ name: 'changePassword', input: 'changePassword', output: 'changePasswordResponse' }],
}

const broker: Service = {
  name: 'RequestMgr',
  namespace: namespaces.request,
  path: '/emulator/g2/mminterface/request',
  isQualified: true,
  elements: [
    { name: 'RequestMsg', isText: true },
    { name: 'ResponseMsg', isText: true },
  ],
  header: requestHeader,
  calls: [{ name: 'GenericAPIRequest', input: 'RequestMsg', output: 'ResponseMsg' }],
}

const checkout: Service = {
  name: 'LNMO',
  namespace: namespaces.checkout,
  path: '/emulator/g2/mpesa_online/lnmo_checkout_server.php',
  isQualified: false,
  elements: [
    {
      name: 'processCheckOutRequest',
      fields: [
        'MERCHANT_TRANSACTION_ID',
        'REFERENCE_ID',
        { name: 'AMOUNT', type: 'xsd:double' },
        'MSISDN',
        ...optional('ENC_PARAMS'),
        'CALL_BACK_URL',
        'CALL_BACK_METHOD',
        ...optional('TIMESTAMP'),
      ],
    },
    {
      name: 'processCheckOutResponse',
      fields: ['RETURN_CODE', 'DESCRIPTION', 'TRX_ID', 'ENC_PARAMS', 'CUST_MSG'],
    },
    { name: 'transactionConfirmRequest', fields: optional('TRX_ID', 'MERCHANT_TRANSACTION_ID') },
    {
      name: 'transactionConfirmResponse',
      fields: ['RETURN_CODE', 'DESCRIPTION', 'MERCHANT_TRANSACTION_ID', 'TRX_ID'],
    },
    { name: 'transactionStatusRequest', fields: optional('TRX_ID', 'MERCHANT_TRANSACTION_ID') },
    {
      name: 'transactionStatusResponse',
      fields: [
        'MSISDN',
        'AMOUNT',
        'MPESA_TRX_DATE',
        'MPESA_TRX_ID',
        'TRX_STATUS',
        'RETURN_CODE',
        'DESCRIPTION',
        'MERCHANT_TRANSACTION_ID',
        'ENC_PARAMS',
        'TRX_ID',
      ],
    },
  ],
  header: {
    namespace: namespaces.checkout,
    type: { name: 'CheckOutHeader', fields: ['MERCHANT_ID', 'PASSWORD', 'TIMESTAMP'] },
  },
  calls: [
    { name: 'processCheckOut', input: 'processCheckOutRequest', output: 'processCheckOutResponse' },
    { name: 'confirmTransaction', input: 'transactionConfirmRequest', output: 'transactionConfirmResponse' },
    {
      name: 'transactionStatusQuery',
      input: 'transactionStatusRequest',
      output: 'transactionStatusResponse',
    },
  ],
}

const node = (name: string, attributes: Record<string, string>, ...children: XmlNode[]): XmlNode => ({
  name,
  attributes,
  ...(children.length > 0 && { children }),
})

const elementOf = ({ name, fields = [], isText }: Type): XmlNode =>
  isText
    ? node('xsd:element', { name, type: 'xsd:string' })
    : node('xsd:element', { name }, node('xsd:complexType', {}, sequenceOf(fields)))

const sequenceOf = (fields: NonNullable<Type['fields']>): XmlNode =>
  node(
    'xsd:sequence',
    {},
    ...fields.map((field) => {
      const {
        name,
        type = 'xsd:string',
        least,
        most,
      }: Part = typeof field === 'string' ? { name: field } : field
      return node('xsd:element', {
        name,
        type,
        ...(least === 0 && { minOccurs: '0' }),
        ...(most && { maxOccurs: most }),
      })
    }),
  )

type Schema = {
  namespace: string
  isQualified: boolean
  elements?: readonly Type[]
  types?: readonly Type[] | undefined
}

const schema = ({ namespace, isQualified, elements = [], types = [] }: Schema): XmlNode =>
  node(
    'xsd:schema',
    { targetNamespace: namespace, elementFormDefault: isQualified ? 'qualified' : 'unqualified' },
    ...types.map(({ name, fields = [] }) => node('xsd:complexType', { name }, sequenceOf(fields))),
    ...elements.map(elementOf),
  )

/** The schemas of a service, its own last: it speaks of the others. */
const schemasOf = ({ namespace, isQualified, elements, types, others = {}, header }: Service): XmlNode[] => {
  const isOwn = header?.namespace === namespace
  return [
    ...Object.values(others).map((other) => schema({ ...other, isQualified: true })),
    ...(header && !isOwn
      ? [schema({ namespace: header.namespace, isQualified: true, elements: [header.type] })]
      : []),
    schema({
      namespace,
      isQualified,
      elements: header && isOwn ? [...elements, header.type] : elements,
      types,
    }),
  ]
}

const describe = (service: Service, publicUrl: string): string => {
  const { name, namespace, header, calls, others = {} } = service
  const messages = [...new Set(calls.flatMap((call) => [call.input, call.output]))]
  return writeXml(
    node(
      'wsdl:definitions',
      {
        name,
        targetNamespace: namespace,
        'xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/',
        'xmlns:soap': 'http://schemas.xmlsoap.org/wsdl/soap/',
        'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
        'xmlns:tns': namespace,
        ...(header && { 'xmlns:head': header.namespace }),
        ...Object.fromEntries(
          Object.entries(others).map(([prefix, other]) => [`xmlns:${prefix}`, other.namespace]),
        ),
      },
      node('wsdl:types', {}, ...schemasOf(service)),
      ...messages.map((message) =>
        node(
          'wsdl:message',
          { name: message },
          node('wsdl:part', { name: 'body', element: `tns:${message}` }),
        ),
      ),
      ...(header
        ? [
            node(
              'wsdl:message',
              { name: header.type.name },
              node('wsdl:part', { name: 'header', element: `head:${header.type.name}` }),
            ),
          ]
        : []),
      node(
        'wsdl:portType',
        { name: `${name}PortType` },
        ...calls.map((call) =>
          node(
            'wsdl:operation',
            { name: call.name },
            node('wsdl:input', { message: `tns:${call.input}` }),
            node('wsdl:output', { message: `tns:${call.output}` }),
          ),
        ),
      ),
      node(
        'wsdl:binding',
        { name: `${name}Binding`, type: `tns:${name}PortType` },
        node('soap:binding', { style: 'document', transport: 'http://schemas.xmlsoap.org/soap/http' }),
        ...calls.map((call) =>
          node(
            'wsdl:operation',
            { name: call.name },
            node('soap:operation', { soapAction: '' }),
            node(
              'wsdl:input',
              {},
              ...(header
                ? [
                    node('soap:header', {
                      message: `tns:${header.type.name}`,
                      part: 'header',
                      use: 'literal',
                    }),
                  ]
                : []),
              node('soap:body', { use: 'literal', parts: 'body' }),
            ),
            node('wsdl:output', {}, node('soap:body', { use: 'literal' })),
          ),
        ),
      ),
      node(
        'wsdl:service',
        { name: `${name}Service` },
        node(
          'wsdl:port',
          { name: `${name}Port`, binding: `tns:${name}Binding` },
          node('soap:address', { location: `${publicUrl}${service.path}` }),
        ),
      ),
    ),
  )
}

const services = [broker, transaction, management, checkout]

/** The description of what is served at a path; what the broker's other paths take is its own request. */
export const serviceDescription = (path: string, publicUrl: string): string =>
  describe(
    services.find((service) => service.path.toLowerCase() === `/emulator/g2${path}`.toLowerCase()) ?? broker,
    publicUrl,
  )
