import type { CredentialSpec, EnvironmentPreset, TestPhone } from '../types'

export const darajaCredentials = [
  {
    name: 'consumerKey',
    label: 'Consumer key',
    secret: true,
    kind: 'text',
    help: 'Of your app on the developer portal. With the secret it buys the access token.',
    envNames: ['CONSUMER_KEY', 'APP_KEY', 'API_KEY', 'CLIENT_ID', 'MPESA_KEY'],
  },
  {
    name: 'consumerSecret',
    label: 'Consumer secret',
    secret: true,
    kind: 'password',
    help: 'Of the same app. Sandbox and production apps have their own.',
    envNames: ['CONSUMER_SECRET', 'APP_SECRET', 'API_SECRET', 'CLIENT_SECRET', 'SECRET_KEY', 'MPESA_SECRET'],
  },
  {
    name: 'shortcode',
    label: 'Shortcode',
    secret: false,
    kind: 'shortcode',
    help: 'Your paybill or organisation number for C2B, B2C, B2B, balance, status and reversal.',
    envNames: [
      'SHORTCODE',
      'SHORT_CODE',
      'BUSINESS_SHORTCODE',
      'PAYBILL',
      'PAYBILL_NUMBER',
      'PARTY_A',
      'C2B_SHORTCODE',
      'B2C_SHORTCODE',
      'INITIATOR_SHORTCODE',
    ],
  },
  {
    name: 'lnmShortcode',
    label: 'M-PESA Express shortcode',
    secret: false,
    kind: 'shortcode',
    help: 'The number that the STK passkey belongs to. For a till it is the store or head-office number.',
    envNames: [
      'LNM_SHORTCODE',
      'LNMO_SHORTCODE',
      'STK_SHORTCODE',
      'EXPRESS_SHORTCODE',
      'LIPA_NA_MPESA_SHORTCODE',
      'LIPA_NA_MPESA_ONLINE_SHORTCODE',
      'LIPA_SHORTCODE',
      'ONLINE_SHORTCODE',
      'STORE_NUMBER',
    ],
  },
  {
    name: 'lnmPasskey',
    label: 'M-PESA Express passkey',
    secret: true,
    kind: 'password',
    help: 'Goes into the STK password. Safaricom sends it by e-mail after go-live; the sandbox one is public.',
    envNames: [
      'PASSKEY',
      'PASS_KEY',
      'LNM_PASSKEY',
      'LNMO_PASSKEY',
      'STK_PASSKEY',
      'EXPRESS_PASSKEY',
      'ONLINE_PASSKEY',
      'LIPA_NA_MPESA_PASSKEY',
      'LIPA_NA_MPESA_ONLINE_PASSKEY',
    ],
  },
  {
    name: 'tillNumber',
    label: 'Till number',
    secret: false,
    kind: 'shortcode',
    help: 'Only for Buy Goods: the number that customers see. It receives the money of an STK push.',
    envNames: ['TILL', 'TILL_NUMBER', 'BUY_GOODS_TILL', 'PARTY_B'],
  },
  {
    name: 'initiatorName',
    label: 'Initiator name',
    secret: false,
    kind: 'text',
    help: 'User name of the API operator on the organisation portal.',
    envNames: ['INITIATOR', 'INITIATOR_NAME', 'INITIATOR_USERNAME', 'API_OPERATOR', 'OPERATOR_NAME'],
  },
  {
    name: 'initiatorPassword',
    label: 'Initiator password',
    secret: true,
    kind: 'password',
    help: "The operator's password. It leaves only encrypted with the certificate, as SecurityCredential.",
    envNames: [
      'INITIATOR_PASSWORD',
      'INITIATOR_PASS',
      'INITIATOR_SECRET',
      'OPERATOR_PASSWORD',
      'SECURITY_CREDENTIAL_PASSWORD',
    ],
  },
  {
    name: 'billManagerAppKey',
    label: 'Bill Manager app key',
    secret: true,
    kind: 'text',
    help: 'The app_key that the opt-in call answers with.',
    envNames: ['BILL_MANAGER_APP_KEY', 'BILLMANAGER_APP_KEY', 'BILL_APP_KEY'],
  },
] as const satisfies readonly CredentialSpec[]

export type DarajaCredentialName = (typeof darajaCredentials)[number]['name']

/** Published by Safaricom for everybody: Daraja sandbox, "Test credentials" and M-PESA Express pages. */
const publishedTestValues = {
  shortcode: '600000',
  lnmShortcode: '174379',
  lnmPasskey: 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919',
  initiatorName: 'testapi',
  initiatorPassword: 'Safaricom999!*!',
} as const satisfies Partial<Record<DarajaCredentialName, string>>

export const darajaPresets = [
  {
    id: 'daraja-local',
    name: 'Local sandbox',
    system: 'daraja',
    kind: 'local',
    market: 'kenya',
    baseUrl: '/emulator/daraja',
    credentials: {
      consumerKey: 'jaribu-local-key',
      consumerSecret: 'jaribu-local-secret',
      ...publishedTestValues,
    },
    help: 'Jaribu plays M-PESA by itself: no account, no internet, no money.',
  },
  {
    id: 'daraja-sandbox',
    name: 'Safaricom sandbox',
    system: 'daraja',
    kind: 'sandbox',
    market: 'kenya',
    baseUrl: 'https://sandbox.safaricom.co.ke',
    credentials: { ...publishedTestValues },
    help: 'Needs the consumer key and secret of an app on developer.safaricom.co.ke. An STK push to a real line moves real shillings.',
  },
  {
    id: 'daraja-production',
    name: 'Safaricom production',
    system: 'daraja',
    kind: 'production',
    market: 'kenya',
    baseUrl: 'https://api.safaricom.co.ke',
    credentials: {},
    help: 'Real money. Needs the values that Safaricom gave you at go-live.',
  },
] as const satisfies readonly EnvironmentPreset[]

export const darajaTestPhones: readonly TestPhone[] = [
  { msisdn: '254700000000', what: 'the phone on the screen: you answer', kinds: ['local'] },
  { msisdn: '254708374149', what: 'pays by itself', kinds: ['local', 'sandbox'] },
  { msisdn: '254700000001', what: 'too little money', kinds: ['local'] },
  { msisdn: '254700001032', what: 'cancels', kinds: ['local'] },
  { msisdn: '254700001037', what: 'no answer', kinds: ['local'] },
  { msisdn: '254700002001', what: 'wrong PIN', kinds: ['local'] },
]
