/** Where a code can be seen, and how people call that. One code means different things in different places. */
export const codePlaces = {
  api: 'Answer to a call',
  'stk-result': 'Outcome of a prompt',
  result: 'Result of a call',
  checkout: 'Answer or outcome of a checkout',
  'c2b-validation': 'Your answer to a validation',
  'result-answer': 'Your answer to a result',
  'timeout-answer': 'Your answer to a queue timeout',
} as const

export type CodePlace = keyof typeof codePlaces
