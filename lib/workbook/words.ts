/** A row that holds one of these expects a refusal. */
export const negatives: ReadonlySet<string> = new Set([
  'wrong',
  'without',
  'over',
  'negative',
  'insufficient',
  'unknown',
  'missing',
  'rejected',
])

/** Words that say how a thing is, not what it is: two rows that share nothing else have nothing in common. */
export const qualifiers: ReadonlySet<string> = new Set([
  ...negatives,
  'right',
  'under',
  'success',
  'refused',
  'not',
  'no',
  'test',
  'case',
  'result',
  'value',
])

const stop = new Set(
  'a an and any are as at be been but by can do does for from has have if in into is it its may must no not of on or shall should so that the their then there this to under was were when where which will with'
    .split(' ')
    // These tell cases apart.
    .filter((word) => !['under', 'not', 'no'].includes(word)),
)

/** One word for what people write in several ways. The key is what is left after the plural went. */
const alike: Record<string, string> = {
  incorrect: 'wrong',
  invalid: 'wrong',
  bad: 'wrong',
  false: 'wrong',
  erroneous: 'wrong',
  correct: 'right',
  valid: 'right',
  proper: 'right',
  appropriate: 'right',
  lack: 'without',
  missing: 'without',
  absent: 'without',
  fewer: 'under',
  less: 'under',
  below: 'under',
  shorter: 'under',
  lower: 'under',
  within: 'under',
  more: 'over',
  greater: 'over',
  above: 'over',
  longer: 'over',
  exceed: 'over',
  exceeding: 'over',
  msisdn: 'phone',
  mobile: 'phone',
  telephone: 'phone',
  subscriber: 'customer',
  recipient: 'customer',
  paybill: 'shortcode',
  organization: 'organisation',
  fail: 'refused',
  failed: 'refused',
  failure: 'refused',
  reject: 'rejected',
  denied: 'refused',
  decline: 'refused',
  error: 'refused',
  successful: 'success',
  successfully: 'success',
  succeed: 'success',
  accepted: 'success',
  pass: 'success',
  occassion: 'occasion',
  endpoint: 'url',
  ip: 'address',
  encryption: 'encrypted',
  encrypt: 'encrypted',
  ssl: 'https',
  tls: 'https',
  secure: 'https',
  funds: 'money',
  balance: 'money',
  char: 'character',
}

/** Phrases that are one word in the field's language. */
const phrases: readonly [RegExp, string][] = [
  [/\bshort ?codes?\b/g, 'shortcode'],
  [/\bcommand ?ids?\b/g, 'commandid'],
  [/\btransaction ?types?\b/g, 'transactiontype'],
  [/\bparty ?([ab])\b/g, 'party$1'],
  [/\b(too little|not enough|insufficient) (money|funds?|balance)\b/g, 'insufficient money'],
  [/\bqueue ?time ?out ?url\b/g, 'queuetimeouturl'],
  [/\bresult ?url\b/g, 'resulturl'],
  [/\bcall ?back ?url\b/g, 'callbackurl'],
  [/\bconfirmation ?url\b/g, 'confirmationurl'],
  [/\bvalidation ?url\b/g, 'validationurl'],
  [/\bbill ?ref(erence)? ?(number|no)?\b/g, 'billrefnumber'],
  [/\baccount ?reference\b/g, 'accountreference'],
  [/\btransaction ?desc(ription)?\b/g, 'transactiondesc'],
  [/\bphone ?numbers?\b/g, 'phone'],
  [/\bmsisdn\b/g, 'phone'],
  [/\bconsumer[ _-]?(key|secret)\b/g, 'consumer $1'],
  [
    /\b(?:does|do|did|is|are) not (?:match(?:ing|ed)?|correspond|right|correct|valid)\b|\bmismatch(?:es|ed)?\b/g,
    'wrong',
  ],
  // Whoever is let in by OAuth was given a token; the partners' workbooks speak of the one, people of the other.
  [/\bo[ -]?auth(?:[ -]?(?:2|v2|2\.0))?\b|\baccess ?tokens?\b|\bbearer ?tokens?\b/g, 'token'],
  [/\bapp(?:lication)? (key|secret)\b/g, 'consumer $1'],
  [
    /\bnot (?:be |been |get |getting )?(?:let in|logged ?(?:in|on)|authenticated|authori[sz]ed|allowed|granted|permitted|accepted|successful)\b|\bun(?:authenticated|authori[sz]ed|successful(?:ly)?)\b/g,
    'rejected',
  ],
  [
    /\b(?:is|are|be|been|gets?) (?:let in|logged ?(?:in|on)|authenticated|authori[sz]ed|granted)\b/g,
    'success',
  ],
  [/\b(?:let in|logged ?(?:in|on))\b/g, 'success'],
  [
    /\b(?:another|other|different|mismatched|tampered|altered) (?=(?:consumer|key|secret|hash|password|credential|token)\b)/g,
    'wrong ',
  ],
  [/\bdoes not exist|\bnon[- ]?existent\b/g, 'unknown'],
]

/** The words of a text that tell something, each in one spelling. */
export const tokens = (text: string): string[] => {
  const spaced = text
    .normalize('NFKD')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .toLowerCase()
  const joined = phrases.reduce((words, [pattern, word]) => words.replace(pattern, word), spaced)
  return (joined.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !stop.has(word))
    .map((word) => alike[word] ?? alike[singular(word)] ?? singular(word))
}

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word

/** `STK Push request`, `stk_push_request (2)` and `STKPushRequest` are one tab. */
export const tabOf = (name: string): string =>
  name
    .replace(/\(\d+\)\s*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
