import type { Tree } from '../types'

export const wrongCredentials: Tree = {
  slug: 'wrong-credentials',
  title: 'Wrong credentials (STK push)',
  summary:
    'Not the key and not the secret: shortcode, passkey and timestamp do not make the password that M-PESA Express expects.',
  subject: 'environment',
  systems: ['daraja'],
  operations: ['daraja.stk-push', 'daraja.stk-query'],
  codes: [
    'daraja/stk-wrong-credentials',
    'daraja/tut-merchantvalidate',
    'daraja/stk-merchant-does-not-exist',
    'daraja/tut-invalid-timestamp',
  ],
  start: 'password',
  nodes: {
    password: {
      kind: 'check',
      check: 'stk-password',
      title: 'Do shortcode and passkey of this environment fit?',
      why: 'The message is about `Password`, the Base64 of `BusinessShortCode`, passkey and `Timestamp`. The test looks at what is stored here, and at how the newest pushes of this environment ended.',
      next: { fine: 'program', problem: 'mend', unknown: 'where' },
    },
    where: {
      kind: 'question',
      title: 'Where do you send to?',
      why: 'The sandbox knows one shortcode with one published passkey. In production the passkey is issued after going live.',
      answers: [
        { label: 'The provider’s sandbox', next: 'sandbox' },
        { label: 'Production', next: 'production' },
      ],
    },
    program: {
      kind: 'question',
      title: 'Does a push from this environment pass?',
      why: 'Send one from [the form](op:daraja.stk-push). Its derived fields show timestamp and password as they leave.',
      answers: [
        { label: 'Yes, only my program fails', next: 'timestamp' },
        { label: 'No', next: 'where' },
      ],
    },
    timestamp: {
      kind: 'question',
      title: 'Does your program read the clock once?',
      why: 'The timestamp inside the password must be the very one that is sent. Reading the clock twice differs by a second now and then.',
      answers: [
        { label: 'Once', next: 'taken-apart' },
        { label: 'Twice, or I am not sure', next: 'clock' },
      ],
    },
    mend: {
      kind: 'end',
      title: 'Mend what was found',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Change shortcode or passkey on the [environment’s page](page:/environments), and send again.',
        },
      ],
    },
    sandbox: {
      kind: 'end',
      title: 'Only 174379 works in the sandbox',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Use shortcode 174379 with the published passkey; the preset of the sandbox fills both in. Other shortcodes, yours included, answer [Merchant does not exist](code:daraja/stk-merchant-does-not-exist) or [Wrong credentials](code:daraja/stk-wrong-credentials).',
        },
      ],
    },
    production: {
      kind: 'end',
      title: 'Passkey and shortcode belong together',
      isSolved: true,
      blocks: [
        {
          kind: 'list',
          items: [
            'The passkey comes by e-mail after going live. Until then every push is refused.',
            'It belongs to one shortcode. For a till, `BusinessShortCode` is the store or head office number, and the till goes into `PartyB`.',
            'When the passkey is right and it still fails, the shortcode may not be enabled for M-PESA Express: [Merchant not allowed](code:daraja/stk-merchant-not-allowed-any).',
          ],
        },
      ],
    },
    clock: {
      kind: 'end',
      title: 'Read the clock once',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Make the timestamp first, then the password from it, and send both. Fourteen digits, zero padded.',
        },
        { kind: 'sample', title: 'As Jaribu sends it', operation: 'daraja.stk-push' },
      ],
    },
    'taken-apart': {
      kind: 'end',
      title: 'Take your password apart',
      isSolved: false,
      blocks: [
        {
          kind: 'text',
          text: 'Paste the `Password` that your program sent into the [password tool](page:/tools?tool=password): it shows shortcode, passkey and timestamp inside, and which of them differs from what you send beside it.',
        },
      ],
    },
  },
}
