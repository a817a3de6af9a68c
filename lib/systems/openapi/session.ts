import { openapiOperations } from '@/lib/catalogue/openapi'
import { parseObject, pickText } from '@/lib/wire/json'
import type { PlanContext, SessionAnswer, SessionPlan } from '../types'
import { headersOf, pathOf } from './plan'

const [getSession] = openapiOperations

/** Asks for the session key: M-Pesa OpenAPI portal, Generate SessionKey. */
export const planSession = (context: PlanContext): SessionPlan => {
  if (!getSession) throw new Error('The session call is in the catalogue')
  return {
    request: {
      method: getSession.method,
      url: `${context.baseUrl}${pathOf(getSession, context)}`,
      headers: headersOf(getSession, context),
    },
    secrets: { headers: ['Authorization'] },
  }
}

/** Set on the application and told by no answer; the real default is unconfirmed. */
const usualMinutes = 60
const mostMinutes = 60 * 24 * 365

const minutesOf = (typed: string | undefined): number => {
  const minutes = Number(typed)
  return Number.isFinite(minutes) && minutes > 0 ? Math.min(minutes, mostMinutes) : usualMinutes
}

export const readSession = (status: number, body: string, context: PlanContext): SessionAnswer => {
  const answer = parseObject(body)
  const token = pickText(answer, 'output_SessionID')
  if (status >= 200 && status < 300 && token) {
    return { kind: 'token', token, expiresInSeconds: minutesOf(context.credentials.sessionMinutes) * 60 }
  }
  return {
    kind: 'refused',
    code: pickText(answer, 'output_ResponseCode') ?? `HTTP ${status}`,
    description:
      pickText(answer, 'output_ResponseDesc', 'output_error', 'error') ?? 'The answer holds no session key.',
  }
}
