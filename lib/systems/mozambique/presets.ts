import type { CredentialSpec, EnvironmentPreset, TestPhone } from '../types'

export const mozambiqueCredentials = [
  {
    name: 'apiKey',
    label: 'API key',
    secret: true,
    kind: 'password',
    help: 'Of your profile page on the portal. It travels only encrypted with the public key, as the bearer.',
    envNames: ['MPESA_API_KEY', 'MPESA_KEY', 'MPESA_MZ_API_KEY', 'VODACOM_API_KEY'],
    sharedNames: ['API_KEY', 'APP_KEY', 'KEY'],
  },
  {
    name: 'serviceProviderCode',
    label: 'Service provider code',
    secret: false,
    kind: 'shortcode',
    help: 'The shortcode of your organisation.',
    envNames: [
      'SERVICE_PROVIDER_CODE',
      'PROVIDER_CODE',
      'MPESA_SERVICE_PROVIDER_CODE',
      'INPUT_SERVICE_PROVIDER_CODE',
      'AGENT_ID',
      'SHORTCODE',
      'SHORT_CODE',
      'PRIMARY_PARTY_CODE',
    ],
  },
  {
    name: 'receiverPartyCode',
    label: 'Receiver party code',
    secret: false,
    kind: 'shortcode',
    help: 'The organisation that a B2B payment goes to.',
    envNames: ['RECEIVER_PARTY_CODE', 'INPUT_RECEIVER_PARTY_CODE', 'B2B_RECEIVER'],
  },
  {
    name: 'initiatorIdentifier',
    label: 'Initiator identifier',
    secret: false,
    kind: 'text',
    help: 'Issued by Vodacom for reversals.',
    envNames: ['INITIATOR_IDENTIFIER', 'INPUT_INITIATOR_IDENTIFIER', 'INITIATOR', 'INITIATOR_NAME'],
  },
  {
    name: 'securityCredential',
    label: 'Security credential',
    secret: true,
    kind: 'password',
    help: 'Issued by Vodacom for reversals. It travels in clear inside the body.',
    envNames: ['SECURITY_CREDENTIAL', 'INPUT_SECURITY_CREDENTIAL', 'INITIATOR_CREDENTIAL'],
  },
  {
    name: 'origin',
    label: 'Origin',
    secret: false,
    kind: 'text',
    help: 'Value of the Origin header: the portal’s host, or *. Left empty: the portal’s host.',
    envNames: ['ORIGIN', 'MPESA_ORIGIN'],
  },
] as const satisfies readonly CredentialSpec[]

export type MozambiqueCredentialName = (typeof mozambiqueCredentials)[number]['name']

/** Mozambique portal, Introduction: the header that every sample carries. */
export const portalOrigin = 'developer.mpesa.vm.co.mz'

/** Filled in by the portal's own pages, for everybody. */
const publishedTestValues = {
  serviceProviderCode: '171717',
  receiverPartyCode: '979797',
  initiatorIdentifier: 'MPesa2018',
  securityCredential: 'Mpesa2019',
  origin: portalOrigin,
} as const satisfies Partial<Record<MozambiqueCredentialName, string>>

/** A synchronous C2B answer waits for the customer: SDKs read for 90 seconds. */
const timeoutMs = 90_000

export const mozambiquePresets = [
  {
    id: 'mozambique-local',
    name: 'Local Mozambique',
    system: 'mozambique',
    kind: 'local',
    market: 'mozambique',
    baseUrl: '/emulator/mozambique',
    credentials: { apiKey: 'jaribulocalkeyformozambique00001', ...publishedTestValues },
    timeoutMs,
    help: 'Jaribu plays M-Pesa of Mozambique by itself, with one address for all six ports.',
  },
  {
    id: 'mozambique-sandbox',
    name: 'Vodacom Mozambique sandbox',
    system: 'mozambique',
    kind: 'sandbox',
    market: 'mozambique',
    baseUrl: 'https://api.sandbox.vm.co.mz',
    credentials: { ...publishedTestValues },
    timeoutMs,
    help: 'Needs the API key of your profile on developer.mpesa.vm.co.mz. Each call goes to a port of its own; the prompt reaches a real phone.',
  },
  {
    id: 'mozambique-production',
    name: 'Vodacom Mozambique live',
    system: 'mozambique',
    kind: 'production',
    market: 'mozambique',
    baseUrl: 'https://api.vm.co.mz',
    credentials: { origin: portalOrigin },
    timeoutMs,
    help: 'Real money. Some integrations use https://api.mpesa.vm.co.mz instead. Put in the public key of your live account.',
  },
] as const satisfies readonly EnvironmentPreset[]

/** The phone on the screen. */
export const phoneOnScreen = '258840000000'

/** Vodacom's sandbox has no trigger numbers: the endings are our own, as Daraja's are. */
export const mozambiqueTestPhones: readonly TestPhone[] = [
  { msisdn: phoneOnScreen, what: 'the phone on the screen: you answer', kinds: ['local'] },
  { msisdn: '258843330333', what: 'pays by itself', kinds: ['local', 'sandbox'] },
  { msisdn: '258840002006', what: 'too little money', kinds: ['local'] },
  { msisdn: '258840000005', what: 'cancels', kinds: ['local'] },
  { msisdn: '258840000009', what: 'no answer', kinds: ['local'] },
  { msisdn: '258840000006', what: 'wrong PIN', kinds: ['local'] },
]
