import type { Guide } from '../types'

export const firstSteps: Guide = {
  slug: 'first-steps',
  title: 'First steps',
  summary: 'From nothing to a paid push in the local sandbox, then to the provider’s own.',
  group: 'Start here',
  systems: ['daraja', 'openapi', 'mozambique', 'g2'],
  operations: [
    'daraja.oauth-token',
    'daraja.stk-push',
    'openapi.get-session',
    'mozambique.c2b-payment',
    'g2.b2c-payment',
  ],
  sections: [
    {
      id: 'local',
      title: 'Pay yourself, offline',
      blocks: [
        {
          kind: 'text',
          text: 'Jaribu carries a sandbox of its own that speaks as the providers do. It needs no account, no internet and no tunnel, so it is the place for the first request.',
        },
        {
          kind: 'steps',
          items: [
            'Choose the environment “Local sandbox” at the top. Its keys are seeded and published: there is nothing to fill in.',
            'Open [M-PESA Express](op:daraja.stk-push). The form is filled: shortcode, password, a phone and the callback URL of this run.',
            'Send it. The answer comes at once and says only that the request was taken in: see [The acknowledgement is not the result](guide:asynchronous-flow).',
            'A phone appears at the lower right with the prompt. Type the PIN 1234, or cancel, or let it wait.',
            'Watch the timeline: the callback arrives in the [inbox](page:/inbox), the run turns to paid, and the receipt stands beside it.',
          ],
        },
        {
          kind: 'try',
          label: 'Push KES 1 to the phone on the screen',
          operation: 'daraja.stk-push',
          values: { PhoneNumber: '254700000000', Amount: '1', AccountReference: 'FIRST' },
        },
        { kind: 'flow', title: 'What will happen', operation: 'daraja.stk-push' },
      ],
    },
    {
      id: 'phones',
      title: 'Phones that decide by their number',
      blocks: [
        {
          kind: 'table',
          caption: 'Outcomes without a click, in the local sandbox',
          head: ['Phone', 'What it does'],
          rows: [
            ['254700000000', 'waits for a person at the screen'],
            ['254708374149', 'pays by itself after a second'],
            ['254700001032', 'cancels: [1032](code:daraja/stk-1032)'],
            ['254700000001', 'has too little money: [1](code:daraja/stk-1)'],
            ['254700001037', 'never answers: [1037](code:daraja/stk-1037)'],
            ['254700002001', 'types a wrong PIN: [2001](code:daraja/stk-2001)'],
          ],
        },
        {
          kind: 'text',
          text: 'Any code works this way: the last four digits of the phone name it. The [sandbox page](page:/sandbox) lists phones, organisations and what each call did to their money.',
        },
      ],
    },
    {
      id: 'provider',
      title: 'The provider’s sandbox',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Make an account and an application on the provider’s developer portal and tick the products you will call. For Daraja each product is a tick of its own.',
            'Under [Environments](page:/environments) add one from the list of presets and paste key and secret. They are kept encrypted.',
            'Fetch the token there: one click tells whether key, secret and host fit together. When they do not, “Find out why” tests the causes one by one.',
            'Make sure the provider can reach your inbox: the callback URL must be public. A port that only this machine sees works for the local sandbox and for nothing else. See [Callbacks](guide:callbacks).',
          ],
        },
        {
          kind: 'note',
          tone: 'warn',
          title: 'A push to a real line takes real money',
          text: 'Daraja’s sandbox sends a true prompt to a Safaricom line and debits it. Reports of the refund differ: at midnight, or at 06:00 the next day. The published test phone 254708374149 never pays there.',
          sources: ['nkap: live sandbox observations, Sept-Oct 2026', 'M-Pesa API tutorial (2018-2019)'],
        },
      ],
    },
    {
      id: 'code',
      title: 'From your own code',
      blocks: [
        {
          kind: 'text',
          text: 'Whatever a form sends, your program can send: the “Code” tab of each form shows it in seven languages. Point a client at the local sandbox by changing its base URL alone.',
        },
        {
          kind: 'sample',
          title: 'The same push as a program',
          operation: 'daraja.stk-push',
          values: { PhoneNumber: '254708374149', Amount: '1' },
        },
      ],
    },
  ],
}
