import type { Guide } from '../types'

export const mozambique: Guide = {
  slug: 'mozambique',
  title: 'Mozambique: keys, modes, prompts',
  summary:
    'The portal of Vodacom Mozambique: a port for each call, a bearer without a session, one switch for all, real prompts.',
  group: 'Mozambique',
  systems: ['mozambique'],
  operations: [
    'mozambique.c2b-payment',
    'mozambique.b2c-payment',
    'mozambique.b2b-payment',
    'mozambique.reversal',
    'mozambique.query-transaction-status',
    'mozambique.query-customer-name',
  ],
  sections: [
    {
      id: 'address',
      title: 'A port for each call',
      blocks: [
        {
          kind: 'table',
          caption: 'Ports on api.sandbox.vm.co.mz',
          head: ['Call', 'Port'],
          rows: [
            ['[C2B](op:mozambique.c2b-payment)', '18352'],
            ['[B2C](op:mozambique.b2c-payment)', '18345'],
            ['[B2B](op:mozambique.b2b-payment)', '18349'],
            ['[Query](op:mozambique.query-transaction-status)', '18353'],
            ['[Reversal](op:mozambique.reversal)', '18354'],
            ['[Customer name](op:mozambique.query-customer-name)', '19323'],
          ],
          sources: ['Mozambique portal, API pages'],
        },
        {
          kind: 'text',
          text: 'Connection refused or timed out? Your hosting has to let these ports out: the most common complaint there is. The live host is api.vm.co.mz in some libraries and api.mpesa.vm.co.mz in others: take the one that you are given.',
          sources: ['abdulmueid/mpesa-php-api, issue 4', 'paymentsds/mpesa-java-sdk'],
        },
      ],
    },
    {
      id: 'key',
      title: 'The key and its bearer',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Copy API key and public key from the profile page. The public key is one line of Base64 without armour; Jaribu takes it as it is.',
            'The bearer is the key, encrypted: RSA 4096, PKCS#1 v1.5, Base64, 684 characters.',
            'Send `Origin` developer.mpesa.vm.co.mz with it.',
            'Renewing the key on the profile page ends every bearer made before.',
          ],
        },
        { kind: 'codes', refs: ['mozambique/mozambique-ins-2', 'mozambique/mozambique-ins-4'] },
      ],
    },
    {
      id: 'modes',
      title: 'Two modes, one switch',
      blocks: [
        {
          kind: 'text',
          text: 'Synchronous is the default: the answer is final, and a [C2B payment](op:mozambique.c2b-payment) keeps you on the line until the customer has typed the PIN. Wait 90 seconds and more.',
        },
        {
          kind: 'text',
          text: 'Filling in the response URL on the portal’s Account page makes all calls of the account asynchronous; emptying it makes them synchronous again. No field of a request says so. In the local sandbox the switch is under [Sandbox, Mozambique](page:/sandbox/mozambique).',
          sources: ['Mozambique portal, guide'],
        },
        {
          kind: 'flow',
          title: 'Asynchronous',
          steps: [
            { from: 'you', to: 'provider', label: 'c2bPayment' },
            {
              from: 'provider',
              to: 'you',
              label: 'INS-0, no transaction id yet',
              dashed: true,
              tone: 'pending',
            },
            { from: 'provider', to: 'phone', label: 'prompt' },
            { from: 'phone', to: 'provider', label: 'PIN', dashed: true },
            { from: 'provider', to: 'inbox', label: 'input_ResultCode → response URL', tone: 'good' },
            { from: 'inbox', to: 'provider', label: 'output_ResponseCode 0', dashed: true },
          ],
        },
        {
          kind: 'text',
          text: 'Success in the callback is 0 on the portal and INS-0 in some integrations: take both. Match by conversation id and `input_ThirdPartyReference`.',
        },
      ],
    },
    {
      id: 'prompts',
      title: 'Prompts and references',
      blocks: [
        {
          kind: 'list',
          items: [
            'Numbers begin with 258: without it, [INS-2051](code:mozambique/mozambique-ins-2051).',
            '`input_TransactionReference` has 20 characters at most and no stray space: a leading one was answered with [INS-1](code:mozambique/mozambique-ins-1).',
            '`input_ThirdPartyReference` must be new every time: [INS-10](code:mozambique/mozambique-ins-10).',
            'The sandbox of the portal prompts a real handset; there are no trigger numbers. Wrong PIN is [INS-6](code:mozambique/mozambique-ins-6), no PIN in time [INS-9](code:mozambique/mozambique-ins-9).',
            'HTTP 401 is both a refused key and a refused payment: decide by the code.',
          ],
        },
        {
          kind: 'note',
          tone: 'warn',
          title: 'Unknown is not failed',
          text: 'INS-1, INS-9, INS-10 and a dropped connection leave it open. [Query](op:mozambique.query-transaction-status) before you repeat.',
        },
        {
          kind: 'try',
          label: 'Collect 10 MT from the phone on the screen',
          operation: 'mozambique.c2b-payment',
          values: { input_Amount: '10' },
        },
      ],
    },
  ],
}
