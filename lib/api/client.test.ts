import { afterEach, expect, test, vi } from 'vitest'
import { readTracked, trackedFiles } from '@/tests/repository'
import { apiUrl, callApi } from './client'

const sent = vi.fn<typeof fetch>()
vi.stubGlobal('fetch', sent)
afterEach(() => sent.mockReset())

const problem = (status: number, body: object) => Response.json(body, { status })

test('a call is sent to its route, with names, query and body in their places', async () => {
  sent.mockResolvedValue(Response.json({ inbox: { name: 'a b', validation: 'silent' } }))
  const { inbox } = await callApi('PATCH /inboxes/{name}', {
    path: { name: 'a b' },
    body: { validation: 'silent' },
  })
  expect(inbox.validation).toBe('silent')
  expect(sent).toHaveBeenCalledWith('/api/v1/inboxes/a%20b', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{"validation":"silent"}',
  })
})

test('what is blank is left out of the query', () => {
  expect(apiUrl('GET /runs', { query: { q: 'INV 1', verdict: undefined, code: '', limit: 5 } })).toBe(
    '/api/v1/runs?q=INV+1&limit=5',
  )
  expect(apiUrl('GET /runs/{id}/export', { path: { id: '01A' }, query: { format: 'har' } })).toBe(
    '/api/v1/runs/01A/export?format=har',
  )
  expect(apiUrl('GET /me')).toBe('/api/v1/me')
})

test('nothing to say is undefined', async () => {
  sent.mockResolvedValue(new Response(null, { status: 204 }))
  expect(await callApi('DELETE /runs/{id}', { path: { id: '01A' } })).toBeUndefined()
})

test('a refusal is thrown in its words, with its fields', async () => {
  sent.mockResolvedValue(problem(422, { detail: 'Name it.', fields: { name: ['Name it.'] } }))
  await expect(callApi('GET /me')).rejects.toMatchObject({
    name: 'ProblemError',
    status: 422,
    message: 'Name it.',
    fields: { name: ['Name it.'] },
  })
  sent.mockResolvedValue(new Response('<html>', { status: 502 }))
  await expect(callApi('GET /me')).rejects.toThrow('The server answered 502.')
  sent.mockRejectedValue(new TypeError('fetch failed'))
  await expect(callApi('GET /me')).rejects.toThrow('Jaribu cannot be reached.')
})

test('browsers import of endpoints and views the types alone', () => {
  const values = trackedFiles()
    .filter((file) => /^components\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      [
        ...readTracked(file).matchAll(/^import (?!type\b)(?:(?!\nimport )[^'])*? from '(@\/lib\/[^']+)'/gm),
      ].flatMap(([, from = '']) =>
        /^@\/lib\/api\/(?!client$)|^@\/lib\/workspace\/(.+\/)?views$/.test(from) ? [`${file}: ${from}`] : [],
      ),
    )
  expect(values).toEqual([])
  expect(readTracked('lib/api/client.ts')).not.toMatch(/^import (?!type\b)/m)
})
