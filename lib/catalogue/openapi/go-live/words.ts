import { wordsOf } from '@/lib/catalogue/go-live-words'
import type { OpenapiCallbackKind } from '../callbacks'

export const { ownCases, send, sent, sentAny } = wordsOf<OpenapiCallbackKind>('openapi')
