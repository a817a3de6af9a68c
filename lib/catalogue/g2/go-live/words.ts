import { wordsOf } from '@/lib/catalogue/go-live-words'
import type { G2CallbackKind } from '../callbacks'

export const { awaitCallback, called, ownCases, send, sendAndWait, sent, silence } = wordsOf<G2CallbackKind>(
  'g2',
  'g2-soap',
)
