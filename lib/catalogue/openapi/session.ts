import type { Operation } from '@/lib/catalogue/types'
import { defineOperation, headersWith } from './operation'
import { golangTanzania, goSdk, nodePesa, pages } from './sources'

const getSession = defineOperation({
  name: 'get-session',
  title: 'Generate session key',
  summary:
    'Trades the API key of your application for a session key. Every other call carries the session key, encrypted in the same way.',
  group: 'Session',
  evidence: 'portal',
  method: 'GET',
  path: '/getSession/',
  auth: {
    type: 'none',
    uses: ['apiKey', 'origin'],
    note: 'The bearer is the API key, encrypted with the platform’s public key (RSA 4096, PKCS#1 v1.5) and written as base64: always 684 characters, never the same twice.',
  },
  headers: headersWith('apiKeyBearer'),
  movesMoney: false,
  fields: [],
  acknowledgement: {
    success: {
      httpStatus: 200,
      body: {
        output_ResponseCode: 'INS-0',
        output_ResponseDesc: 'Request processed successfully',
        output_SessionID: '9f2c41d7e05b4a6c8d13b7f0a6e4c258',
      },
    },
    failure: {
      httpStatus: 400,
      body: { output_ResponseCode: 'INS-989', output_ResponseDesc: 'Session Creation Failed' },
    },
    variants: [],
  },
  timing:
    'A new session key may need up to 30 seconds before it works: the portal’s own samples sleep that long.',
  limits: [
    'How long a session key lives is set on the application: minutes to days. The default is unconfirmed.',
    'The limits of an application are counted per session key: when one is used up, only a new key lets more through.',
  ],
  notes: ['Synchronous only.', 'The answer does not say how long the key lives.'],
  sources: [pages, golangTanzania, goSdk, nodePesa],
})

export const sessionOperations: readonly Operation[] = [getSession]
