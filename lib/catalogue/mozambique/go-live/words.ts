import { wordsOf } from '@/lib/catalogue/go-live-words'
import type { MozambiqueCallbackKind } from '../callbacks'

export const { called, ownCases, send, sendAndWait, sent, sentAny } =
  wordsOf<MozambiqueCallbackKind>('mozambique')
