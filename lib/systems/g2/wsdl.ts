import { namespaces } from '@/lib/catalogue/g2/namespaces'
import { writeXml, type XmlNode } from '@/lib/xml/write'

/** Our own description of the services, enough for an ordinary SOAP client: document/literal, SOAP 1.1. */

type Type = { name: string; fields?: readonly (string | [name: string, least: 0])[]; isText?: true }
type Service = {
  name: string
  namespace: string
  path: string
  isQualified: boolean
  elements: readonly Type[]
  header: { namespace: string; type: Type }
  calls: readonly { name: string; input: string; output: string }[]
}

const optional = (...names: string[]) => names.map((name): [string, 0] => [name, 0])

const broker: Service = {
  name: 'RequestMgr',
  namespace: namespaces.request,
  path: '/emulator/g2/mminterface/request',
  isQualified: true,
  elements: [
    { name: 'RequestMsg', isText: true },
    { name: 'ResponseMsg', isText: true },
  ],
  header: {
    namespace: namespaces.header,
    type: {
      name: 'RequestSOAPHeader',
      fields: ['spId', ...optional('spPassword', 'serviceId', 'timeStamp')],
    },
  },
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
        'AMOUNT',
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
    : node(
        'xsd:element',
        { name },
        node(
          'xsd:complexType',
          {},
          node(
            'xsd:sequence',
            {},
            ...fields.map((field) =>
              typeof field === 'string'
                ? node('xsd:element', { name: field, type: 'xsd:string' })
                : node('xsd:element', { name: field[0], type: 'xsd:string', minOccurs: '0' }),
            ),
          ),
        ),
      )

const schema = (namespace: string, isQualified: boolean, elements: readonly Type[]): XmlNode =>
  node(
    'xsd:schema',
    { targetNamespace: namespace, elementFormDefault: isQualified ? 'qualified' : 'unqualified' },
    ...elements.map(elementOf),
  )

const describe = (service: Service, publicUrl: string): string => {
  const { name, namespace, header, calls, elements } = service
  const isOwn = header.namespace === namespace
  const own = isOwn ? [...elements, header.type] : elements
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
        'xmlns:head': header.namespace,
      },
      node(
        'wsdl:types',
        {},
        schema(namespace, service.isQualified, own),
        ...(isOwn ? [] : [schema(header.namespace, true, [header.type])]),
      ),
      ...messages.map((message) =>
        node(
          'wsdl:message',
          { name: message },
          node('wsdl:part', { name: 'body', element: `tns:${message}` }),
        ),
      ),
      node(
        'wsdl:message',
        { name: header.type.name },
        node('wsdl:part', { name: 'header', element: `head:${header.type.name}` }),
      ),
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
              node('soap:header', { message: `tns:${header.type.name}`, part: 'header', use: 'literal' }),
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

export const serviceDescription = (which: 'broker' | 'checkout', publicUrl: string): string =>
  describe(which === 'broker' ? broker : checkout, publicUrl)
