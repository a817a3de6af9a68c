/** Where a message says something else than the run that it claims to be of. */
export type Mismatch = {
  /** The kind of an id, such as `checkout-id`, or a name on the wire. */
  field: string
  /** What the run says. */
  expected: string
  got: string
}

/** In place of a name on the wire: whose it is is what is wrong. */
export const receiptOfAnother = 'receipt-of-another-run'

const names: Record<string, string> = {
  'checkout-id': 'checkout id',
  'merchant-request-id': 'merchant request id',
  'conversation-id': 'conversation id',
  'originator-conversation-id': 'originator conversation id',
  'third-party-reference': 'reference',
  receipt: 'receipt',
  code: 'outcome',
}

/** What a message says that is not believed: its words, and not ours. */
export const claimSentence = (sentence: string): string => `It says “${sentence.replace(/\.$/, '')}”.`

/** What is wrong with a message, for people. */
export const mismatchSentence = ({ field, expected, got }: Mismatch): string => {
  const name = names[field] ?? field
  if (field === 'kind') {
    return expected === ''
      ? `It is “${got}”, and nothing was to come for this run: this message decided nothing.`
      : `It is “${got}”, and the run waits for “${expected}”: this message decided nothing.`
  }
  if (field === receiptOfAnother) {
    return `Its receipt “${got}” belongs to another run: this message decided nothing.`
  }
  if (got === '' && expected === '') {
    return `It has no ${name}, which every message of its kind has: this message decided nothing.`
  }
  if (got === '') return `It does not say the run’s ${name} “${expected}”: this message decided nothing.`
  return expected === ''
    ? `Nothing here has the ${name} “${got}”: this message decided nothing.`
    : `Its ${name} says “${got}”, and the run has “${expected}”: this message decided nothing.`
}
