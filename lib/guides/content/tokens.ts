import type { Guide } from '../types'

export const tokens: Guide = {
  slug: 'tokens',
  title: 'Tokens, session keys and bearers',
  summary: 'What each system wants in the Authorization header, how long it lives, and why it is refused.',
  group: 'Start here',
  systems: ['daraja', 'openapi', 'mozambique', 'g2'],
  operations: ['daraja.oauth-token', 'openapi.get-session'],
  sections: [
    {
      id: 'daraja',
      title: 'Daraja: one token for an hour',
      blocks: [
        {
          kind: 'text',
          text: '[Generate access token](op:daraja.oauth-token) takes the application’s key and secret as Basic authorisation and gives a token that lives 3600 seconds; the answer says 3599. It is the only GET among the calls.',
          sources: ['Daraja 3.0 portal: Authorization', 'nkap: live sandbox observations, Sept-Oct 2026'],
        },
        {
          kind: 'list',
          items: [
            {
              text: 'Fetch it once and share it. According to the portal’s questions and answers, a new token ends the one before: two servers that each fetch their own keep throwing each other out.',
              sources: ['Daraja 3.0 portal: Authorization'],
            },
            'Sandbox and production have applications of their own. A key of one is unknown to the other.',
            'A token is good for the products that its application had when it was made. After ticking a product, fetch a new one.',
            'Key and secret carry no spaces. A line break at the end of an environment variable is enough for [400.008.01](code:daraja/oauth-bad-auth).',
          ],
        },
        { kind: 'sample', title: 'A token by hand', operation: 'daraja.oauth-token' },
        {
          kind: 'table',
          caption: 'One complaint, many codes',
          head: ['Code', 'What it usually means'],
          rows: [
            ['[404.001.03](code:daraja/token-404-001-03)', 'the token is stale, or of the other environment'],
            [
              '[401.003.01](code:daraja/token-401-003-01)',
              'the application lacks the product of this path, or has another version of it',
            ],
            ['[401.002.01](code:daraja/token-401-002-01)', 'the same, in other words'],
            ['[400.003.01](code:daraja/token-400-003-01)', 'no usable token on C2B and its kin'],
            [
              '[404.001.04](code:daraja/auth-header-404-001-04)',
              'no Authorization header, or one that is not a Bearer',
            ],
          ],
        },
        {
          kind: 'text',
          text: 'When in doubt, follow [“Invalid Access Token”](guide:invalid-access-token): it tests the causes one by one.',
        },
      ],
    },
    {
      id: 'openapi',
      title: 'OpenAPI: an encrypted key opens a session',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Encrypt the application’s API key with the platform’s public key: RSA 4096, PKCS#1 v1.5 padding, Base64 without line breaks. The result has 684 characters and differs every time.',
            '[Generate a session key](op:openapi.get-session) with that as the bearer.',
            'Wait: a new session key may need up to 30 seconds before it works.',
            'Encrypt the session key with the same public key. That is the bearer of every other call until the session ends.',
          ],
        },
        {
          kind: 'note',
          tone: 'info',
          title: 'Jaribu does all four',
          text: 'The bearer is computed when a request leaves. To see one, or to make one for your own program, use the bearer tool under [Tools](page:/tools).',
        },
        {
          kind: 'text',
          text: 'A lifetime is a setting of the application and the answer does not tell it. Which answer an expired session gets is not written anywhere. Do not renew on every HTTP 401: [INS-6](code:openapi/openapi-ins-6) has that status too, and repeating the payment can charge twice.',
          sources: ['M-Pesa OpenAPI portal, API documentation', 'Ithute Pay Bridge readiness note'],
          unconfirmed: true,
        },
      ],
    },
    {
      id: 'mozambique',
      title: 'Mozambique: the key itself, encrypted',
      blocks: [
        {
          kind: 'text',
          text: 'There is no session. The account’s API key is encrypted in the same way with the portal’s public key and sent as the bearer of every call. One such value can be kept until the key is renewed on the portal, and it is as secret as the key: see [Mozambique: keys, modes, prompts](guide:mozambique).',
        },
      ],
    },
    {
      id: 'g2',
      title: 'G2 SOAP: a password with a time stamp',
      blocks: [
        {
          kind: 'text',
          text: 'Every envelope carries `spId`, a time stamp and `spPassword`: the Base64 of the hexadecimal SHA-256 of provider id, password and time stamp. See [G2 SOAP](guide:g2-soap).',
        },
      ],
    },
  ],
}
