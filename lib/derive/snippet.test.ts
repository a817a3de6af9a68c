import { describe, expect, test } from 'vitest'
import type { WireRequest } from '@/lib/wire/types'
import { snippetLanguages, snippetOf } from './snippet'

const body = {
  Amount: 1,
  PhoneNumber: 254708374149,
  Note: 'Asha\'s "best" \\ $x `y` € \u2028',
  Deep: [true, null],
}

const post: WireRequest = {
  method: 'POST',
  url: 'http://localhost:3000/emulator/daraja/mpesa/stkpush/v1/processrequest',
  headers: [
    ['Authorization', 'Bearer 0123456789'],
    ['Content-Type', 'application/json'],
  ],
  body: JSON.stringify(body),
}

const get: WireRequest = {
  method: 'GET',
  url: 'http://localhost:3000/emulator/daraja/oauth/v1/generate?grant_type=client_credentials',
  headers: [['Authorization', 'Basic a2V5OnNlY3JldA==']],
}

describe.each(snippetLanguages)('$label', ({ id }) => {
  test('sends the address, the token and the body', () => {
    const code = snippetOf(post, id)
    expect(code).toContain('/mpesa/stkpush/v1/processrequest')
    expect(code).toContain('Bearer 0123456789')
    expect(code).toContain('254708374149')
  })

  test('asks for a token', () => {
    const code = snippetOf(get, id)
    expect(code).toContain('grant_type')
    expect(code).toContain('a2V5OnNlY3JldA==')
  })
})

test('the fetch sample sends exactly the body, quotes and all', async () => {
  const sent: { url: string; init: RequestInit }[] = []
  const fetchOnce = async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    return { status: 200, text: async () => '' }
  }
  const run = new Function('fetch', 'console', `return (async () => { ${snippetOf(post, 'node')} })()`)
  await run(fetchOnce, { log: () => undefined })
  expect(sent[0]?.url).toBe(post.url)
  expect(JSON.parse(String(sent[0]?.init.body))).toEqual(body)
  expect(sent[0]?.init.headers).toEqual(Object.fromEntries(post.headers))
})
