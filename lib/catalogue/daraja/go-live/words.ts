import { wordsOf } from '@/lib/catalogue/go-live-words'

export const { awaitCallback, called, ownCases, send, sendAndWait, sent, sentAny, sheetCases, silence } =
  wordsOf<string>('daraja')
