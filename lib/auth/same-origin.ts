import { Refusal } from '@/lib/refusal'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A cookie travels by itself, so a change that rides on one must come from our own pages. Browsers say where a request
 * comes from in Origin, and in Sec-Fetch-Site where Origin is left out.
 */
export const requireSameOrigin = (request: Request, publicUrl: string): void => {
  if (safeMethods.has(request.method)) return
  if (isSameOrigin(request.headers, publicUrl)) return
  throw new Refusal(
    'forbidden',
    'This request rides on a session but does not come from our own pages. Scripts send an API token: Authorization: Bearer <token>.',
  )
}

const isSameOrigin = (headers: Headers, publicUrl: string): boolean => {
  const origin = headers.get('origin')
  if (origin === null) return headers.get('sec-fetch-site') === 'same-origin'
  if (origin === publicUrl) return true
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === headers.get('host') || host === headers.get('x-forwarded-host')
}
