import type { Finding } from './types'

/** What the APIs cannot do, and where it can be done instead. */
export const limits: readonly Finding[] = [
  {
    id: 'reverse-payout',
    systems: ['daraja'],
    what: 'Reverse a payout (B2C)',
    detail:
      'On the M-PESA organisation portal. The [Reversal API](op:daraja.reversal) takes back customer payments only.',
    sources: ['Daraja 3.0 portal: Reversal'],
  },
  {
    id: 'reverse-reversal',
    systems: ['daraja'],
    what: 'Reverse a reversal, or get charges back',
    detail: 'Pay the customer again; charges stay.',
    sources: ['M-Pesa API tutorial (2018-2019)'],
  },
  {
    id: 'customer-to-customer',
    systems: ['daraja'],
    what: 'Send money from customer to customer',
    detail: 'Only on the phone. No API does it.',
    sources: ['Daraja 3.0 portal: questions and answers'],
  },
  {
    id: 'statement',
    systems: ['daraja'],
    what: 'Fetch a statement',
    detail:
      'Download it on the organisation portal. [Pull](op:daraja.pull-query) lists C2B payments of the last 48 hours, no more.',
    sources: ['Daraja 3.0 portal: questions and answers', 'daraja-studio: what the API cannot do'],
  },
  {
    id: 'bank',
    systems: ['daraja'],
    what: 'Withdraw to a bank account',
    detail:
      'Settlement on the organisation portal; the option Bank has to be set through a head office application first.',
    sources: ['Daraja 3.0 portal: questions and answers'],
  },
  {
    id: 'utility-to-working',
    systems: ['daraja'],
    what: 'Move money from Utility to Working',
    detail:
      'On the organisation portal. The API answers [21](code:daraja/res-21); the other direction is [Move float](op:daraja.b2b-mmf-to-utility), by agreement.',
    sources: ['daraja-studio: what the API cannot do'],
  },
  {
    id: 'see-urls',
    systems: ['daraja'],
    what: 'See which C2B URLs are registered',
    detail:
      'URL Management in the portal’s self service, production only. Jaribu keeps each registration as a run: [history](page:/history?operation=daraja.c2b-register-v2).',
    sources: ['Daraja 3.0 portal: Customer to Business, register URL'],
  },
  {
    id: 'change-urls',
    systems: ['daraja'],
    what: 'Change C2B URLs in production',
    detail:
      'Delete the pair under URL Management, where two operators approve, or ask support; then [register](op:daraja.c2b-register-v2) again.',
    sources: ['Daraja 3.0 portal: Customer to Business, register URL'],
  },
  {
    id: 'simulate-production',
    systems: ['daraja'],
    what: 'Simulate a customer payment in production',
    detail:
      'Pay from a real phone. [Simulate](op:daraja.c2b-simulate-v2) is of the sandbox alone, although the portal prints a production address.',
    sources: ['Daraja 3.0 portal: Customer to Business'],
  },
  {
    id: 'repeat-callback',
    systems: ['daraja'],
    what: 'Have a callback sent again',
    detail:
      'Ask for the [status](op:daraja.transaction-status). Jaribu keeps every callback that reaches its inbox, and its page copies it as cURL: with the address of your program in it, that sends it again.',
    sources: ['nkap: live sandbox observations, Sept-Oct 2026'],
  },
  {
    id: 'query-by-reference',
    systems: ['daraja'],
    what: 'Find a push by its AccountReference',
    detail: 'Only by `CheckoutRequestID`: keep it. Search the [history](page:/history) by your reference.',
    sources: ['Daraja 3.0 portal: M-PESA Express query'],
  },
  {
    id: 'cancel-prompt',
    systems: ['daraja'],
    what: 'Take a prompt back',
    detail: 'Wait until it ends by itself, one to three minutes.',
    sources: ['M-Pesa API tutorial (2018-2019)'],
    unconfirmed: true,
  },
  {
    id: 'whole-number',
    systems: ['daraja', 'g2'],
    what: 'Learn the whole number of a C2B payer',
    detail: 'It is masked or a digest since November 2023. [Pull](op:daraja.pull-query) is said to carry it.',
    sources: ['Daraja 3.0 portal: Pull Transactions'],
    unconfirmed: true,
  },
  {
    id: 'sandbox-success',
    systems: ['daraja'],
    what: 'See a paid push in the provider’s sandbox without a Kenyan line',
    detail:
      'The published test phone never pays. Use the [local sandbox](guide:first-steps#phones), where any outcome can be had.',
    sources: ['nkap: live sandbox observations, Sept-Oct 2026'],
  },
  {
    id: 'roles',
    systems: ['daraja'],
    what: 'Make operators, give roles, set passwords',
    detail: 'On the organisation portal: see [the operator](guide:b2c#operator).',
    sources: ['Daraja 3.0 portal: Business to Customer'],
  },
  {
    id: 'openapi-callback-address',
    systems: ['openapi'],
    what: 'Register a callback address by a documented call',
    detail:
      'It may be a setting of the application or arranged with the operator; one application sends `input_ResponseURL`. See [Asynchronous mode](guide:openapi-payments#asynchronous).',
    sources: ['M-Pesa OpenAPI portal, asynchronous response'],
    unconfirmed: true,
  },
  {
    id: 'openapi-browser',
    systems: ['openapi', 'mozambique'],
    what: 'Call from a web page',
    detail: 'From a server only: a page cannot set `Origin`, and the key must not be in it.',
    sources: ['GitHub abubakar508/go-vodacom-sdk'],
  },
  {
    id: 'openapi-balance',
    systems: ['openapi', 'mozambique'],
    what: 'Ask for a balance',
    detail: 'On the organisation’s own portal. No call is documented.',
    sources: ['M-Pesa OpenAPI portal, API documentation', 'Mozambique portal, API pages'],
  },
  {
    id: 'openapi-promote',
    systems: ['openapi'],
    what: 'Promote an application yourself',
    detail: 'The organisation that reviewed it does: [Going live with OpenAPI](guide:go-live-openapi).',
    sources: ['M-Pesa OpenAPI portal, getting started'],
  },
  {
    id: 'mozambique-mode',
    systems: ['mozambique'],
    what: 'Choose the mode per call',
    detail: 'The response URL on the Account page switches all calls at once.',
    sources: ['Mozambique portal, guide'],
  },
  {
    id: 'mozambique-triggers',
    systems: ['mozambique'],
    what: 'Produce failures at will in the portal’s sandbox',
    detail: 'It prompts a real handset. The [local sandbox](page:/sandbox) has phones for each outcome.',
    sources: ['abdulmueid/mpesa-php-api, README'],
  },
  {
    id: 'mozambique-mandates',
    systems: ['mozambique'],
    what: 'Direct debit and applications with limits',
    detail: 'Those belong to [OpenAPI](guide:openapi-direct-debit), which has a Mozambican market too.',
    sources: ['Mozambique portal, guide'],
  },
  {
    id: 'g2-internet',
    systems: ['g2'],
    what: 'Reach the broker over the internet',
    detail: 'A VPN or leased line and two-way TLS. Only the [checkout](guide:g2-checkout) was public.',
    sources: ['B2C API Specification v1.5'],
  },
]
