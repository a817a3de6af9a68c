import type { Guide } from '../types'

export const stkPush: Guide = {
  slug: 'stk-push',
  title: 'STK push and its limits',
  summary:
    'Asking a phone to pay: password, paybill or till, time limits, repeats, and the query afterwards.',
  group: 'Daraja',
  systems: ['daraja'],
  operations: ['daraja.stk-push', 'daraja.stk-query', 'daraja.dynamic-qr'],
  sections: [
    {
      id: 'flow',
      title: 'How it goes',
      blocks: [
        { kind: 'flow', title: 'M-PESA Express', operation: 'daraja.stk-push' },
        {
          kind: 'text',
          text: 'The customer sees a prompt with the amount, the organisation and the account, and types the PIN. The answer to [the push](op:daraja.stk-push) comes before all that: keep its `CheckoutRequestID`.',
        },
        {
          kind: 'try',
          label: 'Open the form',
          operation: 'daraja.stk-push',
          values: { Amount: '1', PhoneNumber: '254708374149' },
        },
      ],
    },
    {
      id: 'password',
      title: 'The password',
      blocks: [
        {
          kind: 'text',
          text: '`Password` is the Base64 of `BusinessShortCode`, passkey and `Timestamp` put together without anything between. The timestamp is fourteen digits, and must be the very one that is sent beside it: reading the clock twice is enough for [Wrong credentials](code:daraja/stk-wrong-credentials).',
          sources: ['Daraja 3.0 portal: M-PESA Express'],
        },
        {
          kind: 'list',
          items: [
            'The sandbox knows one shortcode, 174379, with its published passkey.',
            'In production the passkey comes with the go-live, and belongs to one shortcode.',
            {
              text: 'Whether the timestamp has to be Nairobi time is not said; only the password is checked against it.',
              unconfirmed: true,
              sources: ['daraja-js: specs and error notes'],
            },
          ],
        },
        {
          kind: 'text',
          text: 'The password tool under [Tools](page:/tools?tool=password) makes one and takes one apart. For the refusal itself, follow [“Wrong credentials”](guide:wrong-credentials).',
        },
      ],
    },
    {
      id: 'paybill-or-till',
      title: 'Paybill or till',
      blocks: [
        {
          kind: 'table',
          caption: 'Which number goes where',
          head: ['', 'Paybill', 'Till'],
          rows: [
            ['`TransactionType`', 'CustomerPayBillOnline', 'CustomerBuyGoodsOnline'],
            ['`BusinessShortCode`', 'the paybill', 'the store or head office number'],
            ['`PartyB`', 'the paybill', 'the till number'],
            ['`AccountReference`', 'the customer’s account with you', 'anything; the prompt shows it'],
          ],
          sources: ['Daraja 3.0 portal: M-PESA Express'],
        },
        {
          kind: 'codes',
          refs: ['daraja/stk-merchant-not-allowed-any', 'daraja/stk-merchant-does-not-exist'],
        },
      ],
    },
    {
      id: 'limits',
      title: 'Limits',
      blocks: [
        {
          kind: 'list',
          items: [
            {
              text: 'KES 1 to 250,000 in one payment, whole shillings. A customer may move KES 500,000 a day and hold at most that much.',
              sources: ['Daraja 3.0 portal: M-PESA Express'],
            },
            {
              text: '`AccountReference` has 12 characters at most and `TransactionDesc` 13. Longer ones can be accepted and end in [1025](code:daraja/stk-1025), because the prompt has no room.',
              sources: ['Daraja 3.0 portal: M-PESA Express'],
            },
            {
              text: 'The same amount to the same customer within two minutes ends in [17](code:daraja/stk-17). Leave a minute between prompts to one phone.',
              sources: ['Daraja 3.0 portal: M-PESA Express'],
            },
            {
              text: 'One open prompt a phone: a second push meets [1001](code:daraja/stk-1001), or [Unable to lock subscriber](code:daraja/stk-lock) at once.',
              sources: ['M-Pesa API tutorial (2018-2019)'],
            },
            {
              text: 'Five unanswered prompts in a row are said to block the phone for a day.',
              sources: ['M-Pesa API tutorial (2018-2019)'],
              unconfirmed: true,
            },
            'Nothing guards against a double push: the same order twice makes two prompts.',
          ],
        },
      ],
    },
    {
      id: 'waiting',
      title: 'How long to wait, and how to ask',
      blocks: [
        {
          kind: 'text',
          text: 'In the sandbox a paid prompt called back after about 17 seconds and an unanswered one after 26; the tutorial gives a prompt one to three minutes, depending on the phone. Ask with [the query](op:daraja.stk-query) from half a minute on.',
          sources: ['nkap: live sandbox observations, Sept-Oct 2026', 'M-Pesa API tutorial (2018-2019)'],
        },
        {
          kind: 'table',
          caption: 'What the query says',
          head: ['Answer', 'Meaning'],
          rows: [
            ['`ResultCode` 0', 'paid'],
            ['[4999](code:daraja/stk-4999)', 'still open: ask again'],
            [
              '[500.001.1001, being processed](code:daraja/stk-query-being-processed)',
              'still open, or nothing at all: about one poll in five said so of a push that existed. Never a verdict',
            ],
            ['any other `ResultCode`', 'not paid; the code says why'],
          ],
          sources: ['mpesa-api: live sandbox captures, Sept-Oct 2026'],
        },
        {
          kind: 'codes',
          refs: ['daraja/stk-1032', 'daraja/stk-1037', 'daraja/stk-1019', 'daraja/stk-1', 'daraja/stk-2001'],
        },
      ],
    },
    {
      id: 'qr',
      title: 'Without a prompt: a QR code',
      blocks: [
        {
          kind: 'text',
          text: '[Dynamic QR](op:daraja.dynamic-qr) makes a picture that the customer scans with the M-PESA app; the payment then arrives as any C2B payment does. `TrxCode` says what kind it is and `CPI` who is paid.',
          sources: ['Daraja 3.0 portal: Dynamic QR Code'],
        },
      ],
    },
  ],
}
