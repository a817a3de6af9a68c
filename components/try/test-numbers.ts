import type { EnvironmentKind } from '@/lib/workspace/views'

/** Phones whose outcome is known beforehand. Real money has none. */
export const testNumbers: { msisdn: string; what: string; kinds: EnvironmentKind[] }[] = [
  { msisdn: '254700000000', what: 'the phone on the screen: you answer', kinds: ['local'] },
  { msisdn: '254708374149', what: 'pays by itself', kinds: ['local', 'sandbox'] },
  { msisdn: '254700000001', what: 'too little money', kinds: ['local'] },
  { msisdn: '254700001032', what: 'cancels', kinds: ['local'] },
  { msisdn: '254700001037', what: 'no answer', kinds: ['local'] },
  { msisdn: '254700002001', what: 'wrong PIN', kinds: ['local'] },
]
