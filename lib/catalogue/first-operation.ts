/** What somebody who has just come tries: the one choice of an operation that screens make, in one place. */
export const firstOperation = {
  id: 'daraja.stk-push',
  path: '/try/daraja/stk-push',
  action: 'Send an STK push',
  emulator: '/emulator/daraja',
}
