import type { Tree } from '../types'

export const invalidAccessToken: Tree = {
  slug: 'invalid-access-token',
  title: 'Invalid Access Token',
  summary: 'Key, host, age, product, version: five causes under one message, each tested.',
  subject: 'environment',
  systems: ['daraja', 'openapi'],
  operations: [
    'daraja.oauth-token',
    'daraja.stk-push',
    'daraja.c2b-register-v2',
    'daraja.c2b-register-v1',
    'openapi.get-session',
  ],
  codes: [
    'daraja/token-404-001-03',
    'daraja/token-401-003-01',
    'daraja/token-401-002-01',
    'daraja/token-401-001',
    'daraja/token-400-003-01',
    'daraja/token-401-plain',
    'daraja/token-404-001-04',
    'daraja/tut-invalid-access-token',
    'daraja/auth-header-404-001-04',
    'daraja/oauth-bad-auth',
    'openapi/openapi-ins-989',
    'openapi/openapi-ins-997',
  ],
  start: 'token',
  nodes: {
    token: {
      kind: 'check',
      check: 'token',
      title: 'Does a token come for these credentials?',
      why: 'It asks the environment’s own host for a token now, looks for stray spaces in key and secret, whether the host fits the kind of environment, and whether the clock is right. A fresh token ends the one before.',
      next: { fine: 'product', problem: 'no-token', unknown: 'no-session' },
    },
    product: {
      kind: 'check',
      check: 'product',
      title: 'Does the application have the product of the call?',
      why: 'With a good token, the same message means that the path’s product is missing, or that the application has another version of it. The newest runs of this environment tell.',
      next: { fine: 'here', problem: 'no-product', unknown: 'here' },
    },
    here: {
      kind: 'question',
      title: 'Does the same call work from Jaribu?',
      why: 'Send it from the form in this environment: it uses the token that just came.',
      answers: [
        { label: 'Yes, only my program fails', next: 'program' },
        { label: 'No, it fails here too', next: 'version' },
      ],
    },
    version: {
      kind: 'question',
      title: 'Is there another version of the path?',
      why: 'C2B has versions 1 and 2, B2C 1 and 3. An application has the product of one of them: [register version 2](op:daraja.c2b-register-v2), [register version 1](op:daraja.c2b-register-v1), [B2C version 3](op:daraja.b2c-v3), [B2C version 1](op:daraja.b2c-v1).',
      answers: [
        { label: 'The other version works', next: 'other-version' },
        { label: 'Both fail, or there is only one', next: 'no-product' },
      ],
    },
    'no-token': {
      kind: 'end',
      title: 'The token itself is the trouble',
      isSolved: true,
      blocks: [
        { kind: 'text', text: 'What was found above comes first. Mostly it is one of these:' },
        {
          kind: 'list',
          items: [
            'a space, quote or line break around key or secret: the environment’s page removes them at a click;',
            'credentials of the sandbox in production, or the other way round;',
            'key and secret of two applications;',
            'an application that was revoked on the portal.',
          ],
        },
        { kind: 'codes', refs: ['daraja/oauth-bad-auth'] },
      ],
    },
    'no-session': {
      kind: 'end',
      title: 'This system has no token',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Mozambique encrypts the key itself and G2 signs each envelope. See [Tokens, session keys and bearers](guide:tokens).',
        },
      ],
    },
    'no-product': {
      kind: 'end',
      title: 'The product is not on the application',
      isSolved: true,
      blocks: [
        {
          kind: 'steps',
          items: [
            'Open the application on the developer portal and tick the product of the call. For OpenAPI the product must be on for the organisation as well.',
            'Fetch a new token: one keeps the products that it was made with.',
            'Some products come by agreement only: [Products by agreement](guide:by-agreement).',
          ],
        },
        { kind: 'codes', refs: ['daraja/token-401-003-01', 'openapi/openapi-ins-997'] },
      ],
    },
    'other-version': {
      kind: 'end',
      title: 'Use the version that your application has',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Mind that the versions differ in what they hand over: version 1 of C2B gives the payer’s number as a digest, version 2 masked.',
        },
      ],
    },
    program: {
      kind: 'end',
      title: 'Your program holds another token',
      isSolved: true,
      blocks: [
        {
          kind: 'list',
          items: [
            'It cached one longer than its hour, or across a change of products.',
            'Another instance fetched a new one, which ends the old: share one token.',
            'The header reads Bearer, a space, the token, and nothing else; a line break at its end is enough to spoil it.',
            'It calls the other host than the one that gave the token.',
          ],
        },
        { kind: 'sample', title: 'A token by hand', operation: 'daraja.oauth-token' },
      ],
    },
  },
}
