import 'server-only'
import { callbackEntry, owedAnswer } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { WireAnswer } from '@/lib/wire/types'

/** What an inbox keeps of one request at most. */
export const largestBody = 1024 * 1024

/** Kept in place of a status where an inbox said nothing. */
export const noAnswer = 0

/** What the sender of a message is owed; `validation` is how the inbox is set to answer those. */
export const captureAnswer = (
  method: string,
  meaning: CallbackMeaning | undefined,
  validation: string,
): WireAnswer => {
  const { asks } = (meaning && callbackEntry(meaning.system, meaning.kind)) ?? {}
  if (asks !== 'validation' || validation === 'accept') return acceptance(method, meaning)
  if (validation === 'silent') return { status: noAnswer, headers: [], body: '' }
  return (meaning && owedAnswer(meaning, validation)) ?? accepted
}

/** What the sender wants to hear. */
export const acceptance = (method: string, meaning: CallbackMeaning | undefined): WireAnswer => {
  if (meaning) return owedAnswer(meaning) ?? accepted
  if (method === 'OPTIONS') {
    return { status: 204, headers: [['Allow', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS']], body: '' }
  }
  return accepted
}

const jsonHeaders: [string, string][] = [['Content-Type', 'application/json']]

const accepted: WireAnswer = {
  status: 200,
  headers: jsonHeaders,
  body: '{"ResultCode":0,"ResultDesc":"Accepted"}',
}

export const tooLarge: WireAnswer = {
  status: 413,
  headers: jsonHeaders,
  body: JSON.stringify({ error: `An inbox takes up to ${largestBody} bytes.` }),
}
