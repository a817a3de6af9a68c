import type { Json } from '@/lib/catalogue/types'
import type { WireAnswer } from '@/lib/wire/types'

export const answerText = (status: number, contentType: string, body: string): WireAnswer => ({
  status,
  headers: [['Content-Type', contentType]],
  body,
})

export const answerJson = (status: number, body: Json): WireAnswer =>
  answerText(status, 'application/json', JSON.stringify(body))
