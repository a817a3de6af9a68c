import type { Body } from './body'

/** What was recorded, as far as judging needs it. Secrets in it are redacted already. */

export type RecordedRun = {
  id: string
  operation: string
  at: number
  isSimulated: boolean
  /** The team's own program sent it, not Jaribu. */
  isBySoftware: boolean
  /** The sender overrode the checks. */
  sentAnyway: boolean
  verdict: 'success' | 'failure' | 'open' | 'unclear'
  /** Its success moves money. */
  isPayment: boolean
  code: string | null
  description: string | null
  request: { method: string; url: string; headers: readonly (readonly [string, string])[]; body: Body }
  /** Null while it is awaited, and where none came. */
  response: {
    status: number
    headers: readonly (readonly [string, string])[]
    body: Body
    at: number
  } | null
  /** Why no answer will come; null otherwise. */
  unreachable: string | null
}

export type RecordedCallback = {
  id: number
  kind: string
  at: number
  runId: string | null
  receipt: string | null
  code: string | null
  description: string | null
  isSimulated: boolean
  /** Delivered to the team's own server, which answered; such have ids below zero, of this attempt alone. */
  isOwn: boolean
  body: Body
  /** Status 0 is silence. */
  answer: { status: number; body: Body; ms: number }
}

/** What belongs together by its ids: a run with the callbacks that were linked to it, or the notices of one receipt. */
export type Attempt = {
  /** `run:<id>` or `receipt:<receipt>`. */
  subject: string
  at: number
  run: RecordedRun | null
  /** Oldest first. */
  callbacks: readonly RecordedCallback[]
  /** Plain settings of the environment, by name. */
  environment: Readonly<Record<string, string | undefined>>
}
