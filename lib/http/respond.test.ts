import { beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@/lib/refusal'
import { answerUnderId } from './answer-under-id'
import { json, readJson } from './respond'

let logged: MockInstance
beforeEach(() => {
  logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

const problemOf = async (thrown: unknown) => {
  const answer = await answerUnderId(new Request('http://localhost/'), () => {
    throw thrown
  })
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() }
}

describe('a handler', () => {
  test('answers with what it was given', async () => {
    const answer = await answerUnderId(new Request('http://localhost/'), () => json({ name: 'Wanjiru' }, 201))
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ name: 'Wanjiru' })
  })

  test.each([
    [new Refusal('not-found', 'Gone.'), 404, 'Gone.'],
    [new Refusal('forbidden', 'No.'), 403, 'No.'],
    [new Refusal('unauthenticated', 'Who?'), 401, 'Who?'],
    [new Refusal('conflict', 'Twice.'), 409, 'Twice.'],
    [new Refusal('precondition', 'First that.'), 412, 'First that.'],
    [new Refusal('limit', 'Slower.'), 429, 'Slower.'],
    [new Refusal('invalid', 'Wrong.', { name: ['Enter one.'] }), 422, 'Wrong.'],
  ])('turns %o into %i', async (refusal, status, detail) => {
    const problem = await problemOf(refusal)
    expect(problem).toMatchObject({
      status,
      type: expect.stringContaining('application/problem+json'),
      body: { status, detail },
    })
    expect(logged).not.toHaveBeenCalled()
  })

  test('puts wrong input beside its fields', async () => {
    const schema = z.object({ values: z.object({ Amount: z.number('must be a number') }) })
    const { status, body } = await problemOf(schema.safeParse({ values: { Amount: 'x' } }).error)
    expect(status).toBe(422)
    expect(body.fields).toEqual({ 'values.Amount': ['must be a number'] })
  })

  test('logs a fault once, redacted, under the id that it shows', async () => {
    const { status, body } = await problemOf(new Error('failed with Authorization: Bearer abcdef123456'))
    expect(status).toBe(500)
    expect(body.detail).not.toContain('abcdef')
    expect(logged).toHaveBeenCalledTimes(1)
    const line = String(logged.mock.calls[0]?.[0])
    expect(line).toContain(body.id)
    expect(line).not.toContain('abcdef123456')
  })
})

describe('the id of a request', () => {
  const call = (headers: Record<string, string>) =>
    answerUnderId(new Request('http://localhost/api/v1/runs', { headers }), () => json({}))

  test('is the one that a proxy gave it, and is named in the answer', async () => {
    expect((await call({ 'x-request-id': 'edge-7' })).headers.get('x-request-id')).toBe('edge-7')
  })

  test('is new where none was given, or one that would break a line', async () => {
    const one = (await call({})).headers.get('x-request-id')
    const other = (await call({ 'x-request-id': 'a b' })).headers.get('x-request-id')
    expect(one).toMatch(/^[0-9a-f]{16}$/)
    expect(other).toMatch(/^[0-9a-f]{16}$/)
    expect(one).not.toBe(other)
  })

  test('stands beside the fault that the request met', async () => {
    const request = new Request('http://localhost/', { headers: { 'x-request-id': 'edge-8' } })
    const answer = await answerUnderId(request, () => {
      throw new Error('ours')
    })
    const { id } = await answer.json()
    expect(JSON.parse(String(logged.mock.calls[0]?.[0]))).toMatchObject({ fault: id, request: 'edge-8' })
  })
})

describe('the body of a call', () => {
  const post = (body: BodyInit | undefined) => new Request('http://localhost/', { method: 'POST', body })

  test('is JSON, or nothing', async () => {
    expect(await readJson(post('{"a":1}'))).toEqual({ a: 1 })
    expect(await readJson(post(undefined))).toEqual({})
  })

  test.each(['{', 'a=1', new Uint8Array([0x22, 0xff, 0x22])])(
    'that is something else is refused',
    async (body) => {
      await expect(readJson(post(body))).rejects.toMatchObject({ kind: 'invalid' })
    },
  )

  test('that is too long is refused, whether it says so or not', async () => {
    await expect(readJson(post('x'.repeat(101)), 100)).rejects.toMatchObject({ kind: 'too-large' })
    const declared = new Request('http://localhost/', {
      method: 'POST',
      headers: { 'content-length': '101' },
    })
    await expect(readJson(declared, 100)).rejects.toMatchObject({ kind: 'too-large' })
  })
})
