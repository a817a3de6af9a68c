import type { Guide } from '../types'

export const callbacks: Guide = {
  slug: 'callbacks',
  title: 'Callbacks',
  summary: 'Rules for the URL, one delivery and no more, what to answer, and how to read the body.',
  group: 'Start here',
  systems: ['daraja', 'openapi', 'mozambique', 'g2'],
  operations: [
    'daraja.stk-push',
    'daraja.c2b-register-v2',
    'daraja.c2b-register-v1',
    'daraja.b2c-v3',
    'daraja.b2b-paybill',
    'daraja.b2b-buygoods',
    'daraja.reversal',
    'daraja.transaction-status',
    'daraja.account-balance',
    'g2.register-url',
    'g2.generic-api-result',
    'g2.notify-queue-timeout',
  ],
  sections: [
    {
      id: 'url',
      title: 'Rules for the URL (Daraja)',
      blocks: [
        {
          kind: 'list',
          items: [
            'A public host name or address. A loopback or private address is refused, or never called.',
            {
              text: 'HTTPS in production; plain HTTP is taken in the sandbox.',
              sources: ['Daraja 3.0 portal: Customer to Business, register URL'],
            },
            {
              text: 'None of these words anywhere in it, in any case: mpesa, m-pesa, safaricom, exe, exec, cmd, sql, query.',
              sources: ['Daraja 3.0 portal: Customer to Business, register URL'],
            },
            {
              text: 'Public request catchers and tunnels are often blocked, above all in production.',
              sources: ['Daraja 3.0 portal: Customer to Business, register URL'],
            },
            'The path is yours: put your order’s id into it.',
          ],
        },
        {
          kind: 'text',
          text: 'A refusal says [Bad Request - Invalid CallBackURL](code:daraja/bad-request-callbackurl), or [400.003.02](code:daraja/bad-request-400-003-02) on C2B. The URL tool under [Tools](page:/tools?tool=callback-url) judges a URL by these rules, and every form does before it sends.',
        },
      ],
    },
    {
      id: 'once',
      title: 'Delivered once',
      blocks: [
        {
          kind: 'note',
          tone: 'bad',
          title: 'What you miss does not come again',
          text: 'After an HTTP 500, and after a refused connection, nothing more came for 31 and 44 minutes; the portal says that results are dropped when the listener is down. Only Bill Manager repeats, up to five times.',
          sources: [
            'nkap: live sandbox observations, Sept-Oct 2026',
            'Daraja 3.0 portal: Customer to Business',
          ],
        },
        {
          kind: 'steps',
          items: [
            'Write the bytes down first.',
            'Answer 200 at once. Do the work afterwards.',
            'Reconcile every day: [query the status](op:daraja.transaction-status) of what is still open, and [pull](op:daraja.pull-query) the last 48 hours of C2B payments.',
          ],
        },
        {
          kind: 'text',
          text: 'Still, be ready for the same message twice: handle it by its ids, not by its arrival. Jaribu marks a repeat as a duplicate. To try it, let the local sandbox send twice by a [fault](page:/sandbox), or copy a callback from the [inbox](page:/inbox) as cURL and send it to your code.',
        },
      ],
    },
    {
      id: 'answer',
      title: 'What to answer',
      blocks: [
        {
          kind: 'table',
          caption: 'What the provider expects in return',
          head: ['Callback', 'Answer'],
          rows: [
            ['STK result, B2C, B2B, reversal, status, balance', 'any HTTP 200; no body is documented'],
            [
              'C2B validation',
              '`ResultCode` 0 to accept or a code such as C2B00012 to refuse, within about 8 seconds: see [C2B](guide:c2b)',
            ],
            ['C2B confirmation', '`ResultCode` 0; it changes nothing any more'],
            ['Bill Manager payment', '`resmsg` Success and `rescode` 200'],
            [
              'OpenAPI',
              '`output_OriginalConversationID`, `output_ResponseCode` 0, `output_ResponseDesc`, `output_ThirdPartyConversationID`',
            ],
            ['Mozambique', 'the same names; the last one carries the third-party reference'],
            ['G2 result', 'an envelope whose inner `ResponseCode` is eight zeros'],
          ],
          sources: [
            'Daraja 3.0 portal',
            'M-Pesa OpenAPI portal, asynchronous response',
            'Mozambique portal, C2B page',
            'B2C API Specification v1.5',
          ],
        },
        {
          kind: 'text',
          text: 'Jaribu’s inboxes answer each kind as it is expected. A C2B validation alone can be answered otherwise: in the [inbox](page:/inbox) you have it refused with a code, or left without an answer.',
        },
      ],
    },
    {
      id: 'reading',
      title: 'Reading the body',
      blocks: [
        {
          kind: 'list',
          items: [
            'It is JSON in the body, not form fields: in PHP read php://input, in Express use the JSON reader. The content type is application/json;charset=UTF-8.',
            'Read by name, never by position. `CallbackMetadata` items and `ResultParameter` entries come in any order, and an entry can lack its `Value`.',
            '`ResultParameter` and `ReferenceItem` may be a list or, with one entry, a bare object.',
            '`ResultCode` is a number in STK results and text in others: compare as text. R000001 and SFC_IC0003 are codes too.',
            'Decide by `ResultCode`, never by `ResultDesc`: one code has several texts.',
            'A failed STK callback has no `CallbackMetadata` at all.',
          ],
        },
        {
          kind: 'text',
          text: 'Paste any body into [Codes and messages](page:/reference/codes) to see how Jaribu reads it.',
        },
      ],
    },
    {
      id: 'trust',
      title: 'Trusting it',
      blocks: [
        {
          kind: 'text',
          text: 'Callbacks carry no signature. Keep the path secret, check the source address, and believe a payment only when its ids, its amount and its party are those of a request that you made. Jaribu’s inbox does the same: what differs is marked “does not match” and decides nothing, and an address that is none of the published ones is marked. Safaricom publishes these source addresses: 196.201.214.200, .206, .207, .208; 196.201.213.114, .44; 196.201.212.127, .129, .136, .138, .69 and .74.',
          sources: [
            'Daraja 3.0 portal: questions and answers',
            'nkap: live sandbox observations, Sept-Oct 2026',
          ],
        },
      ],
    },
    {
      id: 'timeout',
      title: 'The queue time-out',
      blocks: [
        {
          kind: 'text',
          text: 'The second URL of many calls, `QueueTimeOutURL`, is called instead of the result when the gateway’s queue refuses or holds the request too long. No source shows its body. Treat it as “unknown” and query.',
          sources: ['Daraja 3.0 portal: Business to Customer'],
          unconfirmed: true,
        },
        {
          kind: 'text',
          text: 'Nothing came at all? Follow [The callback never came](guide:callback-never-came).',
        },
      ],
    },
  ],
}
