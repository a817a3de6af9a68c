import { parseObject, pickText } from '@/lib/wire/json'
import { type PlanContext, PlanError, type SessionAnswer, type SessionPlan } from '../types'
import { darajaCredentials } from './presets'

/** Asks for the access token: Daraja reference, Generate access token. */
export const planSession = ({ baseUrl, credentials }: PlanContext): SessionPlan => {
  const [key, secret] = (['consumerKey', 'consumerSecret'] as const).map((name) => {
    const value = credentials[name]
    if (value) return value
    const label = darajaCredentials.find((spec) => spec.name === name)?.label ?? name
    throw new PlanError(`${label} is not set in this environment.`, { credential: name })
  })
  return {
    request: {
      method: 'GET',
      url: `${baseUrl}/oauth/v1/generate?grant_type=client_credentials`,
      headers: [['Authorization', `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`]],
    },
    secrets: { headers: ['Authorization'] },
  }
}

/** The portal reports 3599; used where an answer has no number. */
const usualLifetimeSeconds = 3599

export const readSession = (status: number, body: string): SessionAnswer => {
  const answer = parseObject(body)
  const token = pickText(answer, 'access_token')
  if (status >= 200 && status < 300 && token) {
    // Sometimes text, sometimes a number.
    const seconds = Number(pickText(answer, 'expires_in'))
    return {
      kind: 'token',
      token,
      expiresInSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : usualLifetimeSeconds,
    }
  }
  return {
    kind: 'refused',
    code: pickText(answer, 'errorCode') ?? `HTTP ${status}`,
    description:
      pickText(answer, 'errorMessage', 'error_description', 'error') ??
      (body.trim() === ''
        ? 'No token and an empty answer: usually a wrong consumer key or secret, or the other environment.'
        : 'The answer holds no token.'),
  }
}
