import type { Guide } from '../types'

export const g2Soap: Guide = {
  slug: 'g2-soap',
  title: 'G2 SOAP: from SP credentials to production',
  summary: 'The broker, its header and password, a document inside a document, results, and the queue.',
  group: 'G2 SOAP',
  systems: ['g2'],
  operations: [
    'g2.b2c-payment',
    'g2.b2b-payment',
    'g2.transaction-reversal',
    'g2.transaction-status-query',
    'g2.account-balance',
    'g2.register-url',
    'g2.c2b-validation',
    'g2.c2b-confirmation',
    'g2.generic-api-result',
    'g2.notify-queue-timeout',
    'g2.query-transaction',
    'g2.change-password',
  ],
  sections: [
    {
      id: 'roles',
      title: 'Who talks to whom',
      blocks: [
        {
          kind: 'text',
          text: 'Four roles stand in every request: the initiator (an operator of the organisation), the caller (your software, the third party), the primary party (normally who pays) and the receiver. Between you and the core stands the broker: it checks the header, may queue the request, and forwards results.',
          sources: ['B2C API Specification v1.5'],
        },
        {
          kind: 'flow',
          title: 'A payment over SOAP',
          steps: [
            { from: 'you', to: 'provider', label: 'GenericAPIRequest' },
            { from: 'provider', to: 'you', label: 'ResponseCode 0: accepted', dashed: true, tone: 'pending' },
            { from: 'provider', to: 'inbox', label: 'GenericAPIResult → ResultURL', tone: 'good' },
            { from: 'inbox', to: 'provider', label: '00000000', dashed: true },
          ],
        },
      ],
    },
    {
      id: 'header',
      title: 'Header and spPassword',
      blocks: [
        {
          kind: 'text',
          text: '`spId`, `spPassword`, `serviceId` and `timeStamp` stand in the SOAP header. The password that works is the Base64 of the hexadecimal text of SHA-256 over provider id, password and time stamp; the specification writes it as if the raw digest were meant.',
          sources: ['B2C API Specification v1.5', 'four independent clients'],
        },
        { kind: 'codes', refs: ['g2/g2-broker-100000007', 'g2/g2-broker-100000014'] },
        {
          kind: 'text',
          text: 'Two namespaces for the header are in use and both were accepted. Change the password with [changePassword](op:g2.change-password); its path is unconfirmed, and its text is AES-128-CBC although the page says 256.',
        },
      ],
    },
    {
      id: 'body',
      title: 'A document inside a document',
      blocks: [
        {
          kind: 'list',
          items: [
            'The body holds one text: a whole XML document, wrapped in CDATA.',
            '`OriginatorConversationID` must be unique for ever and across commands: 15, [Duplicate Detected](code:g2/g2-core-15).',
            '`Initiator.SecurityCredential` is the operator’s password, encrypted with the certificate for this purpose: RSA, PKCS#1 v1.5.',
            '`Timestamp` that is too old ends in [19](code:g2/g2-core-19).',
            '`KeyOwner` is 1 in every sample.',
          ],
        },
        {
          kind: 'operations',
          ids: [
            'g2.b2c-payment',
            'g2.b2b-payment',
            'g2.transaction-reversal',
            'g2.transaction-status-query',
            'g2.account-balance',
          ],
        },
      ],
    },
    {
      id: 'answers',
      title: 'Answers, results and the queue',
      blocks: [
        {
          kind: 'list',
          items: [
            'Success is any run of zeros: tables print nine, deployed programs send eight.',
            '[100000000](code:g2/g2-broker-100000000) says queued: a [result](op:g2.generic-api-result) follows, or a [time-out](op:g2.notify-queue-timeout).',
            'Read by name: order, capitals and namespaces of results differ by generation.',
            'Answer a result with HTTP 200 and an envelope whose code is eight zeros.',
            'The broker keeps what went through it: [queryTransaction](op:g2.query-transaction) hands out the messages themselves.',
          ],
        },
        { kind: 'codes', refs: ['g2/g2-core-18', 'g2/g2-core-21', 'g2/g2-core-23'] },
      ],
    },
    {
      id: 'c2b',
      title: 'C2B',
      blocks: [
        {
          kind: 'text',
          text: '[Register](op:g2.register-url) both URLs once. Then a [validation](op:g2.c2b-validation) asks before a payment and a [confirmation](op:g2.c2b-confirmation) tells after it. A `ResultCode` of 0 completes the payment, anything else cancels it. Since November 2023 the number is a SHA-256 digest and only the first name is filled.',
          sources: ['Developers Guide PayBill Validation and Confirmation v0.3', 'C2B guide of 2023'],
        },
      ],
    },
    {
      id: 'production',
      title: 'To production',
      blocks: [
        {
          kind: 'steps',
          items: [
            'A business account and its SP credentials: provider id, password, service id, third-party id.',
            'A private line or VPN to the broker; the result addresses are allowed on both sides.',
            'Tests over plain HTTP, port 8310.',
            'Two-way TLS with the certificate that Safaricom issues, port 18423.',
            'A first test with real money, then the migration of traffic.',
          ],
        },
        { kind: 'text', text: 'See [Going live with G2 SOAP](guide:go-live-g2).' },
      ],
    },
  ],
}

export const g2Checkout: Guide = {
  slug: 'g2-checkout',
  title: 'The SOAP checkout',
  summary: 'The first Lipa na M-PESA Online: start, confirm, be told.',
  group: 'G2 SOAP',
  systems: ['g2'],
  operations: ['g2.checkout-process', 'g2.checkout-confirm', 'g2.checkout-status', 'g2.checkout-result'],
  sections: [
    {
      id: 'flow',
      title: 'How it goes',
      blocks: [
        {
          kind: 'flow',
          title: 'Checkout',
          steps: [
            { from: 'you', to: 'provider', label: 'processCheckOut' },
            { from: 'provider', to: 'you', label: 'TRX_ID and a text for the customer', dashed: true },
            { from: 'you', to: 'provider', label: 'confirmTransaction', tone: 'pending' },
            { from: 'provider', to: 'phone', label: 'prompt' },
            { from: 'phone', to: 'provider', label: 'PIN', dashed: true },
            { from: 'provider', to: 'inbox', label: 'result → CALL_BACK_URL', tone: 'good' },
          ],
        },
        {
          kind: 'list',
          items: [
            '[Starting](op:g2.checkout-process) prompts nobody: only [confirming](op:g2.checkout-confirm) does.',
            '`PASSWORD` is the Base64 of the hexadecimal SHA-256 of merchant id, passkey and `TIMESTAMP`.',
            'The [outcome](op:g2.checkout-result) comes by GET, POST or XML, as `CALL_BACK_METHOD` says. Answer ok.',
            'Ask with [the status](op:g2.checkout-status) at any time.',
            'Guide and description disagree on hyphens: M-PESA_TRX_ID and MPESA_TRX_ID. Read both.',
          ],
        },
        { kind: 'codes', refs: ['g2/g2-checkout-00', 'g2/g2-checkout-36', 'g2/g2-checkout-41'] },
      ],
    },
  ],
}
