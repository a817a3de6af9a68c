import type { Tree } from '../types'

export const callbackNeverCame: Tree = {
  slug: 'callback-never-came',
  title: 'The callback never came',
  summary:
    'A call was accepted and nothing followed: from the answer over the URL to the provider’s side, in the order of likelihood.',
  subject: 'run',
  systems: ['daraja', 'openapi', 'mozambique', 'g2'],
  operations: [
    'daraja.stk-push',
    'daraja.b2c-v3',
    'daraja.b2b-paybill',
    'daraja.reversal',
    'daraja.transaction-status',
    'daraja.account-balance',
    'daraja.c2b-simulate-v2',
  ],
  codes: [
    'daraja/stk-1037',
    'daraja/stk-1019',
    'openapi/openapi-ins-9',
    'mozambique/mozambique-ins-9',
    'g2/g2-broker-100000000',
    'daraja/stk-4999',
  ],
  start: 'answered',
  nodes: {
    answered: {
      kind: 'check',
      check: 'run-answered',
      title: 'Did the provider take the request in?',
      why: 'A call that was refused at once has no callback. Only an accepted one has.',
      next: { fine: 'outcome', problem: 'refused', unknown: 'no-answer' },
    },
    outcome: {
      kind: 'check',
      check: 'run-outcome',
      title: 'Has it come after all?',
      why: 'A callback may be late, or early: it is joined to its run by its ids, whenever it comes.',
      next: { fine: 'came', problem: 'url', unknown: 'synchronous' },
    },
    url: {
      kind: 'check',
      check: 'callback-url',
      title: 'Would the provider call this URL?',
      why: 'It must be public, https in production, and free of the [filtered words](guide:callbacks#url). A URL that was accepted can still be one that is never called.',
      next: { fine: 'age', problem: 'bad-url', unknown: 'age' },
    },
    age: {
      kind: 'check',
      check: 'run-age',
      title: 'Has it had its time?',
      why: 'A prompt stays on the phone for one to three minutes, and nothing is called before it ends. Other results come within seconds.',
      next: { fine: 'public', problem: 'early', unknown: 'public' },
    },
    public: {
      kind: 'check',
      check: 'public-url',
      title: 'Is the inbox reached at its public address?',
      why: 'The test sends a request to the inbox by the address that callbacks are sent to. It leaves from this machine: a firewall that lets only the outside stand still shows here as fine.',
      next: { fine: 'heard', problem: 'not-reachable', unknown: 'heard' },
    },
    heard: {
      kind: 'check',
      check: 'inbox-heard',
      title: 'Did the inbox hear anything since?',
      why: 'A message that nobody recognised, or one that names other ids, stands in the inbox without a run.',
      next: { fine: 'unlinked', problem: 'ask', unknown: 'ask' },
    },
    ask: {
      kind: 'question',
      title: 'What does the provider say when you ask?',
      why: 'Query the push or the transaction’s status: the buttons stand on the run. See [which question to ask](guide:status-and-balance#which).',
      answers: [
        { label: 'It ended: paid or failed', next: 'lost' },
        { label: 'It is still open', next: 'open' },
        { label: 'It does not know the transaction', next: 'not-known' },
        { label: 'I cannot ask, or that answer does not come either', next: 'nothing-comes' },
      ],
    },
    refused: {
      kind: 'end',
      title: 'It was refused: nothing will follow',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'The answer itself says why, and its code is explained on the run. Mend that and send again; no callback belongs to this one.',
        },
      ],
    },
    'no-answer': {
      kind: 'end',
      title: 'Nobody knows whether it was taken in',
      isSolved: false,
      blocks: [
        {
          kind: 'text',
          text: 'No answer came, or one that leaves it open. The payment may exist. Ask for its status before you send it again; a callback that still comes is joined to this run.',
        },
        {
          kind: 'text',
          text: 'Jaribu puts the run’s own id into the callback’s path, so even a run without an acknowledgement finds its callback.',
        },
      ],
    },
    came: {
      kind: 'end',
      title: 'It came',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'The callback stands on the run’s timeline. When your own program did not see it, compare its URL with the one in the request: a callback goes to one address. Its page in the inbox copies it as cURL, which sends it to your program once you put that address in.',
        },
      ],
    },
    synchronous: {
      kind: 'end',
      title: 'This call has no callback',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Its answer is final. See [which calls are over at once](guide:asynchronous-flow#which).',
        },
      ],
    },
    'bad-url': {
      kind: 'end',
      title: 'The URL is one that is not called',
      isSolved: true,
      blocks: [
        {
          kind: 'steps',
          items: [
            'Take a public host name with https.',
            'Take the filtered words out of host and path.',
            'Check it under [Getting reachable](page:/settings/reach) and keep it for the inbox, so that forms fill it in.',
            'For tests without a public address use the local sandbox: it reaches what this machine reaches.',
          ],
        },
      ],
    },
    early: {
      kind: 'end',
      title: 'It is too early, or the customer has not answered',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Wait for the prompt to end. In the local sandbox the phone waits on the [sandbox page](page:/sandbox) until somebody answers, and the callback follows at once.',
        },
      ],
    },
    'not-reachable': {
      kind: 'end',
      title: 'Nobody outside reaches this Jaribu',
      isSolved: true,
      blocks: [
        {
          kind: 'steps',
          items: [
            'Choose a way under [Getting reachable](page:/settings/reach): a domain, a proxy, a tunnel, or another Jaribu.',
            'Check it there, and keep it as the public address of the inbox.',
            'Allow Safaricom’s [source addresses](guide:callbacks#trust) in the firewall.',
            'Send again: a callback that was missed is not sent again.',
          ],
        },
      ],
    },
    unlinked: {
      kind: 'end',
      title: 'Something came that names other ids',
      isSolved: false,
      blocks: [
        {
          kind: 'text',
          text: 'Open the messages found. When one of them is this payment’s, its ids tell why it was not joined: another application sharing the URL, or ids that the acknowledgement did not have.',
        },
      ],
    },
    lost: {
      kind: 'end',
      title: 'It was sent once and missed',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Results are delivered once. Take the outcome from the query, store it as the truth, and reconcile every day: [Delivered once](guide:callbacks#once).',
        },
        { kind: 'operations', ids: ['daraja.transaction-status', 'daraja.pull-query'] },
      ],
    },
    open: {
      kind: 'end',
      title: 'It has not ended',
      isSolved: false,
      blocks: [
        {
          kind: 'text',
          text: 'Ask again in half a minute. A prompt that nobody answers ends by itself with [1037](code:daraja/stk-1037) or [1019](code:daraja/stk-1019).',
        },
      ],
    },
    'not-known': {
      kind: 'end',
      title: 'The provider has no such transaction',
      isSolved: false,
      blocks: [
        {
          kind: 'text',
          text: 'One poll in five says so of a push that exists: ask again first. When it stays, the request never reached the core, and sending it again is safe with a new reference.',
          sources: ['mpesa-api: live sandbox captures, Sept-Oct 2026'],
        },
      ],
    },
    'nothing-comes': {
      kind: 'end',
      title: 'The provider’s sandbox is not sending',
      isSolved: false,
      blocks: [
        {
          kind: 'text',
          text: 'The most frequent complaint since 2018: the sandbox sends callbacks now and then, or not at all, while production does. Nothing on your side mends it.',
          sources: [
            'safaricom/mpesa-php-sdk, issues 17, 51 and 62',
            'safaricom/LNMOnlineAndroidSample, issue 16',
          ],
        },
        {
          kind: 'list',
          items: [
            'Test the rest against the local sandbox: it sends every callback, and late, twice or never when told to.',
            'Try again later, or with another shortcode of the 600xxx.',
            'In production write to API support with the ConversationID and the time.',
          ],
        },
      ],
    },
  },
}
