import { wordsOf } from '@/lib/catalogue/go-live-words'

export const { awaitCallback, called, ownCases, send, sendAndWait, sent, silence } = wordsOf<string>(
  'g2',
  'g2-soap',
)
