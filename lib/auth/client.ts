/** Signing in from the browser: the two calls that next-auth's endpoints need. */
export type SignInAnswer = { kind: 'signed-in' } | { kind: 'wrong' } | { kind: 'locked'; until: number }

export const signInBy = async (
  provider: 'password' | 'link',
  fields: Record<string, string>,
): Promise<SignInAnswer> => {
  const { csrfToken } = await readJson<{ csrfToken: string }>(await fetch('/api/auth/csrf'))
  const answer = await fetch(`/api/auth/callback/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true', callbackUrl: '/' }),
  })
  const { url } = await readJson<{ url: string }>(answer)
  const error = new URL(url, window.location.origin).searchParams.get('error')
  if (answer.ok && error === null) return { kind: 'signed-in' }
  const until = /^locked (\d+)$/.exec(error ?? '')?.[1]
  return until ? { kind: 'locked', until: Number(until) } : { kind: 'wrong' }
}

const readJson = async <Data>(answer: Response): Promise<Data> => {
  if (answer.headers.get('content-type')?.includes('json')) return answer.json()
  throw new Error(`The server answered ${answer.status}.`)
}

/** Only paths of our own: a link must not send people elsewhere after they signed in. */
export const safePath = (wanted: string | null | undefined): string => {
  if (!wanted?.startsWith('/')) return '/'
  const base = 'http://jaribu.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  if (url.origin !== base || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
