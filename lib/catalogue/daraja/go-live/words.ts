import { wordsOf } from '@/lib/catalogue/go-live-words'
import type { DarajaCallbackKind } from '../callbacks'

export const { awaitCallback, called, ownCases, send, sendAndWait, sent, sentAny, sheetCases, silence } =
  wordsOf<DarajaCallbackKind>('daraja')
