import type { Guide } from '../types'

const sheets: string[] = [
  'Public copy of the Safaricom test case workbook, 2017',
  'Daraja 3.0 portal pages, December 2025',
]

export const goLiveDaraja: Guide = {
  slug: 'go-live-daraja',
  title: 'Going live with Daraja',
  summary:
    'The two steps of today’s portal, what has to be in order before, and what to do on the day after.',
  group: 'Going live',
  systems: ['daraja'],
  operations: ['daraja.stk-push', 'daraja.c2b-register-v2', 'daraja.b2c-v3', 'daraja.b2b-paybill'],
  sections: [
    {
      id: 'before',
      title: 'Before you start',
      blocks: [
        {
          kind: 'list',
          items: [
            'A live shortcode: the paybill, the store number of a till, the head office, or the B2C shortcode. Know which kind it is.',
            'An operator of the organisation portal with the role Business Administrator or Business Manager. The user name is case sensitive.',
            'That operator’s KYC tab is complete: otherwise [no verification data is found](code:daraja/tut-paybill-verification).',
            'The operator’s phone is a Safaricom line: the one-time password goes there.',
            'Callback URLs that pass the [rules](guide:callbacks#url): HTTPS, no tunnel, no forbidden words.',
            'For calls with an initiator, an API operator with the [right roles](guide:b2c#operator).',
          ],
        },
      ],
    },
    {
      id: 'steps',
      title: 'Today’s two steps',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Portal, Go Live: verification type Short Code, the shortcode, the organisation’s name without symbols, the M-PESA user name, and the terms.',
            'Enter the one-time password, valid for about three minutes. [An error in CRQ creation](code:daraja/tut-crq) is on Safaricom’s side: repeat.',
          ],
        },
        {
          kind: 'text',
          text: 'Addresses and a production application then come by e-mail, with key, secret and, for M-PESA Express, the passkey.',
          sources: sheets,
        },
        {
          kind: 'note',
          tone: 'info',
          title: 'The sheet',
          text: 'The first portal asked for a workbook of test cases. No captured page of today’s portal shows the upload; that it is gone for all products is likely but unconfirmed. It is still a good record, and partners ask for it.',
          sources: sheets,
          unconfirmed: true,
        },
      ],
    },
    {
      id: 'after',
      title: 'The day after',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Make a production environment here with the new key and secret. Production is marked on every screen, and sending money asks for its name.',
            'Take the production certificate for `SecurityCredential`.',
            '[Register the C2B URLs](op:daraja.c2b-register-v2). Once: changing them needs the portal.',
            'Pay KES 1 to yourself with [M-PESA Express](op:daraja.stk-push) and give it back with a [reversal](op:daraja.reversal).',
          ],
        },
        {
          kind: 'text',
          text: 'C2B and M-PESA Express may share one application. Whether B2C can share one with C2B depends on the shortcode; older answers of the portal say no.',
          sources: ['Daraja 3.0 portal: questions and answers'],
        },
      ],
    },
  ],
}

export const goLiveOpenapi: Guide = {
  slug: 'go-live-openapi',
  title: 'Going live with OpenAPI',
  summary: 'An organisation invites you, you build and test, it reviews, and it promotes.',
  group: 'Going live',
  systems: ['openapi'],
  operations: ['openapi.get-session', 'openapi.c2b-single-stage'],
  sections: [
    {
      id: 'road',
      title: 'The road',
      blocks: [
        {
          kind: 'steps',
          items: [
            'The organisation’s user invites you by e-mail; you accept, and the accounts are linked.',
            'Build and test with the sandbox’s scenarios: success, refused, time-out, too little money, failed. Register real handsets as test numbers for a true prompt.',
            'Send the application for review to that organisation.',
            'It looks at configuration, scope and [limits](guide:openapi-applications) and accepts or rejects. An accepted application is locked for you.',
            'After its contract with the operator the organisation promotes it to production.',
          ],
        },
        {
          kind: 'text',
          text: 'There is no sheet. Forms of single markets, if there are any, were not found.',
          unconfirmed: true,
          sources: ['M-Pesa OpenAPI portal, getting started'],
        },
      ],
    },
    {
      id: 'after',
      title: 'The day after',
      blocks: [
        {
          kind: 'list',
          items: [
            'The live platform has a public key of its own: check the one that Jaribu carries against the portal before you use it.',
            'The path begins with openapi in place of sandbox; host and port stay.',
            'Products must be switched on for the organisation as well: [INS-997](code:openapi/openapi-ins-997).',
          ],
        },
      ],
    },
  ],
}

export const goLiveMozambique: Guide = {
  slug: 'go-live-mozambique',
  title: 'Going live in Mozambique',
  summary: 'A report with successful transactions, and one button.',
  group: 'Going live',
  systems: ['mozambique'],
  operations: ['mozambique.c2b-payment'],
  sections: [
    {
      id: 'road',
      title: 'The road',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Make successful transactions with the API key that you will show. A report of failures only is no use.',
            'Make a report on the portal’s Reports page: key, period, table or chart. A renewed key’s former transactions stay with the former key.',
            'Press Go Live! on the profile: the latest report and the account’s details go to Vodafone M-Pesa, who review and answer.',
          ],
        },
        {
          kind: 'text',
          text: 'Contract, short code, allowed addresses and VPN come after the button; the guide does not describe them.',
          unconfirmed: true,
          sources: ['Mozambique portal, guide'],
        },
      ],
    },
    {
      id: 'network',
      title: 'The network',
      blocks: [
        {
          kind: 'text',
          text: 'Let the six [ports](guide:mozambique#address) out of your hosting before the day. Keep TLS checks on, whatever a library’s example does.',
        },
      ],
    },
  ],
}

export const goLiveG2: Guide = {
  slug: 'go-live-g2',
  title: 'Going live with G2 SOAP',
  summary: 'Lines, certificates and a migration: what the guide of the time asked for.',
  group: 'Going live',
  systems: ['g2'],
  operations: ['g2.b2c-payment', 'g2.register-url', 'g2.change-password'],
  sections: [
    {
      id: 'road',
      title: 'The road',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Business account and SP credentials.',
            'VPN or leased line; agree on source and result addresses.',
            'Tests without TLS against the test broker.',
            'Exchange certificates: Safaricom issues yours as a chain in a .p7b file; take it apart into PEM files for your program.',
            'Tests with TLS in both directions.',
            '[Change the password](op:g2.change-password) that you were given.',
            '[Register](op:g2.register-url) the C2B URLs, if you collect.',
            'Migrate, with small amounts first.',
          ],
        },
        {
          kind: 'text',
          text: 'New integrations go through Daraja. This road is for those who keep one.',
          sources: ['B2C API Specification v1.5'],
        },
      ],
    },
  ],
}
