import { wireMarkets } from '@/lib/catalogue/openapi'
import { markets } from '@/lib/msisdn/markets'
import type { CredentialSpec, EnvironmentPreset, TestPhone } from '../types'

export const openapiCredentials = [
  {
    name: 'apiKey',
    label: 'API key',
    secret: true,
    kind: 'password',
    help: 'Of your application on the portal. It travels encrypted and buys the session key.',
    envNames: [
      'OPENAPI_API_KEY',
      'OPENAPI_KEY',
      'MPESA_API_KEY',
      'MPESA_KEY',
      'PESA_API_KEY',
      'VODACOM_API_KEY',
      'AUTH_KEY',
    ],
    sharedNames: ['API_KEY', 'APP_KEY', 'KEY'],
  },
  {
    name: 'serviceProviderCode',
    label: 'Service provider code',
    secret: false,
    kind: 'text',
    help: 'The organisation’s short code: 4 to 12 letters and digits. 000000 in the sandbox.',
    envNames: [
      'SERVICE_PROVIDER_CODE',
      'PROVIDER_CODE',
      'PRIMARY_PARTY_CODE',
      'INPUT_SERVICE_PROVIDER_CODE',
      'SHORTCODE',
      'SHORT_CODE',
    ],
  },
  {
    name: 'receiverPartyCode',
    label: 'Receiver party code',
    secret: false,
    kind: 'text',
    help: 'The organisation that a B2B payment goes to. 000001 in the sandbox.',
    envNames: ['RECEIVER_PARTY_CODE', 'INPUT_RECEIVER_PARTY_CODE', 'B2B_RECEIVER'],
  },
  {
    name: 'origin',
    label: 'Origin',
    secret: false,
    kind: 'text',
    help: 'Value of the Origin header. It has to be a trusted source of your application; * where none is set.',
    envNames: ['ORIGIN', 'MPESA_ORIGIN'],
  },
  {
    name: 'sessionMinutes',
    label: 'Session lifetime in minutes',
    secret: false,
    kind: 'text',
    help: 'As your application has it: the answer of the session call does not say. 60 where it is left empty.',
    envNames: ['SESSION_LIFETIME', 'SESSION_MINUTES', 'SESSION_LIFETIME_MINUTES'],
  },
  {
    name: 'responseUrl',
    label: 'Response URL',
    secret: false,
    kind: 'url',
    help: 'Fills input_ResponseURL, by which a call is answered later (unconfirmed on the real platform). Leave it empty for answers at once, or where your application has its own.',
    envNames: ['RESPONSE_URL', 'CALLBACK_URL'],
  },
] as const satisfies readonly CredentialSpec[]

type OpenapiCredentialName = (typeof openapiCredentials)[number]['name']

/** Base values of the portal's sandbox: M-Pesa OpenAPI portal, testing page. */
const published = {
  serviceProviderCode: '000000',
  receiverPartyCode: '000001',
  origin: '*',
} as const satisfies Partial<Record<OpenapiCredentialName, string>>

/** 32 characters, as the portal's own. */
const localApiKey = 'jaribulocalkeyformpesaopenapi001'

/** A synchronous collection waits for the customer. */
const timeoutMs = 90_000

const host = 'https://openapi.m-pesa.com'

export const openapiPresets: readonly EnvironmentPreset[] = [
  ...wireMarkets.map(
    ({ id }): EnvironmentPreset => ({
      id: `openapi-local-${id}`,
      name: `Local ${markets[id].name}`,
      system: 'openapi',
      kind: 'local',
      market: id,
      baseUrl: '/emulator/openapi/sandbox',
      credentials: { apiKey: localApiKey, sessionMinutes: '60', responseUrl: '', ...published },
      timeoutMs,
      help: `Jaribu plays M-Pesa of ${markets[id].name} by itself, in ${markets[id].currency}.`,
    }),
  ),
  ...wireMarkets.map(
    ({ id, name }): EnvironmentPreset => ({
      id: `openapi-sandbox-${id}`,
      name: `${name} sandbox`,
      system: 'openapi',
      kind: 'sandbox',
      market: id,
      baseUrl: `${host}/sandbox`,
      credentials: { ...published },
      timeoutMs,
      help: 'Needs the API key of an application on openapiportal.m-pesa.com. A new session key may need up to 30 seconds before it works.',
    }),
  ),
  ...wireMarkets.map(
    ({ id, name }): EnvironmentPreset => ({
      id: `openapi-production-${id}`,
      name: `${name} live`,
      system: 'openapi',
      kind: 'production',
      market: id,
      baseUrl: `${host}/openapi`,
      credentials: { origin: '*' },
      timeoutMs,
      help: 'Real money. Needs the API key of an application that was promoted to production; compare the public key with the portal’s.',
    }),
  ),
]

/** The phone on the screen of each market. */
export const phonesOnScreen: Record<string, string> = {
  tanzania: '255700000000',
  ghana: '233200000000',
  lesotho: '26650000000',
  drc: '243800000000',
  mozambique: '258840000000',
}

/** The portal's customer that pays at once. */
export const sandboxCustomer = '000000000001'

const ending = (market: string, digits: string) => `${phonesOnScreen[market]?.slice(0, -4)}${digits}`

export const openapiTestPhones: readonly TestPhone[] = wireMarkets.flatMap(({ id }): TestPhone[] => [
  {
    msisdn: phonesOnScreen[id] ?? '',
    what: 'the phone on the screen: you answer',
    kinds: ['local'],
    market: id,
  },
  { msisdn: sandboxCustomer, what: 'success at once', kinds: ['local', 'sandbox'], market: id },
  { msisdn: ending(id, '0100'), what: 'pays by itself', kinds: ['local'], market: id },
  { msisdn: ending(id, '2006'), what: 'too little money', kinds: ['local'], market: id },
  { msisdn: ending(id, '0006'), what: 'wrong PIN', kinds: ['local'], market: id },
  { msisdn: ending(id, '0009'), what: 'no answer', kinds: ['local'], market: id },
])
