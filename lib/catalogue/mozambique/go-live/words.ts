import { wordsOf } from '@/lib/catalogue/go-live-words'

export const { called, ownCases, send, sendAndWait, sent, sentAny } = wordsOf<string>('mozambique')
