import { wordsOf } from '@/lib/catalogue/go-live-words'

export const { ownCases, send, sent, sentAny } = wordsOf<string>('openapi')
