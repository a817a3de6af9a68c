/** Things that every system has or lacks, by the word that Jaribu uses. Each system says in its own folder how it calls them. */
export const terms = [
  {
    id: 'organisation',
    title: 'Shortcode',
    about: 'The number of an organisation: who is paid, or who pays.',
  },
  { id: 'customer', title: 'MSISDN', about: 'The phone number of a customer, which is the wallet.' },
  { id: 'amount', title: 'Amount', about: 'What moves, in whole units of the currency unless it says so.' },
  {
    id: 'reference',
    title: 'Account reference',
    about: 'What the payment is for, as both sides know it: an invoice, an account, a policy.',
  },
  {
    id: 'payment-kind',
    title: 'Kind of payment',
    about: 'What tells a salary from a refund, and a paybill from a till.',
  },
  {
    id: 'own-id',
    title: 'Originator conversation id',
    about: 'The id that the sender gives the request. The second use of one is refused as a duplicate.',
  },
  {
    id: 'conversation-id',
    title: 'Conversation id',
    about: 'The id that the provider gives the exchange; results come back under it.',
  },
  {
    id: 'receipt',
    title: 'Receipt',
    about: "M-Pesa's transaction id: proof that money moved, and what a query or a reversal asks for.",
  },
  {
    id: 'acknowledgement',
    title: 'Acknowledgement',
    about: 'The immediate answer. Where the result comes later, accepted is not paid.',
  },
  { id: 'result', title: 'Result', about: 'What arrives later by callback and tells how it ended.' },
  { id: 'result-code', title: 'Result code', about: 'How it ended, as a number or a short word.' },
  {
    id: 'timeout',
    title: 'Timeout',
    about: 'The provider gave up waiting. The outcome is not known until it is queried.',
  },
  {
    id: 'validation',
    title: 'Validation and confirmation',
    about: 'A payment from the phone: the receiver may refuse it first, and is told of it afterwards.',
  },
  {
    id: 'application',
    title: 'Application key',
    about: 'What an application proves itself with before anything else.',
  },
  {
    id: 'session',
    title: 'Token or session',
    about: 'What is fetched with the key, lasts a while, and goes with every call.',
  },
  {
    id: 'initiator',
    title: 'Initiator and security credential',
    about: 'The operator in whose name money leaves an organisation, and the encrypted password.',
  },
  {
    id: 'mandate',
    title: 'Mandate',
    about: "A customer's standing permission to be charged again and again.",
  },
] as const satisfies readonly { id: string; title: string; about: string }[]

type TermId = (typeof terms)[number]['id']

/** Names exactly as on the wire, by the message that they stand in. */
export type WireNames = {
  request?: readonly string[]
  answer?: readonly string[]
  callback?: readonly string[]
}

/** How one system calls a thing. Without wire names it is something that is done and not named. */
export type TermUse = {
  /** The provider's own word; null where the system has nothing of the kind. */
  word: string | null
  wire?: WireNames
  note?: string
  /** Where it was read. */
  source: string
}

/** The column of a system. */
export type SystemTerms = Readonly<Record<TermId, TermUse>>
