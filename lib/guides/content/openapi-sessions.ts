import type { Guide } from '../types'

export const openapiSessions: Guide = {
  slug: 'openapi-sessions',
  title: 'OpenAPI: markets, keys and sessions',
  summary: 'One host for five markets, an encrypted bearer, a session key with a lifetime, and the origin.',
  group: 'OpenAPI',
  systems: ['openapi'],
  operations: ['openapi.get-session'],
  sections: [
    {
      id: 'address',
      title: 'The address',
      blocks: [
        {
          kind: 'text',
          text: 'Sandbox and live share one host; the first part of the path tells them apart, and the market follows: `openapi.m-pesa.com/sandbox/ipg/v2/vodacomTZN/…`. The trailing slash belongs to it. The port is 443; 433 is a misprint that many copied.',
          sources: ['M-Pesa OpenAPI portal, API documentation', 'Neurotech-HQ/pypesa, issue 2'],
        },
        {
          kind: 'table',
          caption: 'Markets',
          head: ['Market', '`input_Country`', '`input_Currency`', 'Numbers begin with'],
          rows: [
            ['vodafoneGHA, Ghana', 'GHA', 'GHS', '233'],
            ['vodacomTZN, Tanzania', 'TZN', 'TZS', '255'],
            ['vodacomLES, Lesotho', 'LES', 'LSL', '266; eleven digits, one fewer than documented'],
            ['vodacomDRC, DR Congo', 'DRC', 'USD', '243'],
            ['vodacomMOZ, Mozambique', 'MOZ', 'MZN', '258; not the [older portal](guide:mozambique)'],
          ],
          sources: ['M-Pesa OpenAPI portal, API documentation'],
        },
      ],
    },
    {
      id: 'session',
      title: 'From key to session',
      blocks: [
        {
          kind: 'flow',
          title: 'Opening a session',
          steps: [
            { from: 'you', to: 'provider', label: 'getSession, bearer: encrypted API key' },
            { from: 'provider', to: 'you', label: 'output_SessionID', dashed: true, tone: 'good' },
            { from: 'you', to: 'you', label: 'wait up to 30 s, encrypt the session key', tone: 'pending' },
            { from: 'you', to: 'provider', label: 'payment, bearer: encrypted session key' },
            { from: 'provider', to: 'you', label: 'answer', dashed: true },
          ],
        },
        {
          kind: 'list',
          items: [
            'Encrypt with the public key of the right environment: sandbox and live have their own. Jaribu carries both as published; paste another when the portal shows another.',
            'Padding is PKCS#1 v1.5. The pages do not name it, every library does it.',
            'Use a session again until it ends. Making one for every call costs the wait each time.',
            'The limits of an application are counted per session key: when one is used up, a new session lets more through.',
          ],
        },
        { kind: 'codes', refs: ['openapi/openapi-ins-989'] },
        {
          kind: 'note',
          tone: 'info',
          title: 'Try the wait',
          text: 'In the local sandbox a new session key can be told to become usable after a delay, and to end early: see the applications under [Sandbox](page:/sandbox/openapi).',
        },
      ],
    },
    {
      id: 'origin',
      title: 'Origin',
      blocks: [
        {
          kind: 'text',
          text: 'The header `Origin` must agree with the trusted source kept on the application; it is * when there is none. A browser does not let a page set it, and the API key must not be in a page: calls are made by a server.',
          sources: ['GitHub abubakar508/go-vodacom-sdk'],
        },
      ],
    },
  ],
}
