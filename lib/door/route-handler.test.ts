import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { describe, expect, test } from 'vitest'
import { answerApi } from '@/lib/api/endpoints'
import { answerLive } from '@/lib/api/live'
import { moveLeftovers } from '@/lib/workspace/callbacks/move-arrivals'
import { testApi } from '@/tests/api-contract'
import { type TestDeps, testDeps } from '@/tests/deps'
import { testMachines } from '@/tests/machine-contract'
import { answerMachine } from './route-handler'

const passOn = (response: Response, outgoing: ServerResponse) => {
  outgoing.writeHead(response.status, [...response.headers].flat())
  if (response.body)
    Readable.fromWeb(response.body as WebStream)
      .on('error', () => {})
      .pipe(outgoing)
  else outgoing.end()
}

/** As a framework does it: a Request in, a Response out. */
const behindAFramework = (server: Server, deps: TestDeps) => {
  server.on('request', async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const hasBody = !/^(GET|HEAD)$/.test(incoming.method ?? 'GET')
    const request = new Request(`http://localhost${incoming.url}`, {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
    })
    const path = new URL(request.url).pathname
    if (path === '/api/live') return passOn(await answerLive(deps, request), outgoing)
    const response = path.startsWith('/api/v1')
      ? await answerApi(deps, request)
      : await answerMachine(deps, request)
    const body = Buffer.from(await response.arrayBuffer())
    outgoing.writeHead(response.status, [...response.headers, ['content-length', body.length]].flat())
    outgoing.end(body)
  })
}

describe('our own API behind route handlers', () => {
  testApi(behindAFramework)
})

describe('machines that come in by a route handler', () => {
  testMachines(behindAFramework)

  test('headers that the framework added are not taken for sent ones', async () => {
    const deps = testDeps()
    await answerMachine(
      deps,
      new Request('http://localhost/hook/local', {
        method: 'POST',
        body: '{}',
        headers: { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', 'x-own': '1' },
      }),
    )
    moveLeftovers(deps)
    const row = deps.db.$client.prepare('select headers, remote_address as address from callbacks').get()
    expect(row).toEqual({
      headers: '[["content-type","text/plain;charset=UTF-8"],["x-own","1"]]',
      address: '',
    })
  })
})
